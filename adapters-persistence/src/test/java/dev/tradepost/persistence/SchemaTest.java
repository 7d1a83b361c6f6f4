package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema is the last line: rows that no command would write are refused by the database. */
class SchemaTest {
  private static final String NOW = "TIMESTAMP WITH TIME ZONE '2026-03-01 12:00:00+00'";
  private static final String NOTHING = "'" + new UUID(1, 1) + "'";
  private static final String CHECK = "check";
  private static final String UNIQUE = "unique";
  private static final String FOREIGN = "foreign key";

  @TempDir private Path directory;

  private Map<String, String> refusedRows(String order, String payment) {
    Map<String, String> rows = new LinkedHashMap<>();
    stockAndCatalogue(rows);
    promotions(rows);
    orders(rows, order);
    reservations(rows, order);
    parts(rows, order);
    payments(rows, payment);
    rest(rows, order);
    mails(rows);
    return rows;
  }

  private static void stockAndCatalogue(Map<String, String> rows) {
    String product = "INSERT INTO products VALUES ('%s', 'x', %d, 'USD', NULL, %s, %s, 1)";
    rows.put(product.formatted("free", 0, NOW, NOW), CHECK);
    rows.put(product.formatted("p0", 1, NOW, NOW), UNIQUE);
    rows.put("INSERT INTO warehouses VALUES ('main', 'x', " + NOW + ", 1)", UNIQUE);
    rows.put("UPDATE stock SET reserved = on_hand + 1 WHERE product_id = 'p0'", CHECK);
    rows.put("UPDATE stock SET reserved = -1 WHERE product_id = 'p0'", CHECK);
    rows.put("UPDATE stock SET on_hand = -1 WHERE product_id = 'p1'", CHECK);
    rows.put("INSERT INTO stock VALUES ('p0', 'main', 1, 0, 1)", UNIQUE);
    rows.put("INSERT INTO stock VALUES ('nothing', 'main', 1, 0, 1)", FOREIGN);
    rows.put("INSERT INTO stock VALUES ('p0', 'nowhere', 1, 0, 1)", FOREIGN);
    rows.put("DELETE FROM products WHERE id = 'p0'", FOREIGN);
    rows.put("DELETE FROM warehouses WHERE id = 'main'", FOREIGN);
    rows.put("INSERT INTO cart_items VALUES ('nobody', 0, 'p0', 1)", FOREIGN);
  }

  private static void orders(Map<String, String> rows, String order) {
    rows.put("UPDATE orders SET total_minor = total_minor + 1", CHECK);
    rows.put("UPDATE orders SET discount_minor = -1, total_minor = items_minor + 1", CHECK);
    rows.put("UPDATE orders SET tax_minor = -1, total_minor = items_minor - 1", CHECK);
    rows.put("UPDATE orders SET shipping_minor = -1, total_minor = items_minor - 1", CHECK);
    rows.put("UPDATE orders SET discount_minor = items_minor + 1, total_minor = -1", CHECK);
    rows.put(
        """
        INSERT INTO orders
          (id, order_number, user_id, lifecycle, status, currency, items_minor, discount_minor,
           tax_minor, shipping_minor, total_minor, payment_status, created_at, updated_at, version)
        SELECT %s, order_number, user_id, lifecycle, status, currency,
          items_minor, discount_minor, tax_minor, shipping_minor, total_minor, payment_status,
          created_at, updated_at, version FROM orders"""
            .formatted("CAST(" + NOTHING + " AS uuid)"),
        UNIQUE);
    rows.put("UPDATE order_items SET total_minor = total_minor + 1", CHECK);
    rows.put("UPDATE order_items SET quantity = 0, total_minor = 0", CHECK);
    rows.put("UPDATE order_items SET unit_price_minor = 0, total_minor = 0", CHECK);
    String item =
        """
        INSERT INTO order_items
          (order_id, line, product_id, name, quantity, unit_price_minor, total_minor)
        VALUES (%s, %d, '%s', 'x', 1, 1, 1)""";
    rows.put(item.formatted(NOTHING, 0, "p0"), FOREIGN);
    rows.put(item.formatted(order, 9, "nothing"), FOREIGN);
    rows.put(item.formatted(order, 0, "p0"), UNIQUE);
    String move = "INSERT INTO order_transitions VALUES (%s, %d, NULL, 'X', NULL, 'x', 'x', %s)";
    rows.put(move.formatted(order, 1, NOW), UNIQUE);
    rows.put(move.formatted(NOTHING, 1, NOW), FOREIGN);
    rows.put("DELETE FROM orders", FOREIGN);
  }

  private static void reservations(Map<String, String> rows, String order) {
    String reservation =
        "INSERT INTO reservations (order_id, user_id, status, version) VALUES (%s, 'x', 'X', 1)";
    rows.put(reservation.formatted(order), UNIQUE);
    rows.put(reservation.formatted(NOTHING), FOREIGN);
    String line =
        """
        INSERT INTO reservation_lines (order_id, line, product_id, warehouse_id, quantity)
        VALUES (%s, 9, '%s', '%s', %d)""";
    rows.put(line.formatted(order, "p0", "main", 0), CHECK);
    rows.put(line.formatted(order, "p0", "nowhere", 1), FOREIGN);
    rows.put(line.formatted(NOTHING, "p0", "main", 1), FOREIGN);
  }

  private static void parts(Map<String, String> rows, String order) {
    rows.put("UPDATE orders SET cancelled_minor = -1, total_minor = items_minor + 1", CHECK);
    rows.put("UPDATE orders SET cancelled_minor = 1", CHECK);
    rows.put("UPDATE order_items SET discount_minor = -1", CHECK);
    rows.put("UPDATE order_items SET discount_minor = total_minor + 1", CHECK);
    rows.put("UPDATE order_items SET tax_minor = -1", CHECK);
    rows.put("UPDATE order_items SET cancelled = -1, returned = 1", CHECK);
    rows.put("UPDATE order_items SET returned = -1, cancelled = 1", CHECK);
    rows.put("UPDATE order_items SET cancelled = quantity, returned = 1", CHECK);
    rows.put("UPDATE reservation_lines SET shipped = -1, released = 1", CHECK);
    rows.put("UPDATE reservation_lines SET released = -1, shipped = 1", CHECK);
    rows.put("UPDATE reservation_lines SET shipped = quantity, released = 1", CHECK);
    String back =
        """
        INSERT INTO returns
          (id, order_id, user_id, reason, status, refunded_minor, created_at, updated_at, version)
        VALUES (%1$s, %2$s, 'x', 'x', 'X', %3$d, %4$s, %4$s, 1)""";
    rows.put(back.formatted(NOTHING, NOTHING, 0, NOW), FOREIGN);
    rows.put(back.formatted(NOTHING, order, -1, NOW), CHECK);
    String item = "INSERT INTO return_items VALUES (%s, 0, '%s', %d, %s, %d)";
    rows.put(item.formatted(NOTHING, "p0", 1, "NULL", 0), FOREIGN);
    rows.put(back.formatted(NOTHING, order, 0, NOW), "");
    rows.put(item.formatted(NOTHING, "nothing", 1, "NULL", 0), FOREIGN);
    rows.put(item.formatted(NOTHING, "p0", 0, "NULL", 0), CHECK);
    rows.put(item.formatted(NOTHING, "p0", 1, "2", 0), CHECK);
    rows.put(item.formatted(NOTHING, "p0", 1, "-1", 0), CHECK);
    rows.put(item.formatted(NOTHING, "p0", 2, "1", 2), CHECK);
    rows.put(item.formatted(NOTHING, "p0", 2, "NULL", 1), CHECK);
    rows.put(item.formatted(NOTHING, "p0", 2, "1", -1), CHECK);
  }

  private static void payments(Map<String, String> rows, String payment) {
    rows.put("UPDATE payments SET refunds_minor = amount_minor + 1", CHECK);
    rows.put("UPDATE payments SET refunds_minor = -1", CHECK);
    rows.put("UPDATE payments SET amount_minor = 0", CHECK);
    rows.put("UPDATE payments SET order_id = " + NOTHING, FOREIGN);
    String refund = "INSERT INTO refunds VALUES (%s, %s, 0, %d, 'x', FALSE)";
    rows.put(refund.formatted(NOTHING, payment, 0), CHECK);
    rows.put(refund.formatted(NOTHING, NOTHING, 1), FOREIGN);
  }

  private static void promotions(Map<String, String> rows) {
    String promotion =
        """
        INSERT INTO promotions (code, percent_off, amount_off_minor, buy_x, get_y, currency,
          usage_limit, minimum_minor, used, created_at, updated_at, version)
        VALUES ('%s', %s, NOW, NOW, 1)"""
            .replace("NOW", NOW);
    rows.put(promotion.formatted("TEN", "10, NULL, NULL, NULL, NULL, 1, NULL, 0"), "");
    rows.put(promotion.formatted("TEN", "10, NULL, NULL, NULL, NULL, 2, NULL, 0"), UNIQUE);
    rows.put(promotion.formatted("A", "10, 100, NULL, NULL, 'USD', NULL, NULL, 0"), CHECK);
    rows.put(promotion.formatted("A", "NULL, NULL, 1, NULL, NULL, NULL, NULL, 0"), CHECK);
    rows.put(promotion.formatted("A", "NULL, 100, NULL, NULL, NULL, NULL, NULL, 0"), CHECK);
    rows.put(promotion.formatted("A", "10, NULL, NULL, NULL, NULL, NULL, 500, 0"), CHECK);
    rows.put(promotion.formatted("A", "101, NULL, NULL, NULL, NULL, NULL, NULL, 0"), CHECK);
    rows.put(promotion.formatted("A", "10, NULL, NULL, NULL, NULL, NULL, NULL, 1"), CHECK);
    rows.put(promotion.formatted("A", "10, NULL, NULL, NULL, NULL, 0, NULL, 0"), CHECK);
    rows.put("UPDATE promotions SET used = 2 WHERE code = 'TEN'", CHECK);
    rows.put("INSERT INTO promotion_users VALUES ('NONE', 'x', 1, 1)", FOREIGN);
    rows.put("INSERT INTO promotion_users VALUES ('TEN', 'x', -1, 1)", CHECK);
    rows.put("UPDATE orders SET tax_percent = 100.5", CHECK);
  }

  private static void rest(Map<String, String> rows, String order) {
    String answer = "INSERT INTO idempotency_keys VALUES ('scope', 'key', 'x', 'x', %s)";
    rows.put(answer.formatted(NOW), "");
    rows.put(answer.formatted(NOW) + " ", UNIQUE);
    String shipment =
        "INSERT INTO shipments VALUES (%s, %s, 'x', '%s', NULL, NULL, 'PENDING', NULL, NULL, 1)";
    rows.put(shipment.formatted(NOTHING, NOTHING, "main"), FOREIGN);
    rows.put(shipment.formatted(NOTHING, order, "nowhere"), FOREIGN);
    rows.put("INSERT INTO shipment_items VALUES (" + NOTHING + ", 0, 'p0', 1)", FOREIGN);
    String said = "INSERT INTO shipment_tracking VALUES (%s, '%s', %d, 'X', %s, NULL, NULL)";
    rows.put(said.formatted(NOTHING, "1", 1, NOW), FOREIGN);
    rows.put(shipment.formatted(NOTHING, order, "main"), "");
    rows.put(said.formatted(NOTHING, "1", 2, NOW), "");
    rows.put(said.formatted(NOTHING, "1", 3, NOW), UNIQUE);
    rows.put(said.formatted(NOTHING, "2", 2, NOW), UNIQUE);
    rows.put(
        """
        INSERT INTO stock_movements
          (product_id, warehouse_id, order_id, type, on_hand_delta, reserved_delta, actor, at)
        VALUES ('p0', 'main', %s, 'x', 0, 0, 'x', %s)"""
            .formatted(NOTHING, NOW),
        FOREIGN);
    rows.put(
        """
        INSERT INTO outbox
          (seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
        SELECT -seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data
        FROM outbox""",
        UNIQUE);
    rows.put(
        """
        INSERT INTO outbox
          (seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
        SELECT seq, %s, type, aggregate_id, aggregate_version, owner, occurred_at, data
        FROM outbox WHERE seq = 1"""
            .formatted(NOTHING),
        UNIQUE);
  }

  private static void mails(Map<String, String> rows) {
    String mail =
        """
        INSERT INTO mails
        VALUES (%s, %d, 'a@b', 'X', %s, NULL, %s, NULL, '%s', 0, %s, NULL, %s, %s)""";
    String id = "'" + new UUID(2, 2) + "'";
    rows.put(mail.formatted(id, 1, NOTHING, "NULL", "DUE", NOW, NOW, NOW), "");
    rows.put(mail.formatted(NOTHING, 1, NOTHING, "NULL", "DUE", NOW, NOW, NOW), UNIQUE);
    rows.put(mail.formatted(NOTHING, 2, NOTHING, "NULL", "DUE", "NULL", NOW, NOW), CHECK);
    rows.put(mail.formatted(NOTHING, 2, NOTHING, "NULL", "SENT", NOW, NOW, NOW), CHECK);
    rows.put(mail.formatted(NOTHING, 2, NOTHING, "1", "DUE", NOW, NOW, NOW), CHECK);
  }

  @ParameterizedTest // A110, S3-50, S2-35
  @EnumSource
  void rows_that_no_command_would_write_are_refused(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 2))) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      shop.furnish(2);
      String order = "'" + shop.paidOrder() + "'";
      String payment =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      "'"
                          + handle.createQuery("SELECT id FROM payments").mapTo(UUID.class).one()
                          + "'");
      refusedRows(order, payment)
          .forEach((sql, rule) -> assertRefused(engine, database.jdbi(), sql, rule));
    }
  }

  private static void assertRefused(Engine engine, Jdbi jdbi, String sql, String rule) {
    Throwable fault = catchThrowable(() -> jdbi.useHandle(handle -> handle.execute(sql)));
    if (rule.isEmpty()) {
      assertThat(fault).as(sql).isNull();
      return;
    }
    assertThat(fault).as(sql).isNotNull();
    assertThat(state(fault)).as(sql).isIn(states(engine, rule));
  }

  private static Object[] states(Engine engine, String rule) {
    return switch (rule) {
      case CHECK -> new Object[] {engine == Engine.H2 ? "23513" : "23514"};
      case UNIQUE -> new Object[] {"23505"};
      case FOREIGN -> new Object[] {engine == Engine.H2 ? "23506" : "23503", "23503"};
      default -> throw new IllegalArgumentException(rule);
    };
  }

  private static String state(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState();
      }
    }
    return fault.toString();
  }
}
