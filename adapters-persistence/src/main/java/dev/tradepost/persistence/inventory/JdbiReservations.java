package dev.tradepost.persistence.inventory;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationEvent;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.JdbiStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reservations and what has become of their lines. */
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
                    .add(line(row)))
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
                  Columns.optionalInstant(row, "expires_at"),
                  row.getBoolean("extended"),
                  row.getLong("version"));
            })
        .list();
  }

  private static Reservation.Line line(ResultSet row) throws SQLException {
    return new Reservation.Line(
        InventoryRows.stockId(row),
        row.getInt("quantity"),
        row.getInt("shipped"),
        row.getInt("released"));
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO reservations (order_id, user_id, status, expires_at, extended, version)
        VALUES (:id, :user, :status, :expires, :extended, :version)""",
        (batch, reservation) -> {
          bindState(batch, reservation);
          batch.bind("user", reservation.userId().value());
        });
    updateOld(
        """
        UPDATE reservations
        SET status = :status, expires_at = :expires, extended = :extended, version = :version
        WHERE order_id = :id AND version = :before""",
        JdbiReservations::bindState);
    flushLines();
  }

  private void flushLines() {
    List<Reservation> grown =
        staged().stream().filter(JdbiReservations::hasGrown).map(Staged::state).toList();
    batch(
        "DELETE FROM reservation_lines WHERE order_id = :id",
        grown,
        (batch, reservation) -> batch.bind("id", reservation.orderId().value()));
    List<Line> lines = new ArrayList<>();
    Stream.concat(created().stream(), grown.stream())
        .forEach(it -> it.lines().forEach(line -> lines.add(new Line(it, lines.size(), line))));
    batch(
        """
        INSERT INTO reservation_lines
          (order_id, line, product_id, warehouse_id, quantity, shipped, released)
        VALUES (:id, :line, :product, :warehouse, :quantity, :shipped, :released)""",
        lines,
        (batch, line) ->
            bindLine(batch, line).bind("line", line.number).bind("quantity", line.line.quantity()));
    List<Line> changed = new ArrayList<>();
    staged().stream()
        .filter(it -> !it.isNew() && !hasGrown(it))
        .map(Staged::state)
        .forEach(
            it ->
                it.lines().stream()
                    .filter(line -> line.open() < line.quantity())
                    .forEach(line -> changed.add(new Line(it, 0, line))));
    batch(
        """
        UPDATE reservation_lines SET shipped = :shipped, released = :released
        WHERE order_id = :id AND product_id = :product AND warehouse_id = :warehouse""",
        changed,
        JdbiReservations::bindLine);
  }

  /** One that was there and has got new lines or larger ones. */
  private static boolean hasGrown(Staged<Reservation> staged) {
    return !staged.isNew()
        && staged.events().stream().anyMatch(ReservationEvent.Grown.class::isInstance);
  }

  private static Batch bindLine(Batch batch, Line line) {
    return batch
        .bind("id", line.reservation.orderId().value())
        .bind("product", line.line.stock().product().value())
        .bind("warehouse", line.line.stock().warehouse().value())
        .bind("shipped", line.line.shipped())
        .bind("released", line.line.released());
  }

  private static void bindState(Batch batch, Reservation reservation) {
    batch
        .bind("id", reservation.orderId().value())
        .bind("status", reservation.status().name())
        .bind("expires", Columns.timestamp(reservation.expiresAt()))
        .bind("extended", reservation.extended())
        .bind("version", reservation.version());
  }

  private record Line(Reservation reservation, int number, Reservation.Line line) {}
}
