package dev.tradepost.http.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.process.OpenWebhook;
import dev.tradepost.application.webhook.DeleteWebhook;
import dev.tradepost.application.webhook.EnableWebhook;
import dev.tradepost.application.webhook.RegisterWebhook;
import dev.tradepost.application.webhook.ReplayEvents;
import dev.tradepost.application.webhook.RotateSecret;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.application.webhook.Webhooks;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookReason;
import dev.tradepost.domain.webhook.WebhookStatus;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Webhooks and their deliveries. */
public final class WebhookRoutes {
  private final Api api;
  private final WebhookViews views;
  private final OpenWebhook openWebhook;

  private WebhookRoutes(Api api, WebhookViews views, OpenWebhook openWebhook) {
    this.api = api;
    this.views = views;
    this.openWebhook = openWebhook;
  }

  /** Puts the routes up. */
  public static void install(Api api, WebhookViews views, OpenWebhook openWebhook) {
    WebhookRoutes routes = new WebhookRoutes(api, views, openWebhook);
    api.post("/webhooks", routes::register);
    api.get("/webhooks", routes::list, "userId", "limit", "page", "cursor");
    api.get("/webhooks/{id}", routes::get);
    api.delete("/webhooks/{id}", routes::delete);
    api.post("/webhooks/{id}/secret", routes::rotate);
    api.post("/webhooks/{id}/enable", routes::enable);
    api.post("/webhooks/{id}/replay", routes::replay);
    api.get("/webhooks/{id}/deliveries", routes::deliveries, "status", "limit", "page", "cursor");
  }

  record WebhookRequest(
      @NotNull @Size(min = 1, max = 2000) String url,
      @Size(max = 100) Set<@NotNull @Size(min = 1, max = 64) String> types,
      @Size(min = 1, max = 64) String userId) {}

  record ReplayRequest(@NotNull @Min(1) Long fromSeq) {}

  /**
   * A webhook.
   *
   * @param userId whose events it is told of; null for everybody's
   * @param secret only in the answer to the request that made it
   */
  record WebhookResponse(
      WebhookId id,
      String url,
      SortedSet<String> types,
      Optional<UserId> userId,
      WebhookStatus status,
      Optional<String> reason,
      long startsAfter,
      @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
      Instant createdAt,
      Instant updatedAt,
      long version) {

    static WebhookResponse of(Webhook webhook) {
      return of(webhook, null);
    }

    static WebhookResponse withSecret(Webhook webhook) {
      return of(webhook, webhook.secrets().get(0).text());
    }

    private static WebhookResponse of(Webhook webhook, String secret) {
      return new WebhookResponse(
          webhook.id(),
          webhook.url(),
          new TreeSet<>(webhook.types()),
          webhook.about(),
          webhook.status(),
          webhook.reason(),
          webhook.startsAfter(),
          secret,
          webhook.createdAt(),
          webhook.updatedAt(),
          webhook.version());
    }
  }

  record ReplayResponse(int queued, Optional<Long> next) {}

  /** What came of sending a delivery once. */
  record AttemptResponse(
      Instant at, Optional<Integer> status, Optional<String> failure, long tookMillis) {}

  /** One event on its way to a webhook. */
  record DeliveryResponse(
      String id,
      long seq,
      String eventId,
      String eventType,
      DeliveryStatus status,
      Optional<Instant> nextAttemptAt,
      List<AttemptResponse> attempts,
      Instant createdAt,
      Instant updatedAt) {

    static DeliveryResponse of(WebhookViews.Delivered delivered) {
      var delivery = delivered.delivery();
      return new DeliveryResponse(
          delivery.id().toString(),
          delivery.seq(),
          delivered.eventId().toString(),
          delivered.eventType(),
          delivery.status(),
          delivery.dueAt(),
          delivered.attempts().stream()
              .map(
                  it ->
                      new AttemptResponse(
                          it.at(),
                          it.status().stream().boxed().findFirst(),
                          it.failure(),
                          it.took().toMillis()))
              .toList(),
          delivery.createdAt(),
          delivery.updatedAt());
    }
  }

  private Reply register(Call call) {
    WebhookRequest body = call.body(WebhookRequest.class);
    RegisterWebhook registration =
        new RegisterWebhook(
            body.url,
            Optional.ofNullable(body.userId).map(UserId::new),
            body.types == null ? Set.of() : body.types);
    return api.run(
        call,
        once ->
            openWebhook.open(
                call.actor(),
                once,
                registration,
                it ->
                    Reply.created(
                            "/webhooks/" + it.id(), it.version(), WebhookResponse.withSecret(it))
                        .encode()));
  }

  /** The caller's own; for staff those of a user, or everybody's. */
  private Reply list(Call call) {
    Page.Request request = call.page();
    return Reply.ok(Listing.of(views.list(call.whose(), request), request, WebhookResponse::of));
  }

  private Reply get(Call call) {
    Webhook webhook = found(call);
    return Reply.ok(webhook.version(), WebhookResponse.of(webhook));
  }

  private Reply delete(Call call) {
    return api.run(call, new DeleteWebhook(id(call)), it -> Reply.nothing());
  }

  private Reply rotate(Call call) {
    call.requireNoFields();
    return api.run(
        call,
        new RotateSecret(id(call)),
        it -> Reply.ok(it.version(), WebhookResponse.withSecret(it)));
  }

  private Reply enable(Call call) {
    call.requireNoFields();
    return api.run(
        call, new EnableWebhook(id(call)), it -> Reply.ok(it.version(), WebhookResponse.of(it)));
  }

  private Reply replay(Call call) {
    ReplayRequest body = call.body(ReplayRequest.class);
    return api.run(
        call,
        new ReplayEvents(id(call), body.fromSeq),
        it -> Reply.ok(replayed(it)).withStatus(202));
  }

  private static ReplayResponse replayed(ReplayEvents.Replayed replayed) {
    OptionalLong next = replayed.next();
    return new ReplayResponse(replayed.queued(), next.stream().boxed().findFirst());
  }

  private Reply deliveries(Call call) {
    Page.Request request = call.page();
    Optional<DeliveryStatus> status =
        call.oneOf(
                "status",
                Arrays.stream(DeliveryStatus.values()).map(Enum::name).toArray(String[]::new))
            .map(DeliveryStatus::valueOf);
    Page<WebhookViews.Delivered> page = views.deliveries(found(call).id(), status, request);
    return Reply.ok(Listing.of(page, request, DeliveryResponse::of));
  }

  private Webhook found(Call call) {
    WebhookId id = id(call);
    return views.find(id, call.actor()).orElseThrow(() -> Webhooks.notFound(id));
  }

  private static WebhookId id(Call call) {
    return call.path(
        "id",
        text -> new WebhookId(Call.uuid(text)),
        () -> new Rejection(WebhookReason.WEBHOOK_NOT_FOUND, "there is no such webhook"));
  }
}
