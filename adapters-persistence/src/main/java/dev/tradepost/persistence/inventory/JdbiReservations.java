package dev.tradepost.persistence.inventory;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reservations; their lines never change. */
public final class JdbiReservations extends JdbiStore<OrderId, Reservation> {

  public JdbiReservations(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected OrderId idOf(Reservation reservation) {
    return reservation.orderId();
  }

  @Override
  protected Collection<Reservation> fetch(Collection<OrderId> ids, boolean lock) {
    List<UUID> keys = ids.stream().map(OrderId::value).toList();
    Map<UUID, List<Reservation.Line>> lines = new HashMap<>();
    handle()
        .createQuery(
            "SELECT * FROM reservation_lines WHERE order_id = ANY (:ids) ORDER BY order_id, line")
        .bindArray("ids", UUID.class, keys)
        .map(
            (row, context) ->
                lines
                    .computeIfAbsent(Columns.uuid(row, "order_id"), id -> new ArrayList<>())
                    .add(new Reservation.Line(InventoryRows.stockId(row), row.getInt("quantity"))))
        .list();
    String sql = "SELECT * FROM reservations WHERE order_id = ANY (:ids) ORDER BY order_id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", UUID.class, keys)
        .map(
            (row, context) -> {
              UUID id = Columns.uuid(row, "order_id");
              return new Reservation(
                  new OrderId(id),
                  new UserId(row.getString("user_id")),
                  lines.getOrDefault(id, List.of()),
                  ReservationStatus.valueOf(row.getString("status")),
                  row.getLong("version"));
            })
        .list();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO reservations (order_id, user_id, status, version)
        VALUES (:id, :user, :status, :version)""",
        (batch, reservation) ->
            batch
                .bind("id", reservation.orderId().value())
                .bind("user", reservation.userId().value())
                .bind("status", reservation.status().name())
                .bind("version", reservation.version()));
    List<Line> lines = new ArrayList<>();
    created()
        .forEach(it -> it.lines().forEach(line -> lines.add(new Line(it, lines.size(), line))));
    batch(
        """
        INSERT INTO reservation_lines (order_id, line, product_id, warehouse_id, quantity)
        VALUES (:id, :line, :product, :warehouse, :quantity)""",
        lines,
        (batch, line) ->
            batch
                .bind("id", line.reservation.orderId().value())
                .bind("line", line.number)
                .bind("product", line.line.stock().product().value())
                .bind("warehouse", line.line.stock().warehouse().value())
                .bind("quantity", line.line.quantity()));
    updateOld(
        """
        UPDATE reservations SET status = :status, version = :version
        WHERE order_id = :id AND version = :before""",
        (batch, reservation) ->
            batch
                .bind("id", reservation.orderId().value())
                .bind("status", reservation.status().name())
                .bind("version", reservation.version()));
  }

  private record Line(Reservation reservation, int number, Reservation.Line line) {}
}
