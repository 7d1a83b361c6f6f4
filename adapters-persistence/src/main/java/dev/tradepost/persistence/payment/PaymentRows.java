package dev.tradepost.persistence.payment;

import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads payments with their refunds. */
final class PaymentRows {

  private PaymentRows() {}

  static List<Payment> read(Handle handle, String column, List<UUID> keys, boolean lock) {
    String sql = "SELECT * FROM payments WHERE " + column + " = ANY (:keys) ORDER BY id";
    List<Payment> heads =
        handle
            .createQuery(lock ? sql + " FOR UPDATE" : sql)
            .bindArray("keys", UUID.class, keys)
            .map((row, context) -> payment(row))
            .list();
    if (heads.isEmpty()) {
      return heads;
    }
    Map<UUID, Payment> byId = new HashMap<>();
    heads.forEach(head -> byId.put(head.id().value(), head));
    Map<UUID, List<Refund>> refunds = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM refunds WHERE payment_id = ANY (:ids) ORDER BY payment_id, line")
        .bindArray("ids", UUID.class, new ArrayList<>(byId.keySet()))
        .map(
            (row, context) -> {
              UUID id = Columns.uuid(row, "payment_id");
              Money amount = Columns.money(row, "amount_minor", byId.get(id).amount().currency());
              return refunds
                  .computeIfAbsent(id, key -> new ArrayList<>())
                  .add(
                      new Refund(
                          new RefundId(Columns.uuid(row, "id")),
                          amount,
                          row.getString("reason"),
                          row.getBoolean("done")));
            })
        .list();
    return heads.stream()
        .map(head -> withRefunds(head, refunds.getOrDefault(head.id().value(), List.of())))
        .toList();
  }

  private static Payment payment(ResultSet row) throws SQLException {
    return new Payment(
        new PaymentId(Columns.uuid(row, "id")),
        new OrderId(Columns.uuid(row, "order_id")),
        new UserId(row.getString("user_id")),
        PaymentMethod.valueOf(row.getString("method")),
        row.getString("source"),
        Columns.money(row, "amount_minor", Columns.currency(row)),
        PaymentStatus.valueOf(row.getString("status")),
        List.of(),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static Payment withRefunds(Payment head, List<Refund> refunds) {
    return new Payment(
        head.id(),
        head.orderId(),
        head.userId(),
        head.method(),
        head.source(),
        head.amount(),
        head.status(),
        refunds,
        head.createdAt(),
        head.updatedAt(),
        head.version());
  }
}
