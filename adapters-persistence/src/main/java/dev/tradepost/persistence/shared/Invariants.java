package dev.tradepost.persistence.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What must always hold in the data; one statement each, which answers the rows that break it. */
final class Invariants {
  private static final Map<String, String> CHECKS = new LinkedHashMap<>();

  static {
    CHECKS.put(
        "stock is what its movements say",
        """
        SELECT s.product_id, s.warehouse_id
        FROM stock s LEFT JOIN stock_movements m
          ON m.product_id = s.product_id AND m.warehouse_id = s.warehouse_id
        GROUP BY s.product_id, s.warehouse_id, s.on_hand, s.reserved
        HAVING s.on_hand <> COALESCE(SUM(m.on_hand_delta), 0)
            OR s.reserved <> COALESCE(SUM(m.reserved_delta), 0)""");
    CHECKS.put(
        "movements are of stock that exists",
        """
        SELECT m.product_id, m.warehouse_id
        FROM stock_movements m LEFT JOIN stock s
          ON s.product_id = m.product_id AND s.warehouse_id = m.warehouse_id
        WHERE s.version IS NULL""");
    CHECKS.put(
        "reserved stock is what open reservations hold",
        """
        SELECT s.product_id, s.warehouse_id
        FROM stock s LEFT JOIN (
          SELECT l.product_id, l.warehouse_id, SUM(l.quantity) AS held
          FROM reservation_lines l JOIN reservations r ON r.order_id = l.order_id
          WHERE r.status IN ('RESERVED', 'COMMITTED')
          GROUP BY l.product_id, l.warehouse_id) h
          ON h.product_id = s.product_id AND h.warehouse_id = s.warehouse_id
        WHERE s.reserved <> COALESCE(h.held, 0)""");
    CHECKS.put(
        "order totals are the sums of their lines",
        """
        SELECT o.order_number, o.items_minor
        FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
        GROUP BY o.order_number, o.items_minor
        HAVING o.items_minor <> COALESCE(SUM(i.total_minor), 0)""");
    CHECKS.put(
        "an order's status is where its timeline ends",
        """
        SELECT o.order_number, o.status
        FROM orders o LEFT JOIN order_transitions t ON t.order_id = o.id
          AND t.seq = (SELECT MAX(seq) FROM order_transitions WHERE order_id = o.id)
        WHERE t.to_state IS NULL OR t.to_state <> o.status""");
    CHECKS.put(
        "a payment's refunds are the sum of its refunds",
        """
        SELECT p.id, p.refunds_minor
        FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id
        GROUP BY p.id, p.refunds_minor
        HAVING p.refunds_minor <> COALESCE(SUM(r.amount_minor), 0)""");
  }

  private Invariants() {}

  /** What is broken, with the first offending row of each; nothing when all is sound. */
  static List<String> broken(Handle handle) {
    List<String> broken = new ArrayList<>();
    CHECKS.forEach(
        (name, sql) ->
            handle
                .createQuery(sql + " LIMIT 1")
                .mapToMap()
                .findFirst()
                .ifPresent(row -> broken.add(name + ", but not " + row)));
    return broken;
  }
}
