package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.USER;
import static dev.tradepost.benchmarks.RawRows.event;
import static dev.tradepost.benchmarks.RawRows.now;
import static dev.tradepost.benchmarks.RawRows.row;

import dev.tradepost.domain.shared.OrderNumber;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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
  /** What the events tell, as long as the server's for as many lines. */
  private static final String MOVED = RawRows.eventData(141);

  private static final String STOCK_MOVED = RawRows.eventData(109);
  private static final BigDecimal NO_TAX = BigDecimal.ZERO;

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
          for (int i : Goods.numbers().toArray()) {
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
    db.query(OrderSql.SHIPMENTS, db.uuids(id));
  }

  /** An order of so many pieces by product. */
  UUID create(Map<String, Integer> basket) throws SQLException {
    return db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          UUID id = RawRows.newId();
          String[] products = basket.keySet().toArray(String[]::new);
          List<Object[]> all = db.query(OrderSql.STOCK_LOCKED, db.texts(products));
          List<Object[]> goods = db.query(OrderSql.PRODUCTS_SORTED, db.texts(products));
          List<Piece> pieces = reserved(basket, oneOfEach(all));
          moveStock(pieces);
          insertOrder(id, now, basket, goods);
          db.write(OrderSql.NEW_RESERVATION, row(id, USER, "RESERVED", null, false, 1L));
          db.write(
              OrderSql.NEW_RESERVED_LINE,
              rows(
                  pieces.size(),
                  i ->
                      row(
                          id,
                          i,
                          pieces.get(i).product(),
                          pieces.get(i).warehouse(),
                          (int) pieces.get(i).reserved(),
                          0,
                          0)));
          insertMovements(id, now, pieces, "stock.reserved");
          int lines = pieces.size();
          List<Object[]> events = new ArrayList<>();
          events.add(event("order.created", id, USER, now, RawRows.eventData(260 + 218 * lines)));
          events.add(event("reservation.made", id, USER, now, RawRows.eventData(75 + 93 * lines)));
          insertEvents(events, now, pieces, "stock.reserved");
          return id;
        });
  }

  void cancel(UUID id) throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          Object[] order = db.query(OrderSql.ORDERS_LOCKED, db.uuids(id)).get(0);
          db.query(OrderSql.LINES, db.uuids(id));
          db.query(OrderSql.SHIPMENTS_LOCKED, db.uuids(id));
          List<Object[]> held = db.query(OrderSql.RESERVED_LINES, db.uuids(id));
          db.query(OrderSql.RESERVATIONS_LOCKED, db.uuids(id));
          db.query(OrderSql.PAYMENTS_LOCKED, db.uuids(id));
          String[] products = held.stream().map(line -> line[2]).toArray(String[]::new);
          List<Object[]> stock = db.query(OrderSql.STOCK_LOCKED, db.texts(products));
          List<Piece> pieces = released(held, stock);
          moveStock(pieces);
          db.write(
              OrderSql.MOVE_ORDER, row("CANCELLED", 0L, order[10], "PENDING", now, 2L, id, 1L));
          String why = "Cancelled by staff";
          db.write(
              OrderSql.NEW_TRANSITION,
              row(id, 2L, "PLACED", "CANCELLED", "CANCEL", why, USER, now));
          db.write(OrderSql.MOVE_RESERVATION, row("RELEASED", null, false, 2L, id, 1L));
          db.write(
              OrderSql.MOVE_RESERVED_LINE,
              rows(pieces.size(), i -> pieces.get(i).releasedLine(id)));
          insertMovements(id, now, pieces, "stock.released");
          List<Object[]> events = new ArrayList<>();
          events.add(event("order.state_changed", id, USER, now, MOVED));
          String data = RawRows.eventData(92 + 93 * pieces.size());
          events.add(event("reservation.moved", id, USER, now, data));
          insertEvents(events, now, pieces, "stock.released");
          return null;
        });
    // After the answer is decided the server looks whether money has to go back.
    db.query(OrderSql.PAYMENTS, db.uuids(id));
  }

  /**
   * Pieces of one product from one warehouse.
   *
   * @param stock the row before, behind its lock
   * @param reserved how many are promised; less than none where the promise ends
   */
  private record Piece(Object[] stock, long reserved) {
    Object product() {
      return stock[0];
    }

    Object warehouse() {
      return stock[1];
    }

    Object[] stockAfter() {
      long version = (Long) stock[4];
      return row(
          stock[2], (Long) stock[3] + reserved, version + 1, product(), warehouse(), version);
    }

    Object[] releasedLine(UUID order) {
      return row(0, (int) -reserved, order, product(), warehouse());
    }
  }

  private static List<Piece> reserved(Map<String, Integer> basket, List<Object[]> stock) {
    return stock.stream().map(it -> new Piece(it, basket.get(it[0]))).toList();
  }

  private static List<Piece> released(List<Object[]> held, List<Object[]> stock) {
    Map<List<Object>, Object[]> rows = new HashMap<>();
    stock.forEach(it -> rows.put(List.of(it[0], it[1]), it));
    return held.stream()
        .map(it -> new Piece(rows.get(List.of(it[2], it[3])), -(Integer) it[4]))
        .toList();
  }

  private void moveStock(List<Piece> pieces) throws SQLException {
    db.write(OrderSql.MOVE_STOCK, pieces.stream().map(Piece::stockAfter).toArray(Object[][]::new));
  }

  private void insertOrder(
      UUID id, OffsetDateTime now, Map<String, Integer> basket, List<Object[]> goods)
      throws SQLException {
    String number = OrderNumber.generate(now.toInstant(), RawRows.SOURCES.chance()).value();
    long sum = goods.stream().mapToLong(it -> (Long) it[2] * basket.get(it[0])).sum();
    db.write(
        OrderSql.NEW_ORDER,
        row(
            id, number, USER, "direct", "PLACED", "USD", sum, 0L, 0L, 0L, 0L, sum, null, null, null,
            NO_TAX, "LINE", "HALF_UP", "PENDING", now, now, 1L));
    db.write(
        OrderSql.NEW_LINE,
        rows(goods.size(), i -> line(id, i, goods.get(i), basket.get(goods.get(i)[0]))));
    db.write(
        OrderSql.NEW_TRANSITION, row(id, 1L, null, "PLACED", null, "Order created", USER, now));
  }

  private void insertMovements(UUID id, OffsetDateTime now, List<Piece> pieces, String type)
      throws SQLException {
    db.write(
        OrderSql.NEW_MOVEMENT,
        pieces.stream()
            .map(it -> row(it.product(), it.warehouse(), id, type, 0L, it.reserved(), USER, now))
            .toArray(Object[][]::new));
  }

  private void insertEvents(
      List<Object[]> events, OffsetDateTime now, List<Piece> pieces, String type)
      throws SQLException {
    for (Piece it : pieces) {
      events.add(event(type, it.product() + "/" + it.warehouse(), null, now, STOCK_MOVED));
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

  private static Object[] line(UUID id, int number, Object[] product, int quantity) {
    long price = (Long) product[2];
    return row(
        id,
        number,
        product[0],
        product[1],
        product[4],
        quantity,
        price,
        price * quantity,
        0L,
        0L,
        0,
        0);
  }
}
