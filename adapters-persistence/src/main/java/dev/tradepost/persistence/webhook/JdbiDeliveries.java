package dev.tradepost.persistence.webhook;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.DeliveryStore;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Immediate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deliveries. Each statement is run when it is called for, so that the next one sees it: the lock
 * of the webhook keeps all others out.
 */
public final class JdbiDeliveries implements DeliveryStore {
  private static final int FORGOTTEN_AT_ONCE = 10_000;

  private final Immediate immediate;

  public JdbiDeliveries(Immediate immediate) {
    this.immediate = immediate;
  }

  @Override
  public void addAll(List<Delivery> fresh) {
    Batch.run(
        immediate.handle(),
        """
        INSERT INTO webhook_deliveries
          (id, webhook_id, seq, aggregate_id, status, attempts, due_at, created_at, updated_at)
        VALUES (:id, :webhook, :seq, :aggregate, :status, :attempts, :due, :created, :updated)""",
        fresh,
        (batch, delivery) ->
            bindState(batch, delivery)
                .bind("webhook", delivery.webhookId().value())
                .bind("seq", delivery.seq())
                .bind("aggregate", delivery.aggregateId())
                .bind("created", timestamp(delivery.createdAt())));
  }

  @Override
  public void save(Delivery changed) {
    Batch.run(
        immediate.handle(),
        """
        UPDATE webhook_deliveries
        SET status = :status, attempts = :attempts, due_at = :due, updated_at = :updated
        WHERE id = :id""",
        List.of(changed),
        JdbiDeliveries::bindState);
  }

  private static Batch bindState(Batch batch, Delivery delivery) {
    return batch
        .bind("id", delivery.id().value())
        .bind("status", delivery.status().name())
        .bind("attempts", delivery.attempts())
        .bind("due", timestamp(delivery.dueAt()))
        .bind("updated", timestamp(delivery.updatedAt()));
  }

  @Override
  public Optional<Delivery> get(DeliveryId id) {
    return immediate
        .handle()
        .createQuery("SELECT * FROM webhook_deliveries WHERE id = :id FOR UPDATE")
        .bind("id", id.value())
        .map(WebhookRows::delivery)
        .findOne();
  }

  @Override
  public List<Delivery> getDue(WebhookId webhook, Instant now, int limit) {
    String sql =
        """
        SELECT * FROM webhook_deliveries WHERE webhook_id = :webhook AND due_at <= :now
        ORDER BY due_at, seq LIMIT :limit FOR UPDATE""";
    return immediate
        .handle()
        .createQuery(sql)
        .bind("webhook", webhook.value())
        .bind("now", timestamp(now))
        .bind("limit", limit)
        .map(WebhookRows::delivery)
        .list();
  }

  @Override
  public Set<String> unfinished(WebhookId webhook, Collection<String> aggregates) {
    String sql =
        """
        SELECT DISTINCT aggregate_id FROM webhook_deliveries
        WHERE webhook_id = :webhook AND aggregate_id = ANY (:aggregates)
          AND status IN ('WAITING', 'DUE')""";
    return immediate
        .handle()
        .createQuery(sql)
        .bind("webhook", webhook.value())
        .bindArray("aggregates", String.class, List.copyOf(aggregates))
        .mapTo(String.class)
        .set();
  }

  @Override
  public Optional<Delivery> firstWaiting(WebhookId webhook, String aggregate) {
    String sql =
        """
        SELECT * FROM webhook_deliveries
        WHERE webhook_id = :webhook AND aggregate_id = :aggregate AND status = 'WAITING'
        ORDER BY seq, id LIMIT 1 FOR UPDATE""";
    return immediate
        .handle()
        .createQuery(sql)
        .bind("webhook", webhook.value())
        .bind("aggregate", aggregate)
        .map(WebhookRows::delivery)
        .findOne();
  }

  @Override
  public void note(DeliveryId id, int number, Attempt attempt) {
    String sql =
        """
        INSERT INTO webhook_attempts (delivery_id, attempt, at, http_status, failure, took_millis)
        VALUES (:id, :number, :at, :status, :failure, :took)""";
    immediate
        .handle()
        .createUpdate(sql)
        .bind("id", id.value())
        .bind("number", number)
        .bind("at", timestamp(attempt.at()))
        .bind("status", attempt.status().isPresent() ? attempt.status().getAsInt() : null)
        .bind("failure", attempt.failure().orElse(null))
        .bind("took", attempt.took().toMillis())
        .execute();
  }

  @Override
  public boolean anyDelivered(WebhookId webhook, Instant since) {
    String sql =
        """
        SELECT 1 FROM webhook_deliveries
        WHERE webhook_id = :webhook AND status = 'DELIVERED' AND updated_at >= :since LIMIT 1""";
    return immediate
        .handle()
        .createQuery(sql)
        .bind("webhook", webhook.value())
        .bind("since", timestamp(since))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public void giveUpAll(WebhookId webhook, Instant now) {
    String sql =
        """
        UPDATE webhook_deliveries SET status = 'FAILED', due_at = NULL, updated_at = :now
        WHERE webhook_id = :webhook AND status IN ('WAITING', 'DUE')""";
    immediate
        .handle()
        .createUpdate(sql)
        .bind("webhook", webhook.value())
        .bind("now", timestamp(now))
        .execute();
  }

  @Override
  public int forgetBefore(Instant moment) {
    String sql =
        """
        DELETE FROM webhook_deliveries WHERE id IN (
          SELECT id FROM webhook_deliveries
          WHERE status IN ('DELIVERED', 'FAILED') AND updated_at < :moment LIMIT :most)""";
    return immediate
        .handle()
        .createUpdate(sql)
        .bind("moment", timestamp(moment))
        .bind("most", FORGOTTEN_AT_ONCE)
        .execute();
  }
}
