package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.USER;
import static dev.tradepost.benchmarks.RawRows.event;
import static dev.tradepost.benchmarks.RawRows.now;
import static dev.tradepost.benchmarks.RawRows.row;

import dev.tradepost.domain.shared.OrderNumber;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The operations on orders as the bare SQL that the server runs for them, statement by statement.
 */
final class RawOrders {
  private static final String SHORT_EVENT = RawRows.eventData(140);

  private final RawConnection db;

  RawOrders(RawConnection db) {
    this.db = db;
  }

  /** Fills a new database with the products. */
  void stock() throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          db.write(OrderSql.NEW_WAREHOUSE, row(Goods.WAREHOUSE, "Main warehouse", now, 1L));
          for (int i = 0; i < Goods.COUNT; i++) {
            String id = Goods.id(i);
            long price = Goods.priceMinor(i);
            db.write(
                OrderSql.NEW_PRODUCT, row(id, Goods.name(i), price, "USD", null, now, now, 1L));
            db.write(OrderSql.NEW_STOCK, row(id, Goods.WAREHOUSE, Goods.ON_HAND, 0L, 1L));
          }
          return null;
        });
  }

  /** Fills it with the products of large orders. */
  void stockLarge() throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          for (int i = 0; i < LargeGoods.WAREHOUSES; i++) {
            db.write(OrderSql.NEW_WAREHOUSE, row(LargeGoods.warehouse(i), "House " + i, now, 1L));
          }
          for (int i = 0; i < LargeGoods.COUNT; i++) {
            String id = LargeGoods.id(i);
            long price = 100L * (1 + i);
            db.write(
                OrderSql.NEW_PRODUCT, row(id, "Product " + i, price, "USD", null, now, now, 1L));
            for (int home : LargeGoods.homes(i)) {
              String house = LargeGoods.warehouse(home);
              db.write(OrderSql.NEW_STOCK, row(id, house, Goods.ON_HAND, 0L, 1L));
            }
          }
          return null;
        });
  }

  void checkStock(String product) throws SQLException {
    db.query(OrderSql.PRODUCTS, db.texts(product));
    db.query(OrderSql.STOCK, db.texts(product));
  }

  void get(UUID id) throws SQLException {
    db.query(OrderSql.ORDER, id);
    db.query(OrderSql.LINES, db.uuids(id));
    db.query(OrderSql.SHIPMENTS, db.uuids(id));
  }

  UUID create(String... products) throws SQLException {
    return db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          UUID id = RawRows.newId();
          List<Object[]> goods = db.query(OrderSql.PRODUCTS_SORTED, db.texts(products));
          List<Object[]> all = db.query(OrderSql.STOCK_LOCKED, db.texts(products));
          List<Object[]> stock = oneOfEach(all);
          moveStock(stock, 1);
          insertOrder(id, now, goods);
          db.write(OrderSql.NEW_RESERVATION, row(id, USER, "RESERVED", 1L));
          db.write(OrderSql.NEW_RESERVED_LINE, rows(products.length, i -> reserved(id, i, stock)));
          insertMovements(id, now, stock, "stock.reserved", 1L);
          insertEvents(id, now, stock, RawRows.eventData(230 + 100 * products.length));
          return id;
        });
  }

  void cancel(UUID id) throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          db.query(OrderSql.ORDERS_LOCKED, db.uuids(id));
          db.query(OrderSql.LINES, db.uuids(id));
          db.query(OrderSql.PAYMENTS_LOCKED, db.uuids(id));
          List<Object[]> held = db.query(OrderSql.RESERVED_LINES, db.uuids(id));
          db.query(OrderSql.RESERVATIONS_LOCKED, db.uuids(id));
          String[] products = held.stream().map(line -> line[2]).toArray(String[]::new);
          List<Object[]> stock = db.query(OrderSql.STOCK_LOCKED, db.texts(products));
          moveStock(stock, -1);
          db.write(OrderSql.MOVE_ORDER, row("CANCELLED", "PENDING", now, 2L, id, 1L));
          String why = "Cancelled by staff";
          db.write(
              OrderSql.NEW_TRANSITION,
              row(id, 2L, "PLACED", "CANCELLED", "CANCEL", why, USER, now));
          db.write(OrderSql.MOVE_RESERVATION, row("RELEASED", 2L, id, 1L));
          insertMovements(id, now, stock, "stock.released", -1L);
          insertEvents(id, now, stock, SHORT_EVENT);
          return null;
        });
    // After the answer is decided the server looks whether money has to go back.
    db.query(OrderSql.PAYMENTS, db.uuids(id));
  }

  private void moveStock(List<Object[]> stock, int by) throws SQLException {
    db.write(
        OrderSql.MOVE_STOCK,
        stock.stream()
            .map(it -> row(it[2], (Long) it[3] + by, (Long) it[4] + 1, it[0], it[1], it[4]))
            .toArray(Object[][]::new));
  }

  private void insertOrder(UUID id, OffsetDateTime now, List<Object[]> goods) throws SQLException {
    String number = OrderNumber.generate(now.toInstant(), RawRows.SOURCES.chance()).value();
    long sum = goods.stream().mapToLong(it -> (Long) it[2]).sum();
    db.write(
        OrderSql.NEW_ORDER,
        row(
            id, number, USER, "direct", "PLACED", "USD", sum, 0L, 0L, 0L, sum, "PENDING", now, now,
            1L));
    db.write(OrderSql.NEW_LINE, rows(goods.size(), i -> line(id, i, goods)));
    db.write(
        OrderSql.NEW_TRANSITION, row(id, 1L, null, "PLACED", null, "Order created", USER, now));
  }

  private void insertMovements(
      UUID id, OffsetDateTime now, List<Object[]> stock, String type, long by) throws SQLException {
    db.write(
        OrderSql.NEW_MOVEMENT,
        stock.stream()
            .map(it -> row(it[0], it[1], id, type, 0L, by, USER, now))
            .toArray(Object[][]::new));
  }

  private void insertEvents(UUID id, OffsetDateTime now, List<Object[]> stock, String first)
      throws SQLException {
    List<Object[]> events = new ArrayList<>();
    events.add(event("order.changed", id, USER, now, first));
    events.add(event("reservation.changed", id, USER, now, SHORT_EVENT));
    for (Object[] it : stock) {
      events.add(event("stock.changed", it[0] + "/" + it[1], null, now, SHORT_EVENT));
    }
    db.write(RawRows.NEW_EVENT, events.toArray(Object[][]::new));
  }

  /** The first warehouse of each product, which has enough of it: no choice to be made. */
  private static List<Object[]> oneOfEach(List<Object[]> stock) {
    Map<Object, Object[]> first = new LinkedHashMap<>();
    stock.forEach(it -> first.putIfAbsent(it[0], it));
    return List.copyOf(first.values());
  }

  private static Object[][] rows(int count, IntFunction<Object[]> row) {
    return IntStream.range(0, count).mapToObj(row).toArray(Object[][]::new);
  }

  private static Object[] line(UUID id, int number, List<Object[]> goods) {
    Object[] product = goods.get(number);
    return row(id, number, product[0], product[1], product[4], 1, product[2], product[2]);
  }

  private static Object[] reserved(UUID id, int number, List<Object[]> stock) {
    return row(id, number, stock.get(number)[0], stock.get(number)[1], 1);
  }
}
