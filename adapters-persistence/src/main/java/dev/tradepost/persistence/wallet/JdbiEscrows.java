package dev.tradepost.persistence.wallet;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.wallet.Escrow;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.JdbiStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Escrows of orders. */
public final class JdbiEscrows extends JdbiStore<OrderId, Escrow> {

  public JdbiEscrows(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected OrderId idOf(Escrow escrow) {
    return escrow.orderId();
  }

  @Override
  protected Collection<Escrow> fetch(Collection<OrderId> ids, boolean lock) {
    String sql = "SELECT * FROM escrows WHERE order_id = ANY (:ids) ORDER BY order_id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", UUID.class, ids.stream().map(OrderId::value).toList())
        .map((row, context) -> escrow(row))
        .list();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO escrows
          (order_id, user_id, currency, captured_minor, refunded_minor, earned_minor, version)
        VALUES (:order, :user, :currency, :captured, :refunded, :earned, :version)""",
        (batch, escrow) -> {
          bindState(batch, escrow);
          batch
              .bind("user", escrow.userId().value())
              .bind("currency", escrow.captured().currency().getCurrencyCode());
        });
    updateOld(
        """
        UPDATE escrows
        SET captured_minor = :captured, refunded_minor = :refunded, earned_minor = :earned,
            version = :version
        WHERE order_id = :order AND version = :before""",
        JdbiEscrows::bindState);
  }

  private static void bindState(Batch batch, Escrow escrow) {
    batch
        .bind("order", escrow.orderId().value())
        .bind("captured", escrow.captured().minor())
        .bind("refunded", escrow.refunded().minor())
        .bind("earned", escrow.earned().minor())
        .bind("version", escrow.version());
  }

  private static Escrow escrow(ResultSet row) throws SQLException {
    Currency currency = Columns.currency(row);
    return new Escrow(
        new OrderId(Columns.uuid(row, "order_id")),
        new UserId(row.getString("user_id")),
        Columns.money(row, "captured_minor", currency),
        Columns.money(row, "refunded_minor", currency),
        Columns.money(row, "earned_minor", currency),
        row.getLong("version"));
  }
}
