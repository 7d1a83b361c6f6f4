package dev.tradepost.persistence.payment;

import dev.tradepost.application.payment.PaymentViews;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Reads;
import java.time.Instant;
import java.util.List;

/** Reads payments. */
public final class JdbiPaymentViews implements PaymentViews {
  private final Reads reads;

  public JdbiPaymentViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public List<Payment> ofOrder(OrderId order) {
    return reads.with(
        handle -> PaymentRows.read(handle, "order_id", List.of(order.value()), false));
  }

  @Override
  public List<PaymentId> unfinished(Instant before, int limit) {
    String sql =
        """
        SELECT id FROM payments WHERE unfinished = TRUE AND updated_at < :before
        ORDER BY updated_at LIMIT :limit""";
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("before", Columns.timestamp(before))
                .bind("limit", limit)
                .map((row, context) -> new PaymentId(Columns.uuid(row, "id")))
                .list());
  }
}
