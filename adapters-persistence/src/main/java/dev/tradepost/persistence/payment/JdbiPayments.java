package dev.tradepost.persistence.payment;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.PaymentStore;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Payments; the refunds of a changed payment are written anew. */
public final class JdbiPayments extends JdbiStore<PaymentId, Payment> implements PaymentStore {

  /** The orders whose payments are all held. */
  private final Set<OrderId> orders = new HashSet<>();

  public JdbiPayments(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected PaymentId idOf(Payment payment) {
    return payment.id();
  }

  @Override
  protected Collection<Payment> fetch(Collection<PaymentId> ids, boolean lock) {
    return PaymentRows.read(handle(), "id", ids.stream().map(PaymentId::value).toList(), lock);
  }

  @Override
  public List<Payment> getOfOrders(Collection<OrderId> wanted) {
    return getOf(wanted, orders, Payment::orderId, this::fetchOfOrders);
  }

  private List<Payment> fetchOfOrders(Set<OrderId> ids) {
    List<UUID> keys = ids.stream().map(OrderId::value).toList();
    return PaymentRows.read(handle(), "order_id", keys, true);
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO payments
          (id, order_id, user_id, method, source, currency, amount_minor, refunds_minor, status,
           unfinished, created_at, updated_at, version)
        VALUES (:id, :order, :user, :method, :source, :currency, :amount, :refunds, :status,
           :unfinished, :created, :updated, :version)""",
        (batch, payment) -> {
          bindState(batch, payment);
          batch
              .bind("order", payment.orderId().value())
              .bind("user", payment.userId().value())
              .bind("method", payment.method().name())
              .bind("source", payment.source())
              .bind("currency", payment.amount().currency().getCurrencyCode())
              .bind("amount", payment.amount().minor())
              .bind("created", timestamp(payment.createdAt()));
        });
    updateOld(
        """
        UPDATE payments
        SET refunds_minor = :refunds, status = :status, unfinished = :unfinished,
            updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiPayments::bindState);
    flushRefunds();
  }

  private void flushRefunds() {
    List<Payment> refunded =
        staged().stream().map(Staged::state).filter(it -> !it.refunds().isEmpty()).toList();
    batch(
        "DELETE FROM refunds WHERE payment_id = :payment",
        refunded,
        (batch, payment) -> batch.bind("payment", payment.id().value()));
    List<Row> rows = new ArrayList<>();
    refunded.forEach(it -> it.refunds().forEach(r -> rows.add(new Row(it.id(), rows.size(), r))));
    batch(
        """
        INSERT INTO refunds (id, payment_id, line, amount_minor, reason, done)
        VALUES (:id, :payment, :line, :amount, :reason, :done)""",
        rows,
        (batch, row) ->
            batch
                .bind("id", row.refund.id().value())
                .bind("payment", row.payment.value())
                .bind("line", row.line)
                .bind("amount", row.refund.amount().minor())
                .bind("reason", row.refund.reason())
                .bind("done", row.refund.done()));
  }

  private static void bindState(Batch batch, Payment payment) {
    batch
        .bind("id", payment.id().value())
        .bind("refunds", payment.refunds().stream().mapToLong(it -> it.amount().minor()).sum())
        .bind("status", payment.status().name())
        .bind("unfinished", payment.inProgress() || !payment.refundsDue().isEmpty())
        .bind("updated", timestamp(payment.updatedAt()))
        .bind("version", payment.version());
  }

  private record Row(PaymentId payment, int line, Refund refund) {}
}
