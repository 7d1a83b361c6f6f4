package dev.tradepost.persistence.shared;

import dev.tradepost.persistence.shared.Invariants.Rule;
import java.util.List;

/** What must always hold of stock, orders, payments and events. */
final class GoodsRules {
  static final List<Rule> ALL =
      List.of(
          Rule.atStart(
              "stock is what its movements say",
              """
              SELECT s.product_id, s.warehouse_id
              FROM stock s LEFT JOIN stock_movements m
                ON m.product_id = s.product_id AND m.warehouse_id = s.warehouse_id
              GROUP BY s.product_id, s.warehouse_id, s.on_hand, s.reserved
              HAVING s.on_hand <> COALESCE(SUM(m.on_hand_delta), 0)
                  OR s.reserved <> COALESCE(SUM(m.reserved_delta), 0)"""),
          Rule.atStart(
              "movements are of stock that exists",
              """
              SELECT m.product_id, m.warehouse_id
              FROM stock_movements m LEFT JOIN stock s
                ON s.product_id = m.product_id AND s.warehouse_id = m.warehouse_id
              WHERE s.version IS NULL"""),
          Rule.atStart(
              "reserved stock is what open reservations hold",
              """
              SELECT s.product_id, s.warehouse_id
              FROM stock s LEFT JOIN (
                SELECT l.product_id, l.warehouse_id, SUM(l.quantity) AS held
                FROM reservation_lines l JOIN reservations r ON r.order_id = l.order_id
                WHERE r.status IN ('RESERVED', 'COMMITTED')
                GROUP BY l.product_id, l.warehouse_id) h
                ON h.product_id = s.product_id AND h.warehouse_id = s.warehouse_id
              WHERE s.reserved <> COALESCE(h.held, 0)"""),
          Rule.atStart(
              "order totals are the sums of their lines",
              """
              SELECT o.order_number, o.items_minor
              FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
              GROUP BY o.order_number, o.items_minor
              HAVING o.items_minor <> COALESCE(SUM(i.total_minor), 0)"""),
          Rule.atStart(
              "an order's status is where its timeline ends",
              """
              SELECT o.order_number, o.status
              FROM orders o LEFT JOIN order_transitions t ON t.order_id = o.id
                AND t.seq = (SELECT MAX(seq) FROM order_transitions WHERE order_id = o.id)
              WHERE t.to_state IS NULL OR t.to_state <> o.status"""),
          Rule.atStart(
              "a payment's refunds are the sum of its refunds",
              """
              SELECT p.id, p.refunds_minor
              FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id
              GROUP BY p.id, p.refunds_minor
              HAVING p.refunds_minor <> COALESCE(SUM(r.amount_minor), 0)"""),
          Rule.atStart(
              "an FX order has filled what its trades add up to",
              """
              SELECT o.order_number, o.filled_minor
              FROM fx_orders o LEFT JOIN trades t ON t.order_id = o.id
              GROUP BY o.order_number, o.filled_minor, o.notional
              HAVING o.filled_minor <> COALESCE(SUM(t.amount_minor), 0)"""),
          Rule.of(
              "an FX order's status is where its timeline ends",
              """
              SELECT o.order_number, o.status
              FROM fx_orders o LEFT JOIN fx_order_transitions t ON t.order_id = o.id
                AND t.seq = (SELECT MAX(seq) FROM fx_order_transitions WHERE order_id = o.id)
              WHERE t.to_state IS NULL OR t.to_state <> o.status"""),
          Rule.of(
              "the numbers of events have no gap",
              """
              SELECT n.last, COUNT(o.seq) AS numbered, MAX(o.seq) AS highest
              FROM event_numbers n LEFT JOIN outbox o ON o.seq IS NOT NULL
              GROUP BY n.last
              HAVING COUNT(o.seq) <> n.last OR COALESCE(MAX(o.seq), 0) <> n.last"""),
          Rule.of(
              "events of every aggregate are numbered without gaps",
              """
              SELECT aggregate_id, SUBSTRING(type, 1, POSITION('.' IN type)) AS kind
              FROM outbox
              GROUP BY aggregate_id, SUBSTRING(type, 1, POSITION('.' IN type))
              HAVING COUNT(*) <> MAX(aggregate_version) OR MIN(aggregate_version) <> 1"""));

  private GoodsRules() {}
}
