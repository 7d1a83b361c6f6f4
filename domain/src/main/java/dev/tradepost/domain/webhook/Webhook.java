package dev.tradepost.domain.webhook;

import static dev.tradepost.domain.webhook.WebhookAction.DELETE;
import static dev.tradepost.domain.webhook.WebhookAction.DISABLE;
import static dev.tradepost.domain.webhook.WebhookAction.ENABLE;
import static dev.tradepost.domain.webhook.WebhookStatus.ACTIVE;
import static dev.tradepost.domain.webhook.WebhookStatus.DELETED;
import static dev.tradepost.domain.webhook.WebhookStatus.DISABLED;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A receiver outside the house that wants to be told of events, by Standard Webhooks 1.0.0.
 *
 * @param userId who registered it and manages it
 * @param about whose events it is told of; empty for everybody's
 * @param types the events it is told of, by their public names; empty for all
 * @param startsAfter the last number in the log when it was registered: it is told of later ones
 * @param secrets what deliveries to it are signed with, the newest first
 * @param reason why it is what it is; empty while nothing has happened to it
 */
public record Webhook(
    WebhookId id,
    UserId userId,
    Optional<UserId> about,
    String url,
    Set<String> types,
    long startsAfter,
    List<WebhookSecret> secrets,
    WebhookStatus status,
    Optional<String> reason,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** How many one user can have. */
  public static final int MAX_PER_USER = 10;

  /** How long the secret before the newest one still signs. */
  public static final Duration OLD_SECRET_LASTS = Duration.ofHours(24);

  private static final int MAX_URL = 2_000;

  /** A scheme, a name or an address that stands for a host, a port, a path and a query. */
  private static final Pattern URL =
      Pattern.compile(
          "(?i)https?://"
              + "(([a-z0-9_-]+\\.)*[a-z]([a-z0-9-]*[a-z0-9])?\\.?"
              + "|\\d{1,3}(\\.\\d{1,3}){3}"
              + "|\\[[0-9a-f:.]+])"
              + "(:\\d{1,5})?"
              + "([/?][!-~&&[^#\"<>\\\\^`{|}]]*)?");

  /** The one table every webhook follows. */
  public static final Lifecycle<WebhookStatus, WebhookAction> LIFECYCLE =
      Lifecycle.<WebhookStatus, WebhookAction>named("webhook", ACTIVE)
          .allow(ACTIVE, DISABLE, DISABLED)
          .allow(ACTIVE, DELETE, DELETED)
          .allow(DISABLED, ENABLE, ACTIVE)
          .allow(DISABLED, DELETE, DELETED)
          .build();

  public Webhook {
    types = Set.copyOf(types);
    secrets = List.copyOf(secrets);
  }

  /** Registers a receiver; whether its URL leads to a place that may be called is not seen here. */
  public static Change<Webhook> register(
      WebhookId id,
      UserId user,
      Optional<UserId> about,
      String url,
      Set<String> types,
      long startsAfter,
      RandomGenerator chance,
      Stamp stamp) {
    requireUrl(url);
    Instant now = stamp.at();
    Webhook webhook =
        new Webhook(
            id,
            user,
            about,
            url,
            types,
            startsAfter,
            List.of(WebhookSecret.generate(chance)),
            ACTIVE,
            Optional.empty(),
            now,
            now,
            1);
    return Change.of(webhook, new WebhookEvent.Registered(id, url, new TreeSet<>(types)));
  }

  /** Refuses a URL that no receiver can have. */
  public static void requireUrl(String url) {
    if (url == null || url.length() > MAX_URL || !URL.matcher(url).matches()) {
      throw new Rejection(
              WebhookReason.WEBHOOK_URL_NOT_USABLE,
              "url must be an absolute URL such as https://shop.example/hooks, with no user name"
                  + " and no fragment")
          .at("url");
    }
  }

  /** Whether it is to be told of an event of this type and owner; never of what happens to it. */
  public boolean hears(String type, Optional<UserId> owner) {
    return status == ACTIVE
        && !type.startsWith(WebhookEvent.PREFIX)
        && (about.isEmpty() || about.equals(owner))
        && (types.isEmpty() || types.contains(type));
  }

  /** What a delivery is signed with now: the newest secret, and the one before for a while. */
  public List<String> signingSecrets(Instant now) {
    return secrets.stream().filter(it -> it.signsAt(now)).map(WebhookSecret::text).toList();
  }

  /** A new secret; the present one signs beside it for a day, any other ends. */
  public Change<Webhook> rotateSecret(RandomGenerator chance, Stamp stamp) {
    WebhookSecret old = secrets.get(0).endingAt(stamp.at().plus(OLD_SECRET_LASTS));
    List<WebhookSecret> both = List.of(WebhookSecret.generate(chance), old);
    return Change.of(with(both, status, reason, stamp), new WebhookEvent.SecretRotated(id));
  }

  public Change<Webhook> disable(String why, Stamp stamp) {
    return move(DISABLE, why, stamp);
  }

  /** It is told of what happens from now on. */
  public Change<Webhook> enable(Stamp stamp) {
    return move(ENABLE, "enabled by its owner", stamp);
  }

  public Change<Webhook> delete(Stamp stamp) {
    return move(DELETE, "deleted", stamp);
  }

  private Change<Webhook> move(WebhookAction action, String why, Stamp stamp) {
    WebhookStatus next = LIFECYCLE.after(status, action);
    return Change.of(
        with(secrets, next, Optional.of(why), stamp),
        new WebhookEvent.StatusChanged(id, status, next, why));
  }

  private Webhook with(
      List<WebhookSecret> newSecrets, WebhookStatus next, Optional<String> why, Stamp stamp) {
    return new Webhook(
        id,
        userId,
        about,
        url,
        types,
        startsAfter,
        newSecrets,
        next,
        why,
        createdAt,
        stamp.at(),
        version + 1);
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
