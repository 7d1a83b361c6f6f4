package dev.tradepost.persistence.webhook;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.WebhookStore;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookSecret;
import dev.tradepost.domain.webhook.WebhookStatus;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Webhooks. */
public final class JdbiWebhooks extends JdbiStore<WebhookId, Webhook> implements WebhookStore {

  public JdbiWebhooks(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected WebhookId idOf(Webhook webhook) {
    return webhook.id();
  }

  @Override
  protected Collection<Webhook> fetch(Collection<WebhookId> ids, boolean lock) {
    String sql = "SELECT * FROM webhooks WHERE id = ANY (:ids) ORDER BY id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", UUID.class, ids.stream().map(WebhookId::value).toList())
        .map(WebhookRows::webhook)
        .list();
  }

  @Override
  public List<Webhook> getOf(UserId user) {
    String sql =
        """
        SELECT * FROM webhooks WHERE user_id = :user AND status <> 'DELETED'
        ORDER BY id FOR UPDATE""";
    hold(handle().createQuery(sql).bind("user", user.value()).map(WebhookRows::webhook).list());
    return held().stream()
        .filter(it -> it.userId().equals(user) && it.status() != WebhookStatus.DELETED)
        .toList();
  }

  @Override
  public List<Webhook> getListening(Collection<UserId> owners) {
    String sql =
        """
        SELECT * FROM webhooks
        WHERE status = 'ACTIVE' AND (about IS NULL OR about = ANY (:owners))
        ORDER BY id FOR UPDATE""";
    List<String> names = owners.stream().map(UserId::value).toList();
    hold(
        handle()
            .createQuery(sql)
            .bindArray("owners", String.class, names)
            .map(WebhookRows::webhook)
            .list());
    return held().stream()
        .filter(it -> it.status() == WebhookStatus.ACTIVE)
        .filter(it -> it.about().map(owners::contains).orElse(true))
        .toList();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO webhooks
          (id, user_id, about, url, types, starts_after, secret, old_secret, old_secret_until,
           status, reason, created_at, updated_at, version)
        VALUES (:id, :user, :about, :url, :types, :startsAfter, :secret, :oldSecret, :oldUntil,
           :status, :reason, :created, :updated, :version)""",
        (batch, webhook) -> {
          bindState(batch, webhook);
          batch
              .bind("user", webhook.userId().value())
              .bind("about", webhook.about().map(UserId::value).orElse(null))
              .bind("url", webhook.url())
              .bind("types", String.join(" ", new TreeSet<>(webhook.types())))
              .bind("startsAfter", webhook.startsAfter())
              .bind("created", timestamp(webhook.createdAt()));
        });
    updateOld(
        """
        UPDATE webhooks
        SET secret = :secret, old_secret = :oldSecret, old_secret_until = :oldUntil,
            status = :status, reason = :reason, updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiWebhooks::bindState);
  }

  private static void bindState(Batch batch, Webhook webhook) {
    Optional<WebhookSecret> old = webhook.secrets().stream().skip(1).findFirst();
    batch
        .bind("id", webhook.id().value())
        .bind("secret", webhook.secrets().get(0).text())
        .bind("oldSecret", old.map(WebhookSecret::text).orElse(null))
        .bind("oldUntil", timestamp(old.flatMap(WebhookSecret::until)))
        .bind("status", webhook.status().name())
        .bind("reason", webhook.reason().orElse(null))
        .bind("updated", timestamp(webhook.updatedAt()))
        .bind("version", webhook.version());
  }
}
