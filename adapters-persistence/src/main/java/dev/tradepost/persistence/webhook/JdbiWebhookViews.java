package dev.tradepost.persistence.webhook;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads webhooks and their deliveries. */
public final class JdbiWebhookViews implements WebhookViews {
  private final Reads reads;

  public JdbiWebhookViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Optional<Webhook> find(WebhookId id, Actor actor) {
    boolean all = actor.has(Role.STAFF);
    String sql =
        "SELECT * FROM webhooks WHERE id = :id AND status <> 'DELETED'"
            + (all ? "" : " AND user_id = :user");
    return reads.with(
        handle -> {
          Query query = handle.createQuery(sql).bind("id", id.value());
          return (all ? query : query.bind("user", actor.userId().value()))
              .map(WebhookRows::webhook)
              .findOne();
        });
  }

  @Override
  public Page<Webhook> list(Optional<UserId> user, Page.Request request) {
    String sql =
        "SELECT * FROM webhooks WHERE status <> 'DELETED'"
            + (user.isPresent() ? " AND user_id = :user" : "")
            + " AND "
            + Pages.after(request, "created_at", "id", false)
            + Pages.order("created_at", "id", false);
    return reads.with(
        handle -> {
          Query query = Pages.bindUuid(handle.createQuery(sql), request);
          user.ifPresent(it -> query.bind("user", it.value()));
          return Page.of(
              query.map(WebhookRows::webhook).list(),
              request,
              it -> new Page.Cursor(it.createdAt(), it.id().toString()));
        });
  }

  @Override
  public Page<Delivered> deliveries(
      WebhookId webhook, Optional<DeliveryStatus> status, Page.Request request) {
    String sql =
        "SELECT d.*, o.event_id, o.type FROM webhook_deliveries d JOIN outbox o ON o.seq = d.seq"
            + " WHERE d.webhook_id = :webhook"
            + (status.isPresent() ? " AND d.status = :status" : "")
            + " AND "
            + Pages.after(request, "d.created_at", "d.id", false)
            + Pages.order("d.created_at", "d.id", false);
    return reads.with(
        handle -> {
          Query query = Pages.bindUuid(handle.createQuery(sql), request);
          query.bind("webhook", webhook.value());
          status.ifPresent(it -> query.bind("status", it.name()));
          List<Delivered> found = query.map((row, context) -> delivered(row)).list();
          return Page.of(
              withAttempts(handle, found),
              request,
              it -> new Page.Cursor(it.delivery().createdAt(), it.delivery().id().toString()));
        });
  }

  private static Delivered delivered(ResultSet row) throws SQLException {
    return new Delivered(
        WebhookRows.delivery(row, null),
        Columns.uuid(row, "event_id"),
        row.getString("type"),
        List.of());
  }

  private static List<Delivered> withAttempts(Handle handle, List<Delivered> found) {
    String sql =
        "SELECT * FROM webhook_attempts WHERE delivery_id = ANY (:ids) ORDER BY delivery_id, at";
    Map<UUID, List<Attempt>> attempts = new HashMap<>();
    handle
        .createQuery(sql)
        .bindArray("ids", UUID.class, found.stream().map(it -> it.delivery().id().value()).toList())
        .map((row, context) -> Map.entry(Columns.uuid(row, "delivery_id"), attempt(row)))
        .forEach(
            it ->
                attempts.computeIfAbsent(it.getKey(), id -> new ArrayList<>()).add(it.getValue()));
    return found.stream().map(it -> withAttempts(it, attempts)).toList();
  }

  private static Delivered withAttempts(Delivered found, Map<UUID, List<Attempt>> attempts) {
    Delivery delivery = found.delivery();
    return new Delivered(
        delivery,
        found.eventId(),
        found.eventType(),
        attempts.getOrDefault(delivery.id().value(), List.of()));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    int status = row.getInt("http_status");
    return new Attempt(
        Columns.instant(row, "at"),
        row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status),
        Columns.text(row, "failure"),
        Optional.empty(),
        Duration.ofMillis(row.getLong("took_millis")));
  }

  @Override
  public List<WebhookId> due(Instant now, Set<WebhookId> except, int limit) {
    String sql =
        """
        SELECT webhook_id FROM webhook_deliveries
        WHERE due_at <= :now AND NOT (webhook_id = ANY (:except))
        GROUP BY webhook_id ORDER BY MIN(due_at) LIMIT :limit""";
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("now", Columns.timestamp(now))
                .bindArray("except", UUID.class, except.stream().map(WebhookId::value).toList())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(WebhookId::new)
                .list());
  }
}
