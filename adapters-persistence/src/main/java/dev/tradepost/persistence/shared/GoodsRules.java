package dev.tradepost.persistence.shared;

import dev.tradepost.persistence.shared.Invariants.Rule;
import java.util.List;

/**
 * What must always hold of stock, orders, payments and events. Where two long tables are compared
 * that no index joins on both databases, their rows are put under each other and added up: one walk
 * over each, however many there are.
 */
final class GoodsRules {
  static final List<Rule> ALL =
      List.of(
          Rule.atStart(
              "stock is what its movements say",
              """
              SELECT product_id, warehouse_id
              FROM (SELECT 1 AS stands, product_id, warehouse_id, on_hand, reserved FROM stock
                    UNION ALL
                    SELECT 0, product_id, warehouse_id, -on_hand_delta, -reserved_delta
                    FROM stock_movements) x
              GROUP BY product_id, warehouse_id
              HAVING MAX(stands) = 1 AND (SUM(on_hand) <> 0 OR SUM(reserved) <> 0)"""),
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
                SELECT l.product_id, l.warehouse_id,
                  SUM(l.quantity - l.shipped - l.released) AS held
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
          Rule.of(
              "an order's discount and tax are the sums of its lines'",
              """
              SELECT o.order_number, o.discount_minor, o.tax_minor
              FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
              GROUP BY o.order_number, o.discount_minor, o.tax_minor
              HAVING o.discount_minor <> COALESCE(SUM(i.discount_minor), 0)
                  OR o.tax_minor <> COALESCE(SUM(i.tax_minor), 0)"""),
          Rule.of(
              "what was promised to an order is what is left of it",
              """
              SELECT order_id, product_id
              FROM (SELECT 1 AS ordered, i.order_id, i.product_id, i.quantity - i.cancelled AS due
                    FROM order_items i JOIN reservations r ON r.order_id = i.order_id
                    WHERE r.status IN ('RESERVED', 'COMMITTED', 'FULFILLED')
                    UNION ALL
                    SELECT 0, order_id, product_id, released - quantity FROM reservation_lines) x
              GROUP BY order_id, product_id
              HAVING MAX(ordered) = 1 AND SUM(due) <> 0"""),
          Rule.of(
              "nothing is promised of what an order has not",
              """
              SELECT order_id, product_id
              FROM (SELECT 1 AS ordered, order_id, product_id, 0 AS open FROM order_items
                    UNION ALL
                    SELECT 0, order_id, product_id, quantity - released FROM reservation_lines) x
              GROUP BY order_id, product_id
              HAVING MAX(ordered) = 0 AND MAX(open) > 0"""),
          Rule.of(
              "what has left is in shipments",
              """
              SELECT l.order_id, l.product_id
              FROM (SELECT order_id, product_id, SUM(shipped) AS shipped
                    FROM reservation_lines GROUP BY order_id, product_id) l
                LEFT JOIN (SELECT s.order_id, i.product_id, SUM(i.quantity) AS sent
                    FROM shipments s JOIN shipment_items i ON i.shipment_id = s.id
                    WHERE s.status IN ('SHIPPED', 'DELIVERED')
                    GROUP BY s.order_id, i.product_id) s
                  ON s.order_id = l.order_id AND s.product_id = l.product_id
              WHERE l.shipped <> COALESCE(s.sent, 0)"""),
          Rule.of(
              "a shipment is where its carrier has brought it",
              """
              SELECT s.id, s.status, t.status AS heard
              FROM shipments s JOIN shipment_tracking t ON t.shipment_id = s.id
              WHERE (t.status = 'DELIVERED' AND s.status NOT IN ('DELIVERED', 'CANCELLED'))
                OR (t.status IN ('PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY')
                  AND s.status = 'PENDING')"""),
          Rule.of(
              "no more comes back than has arrived",
              """
              SELECT b.order_id, b.product_id
              FROM (SELECT r.order_id, i.product_id, SUM(COALESCE(i.received, i.quantity)) AS back
                    FROM returns r JOIN return_items i ON i.return_id = r.id
                    WHERE r.status <> 'REJECTED' GROUP BY r.order_id, i.product_id) b
                LEFT JOIN (SELECT s.order_id, i.product_id, SUM(i.quantity) AS arrived
                    FROM shipments s JOIN shipment_items i ON i.shipment_id = s.id
                    WHERE s.status = 'DELIVERED' GROUP BY s.order_id, i.product_id) a
                  ON a.order_id = b.order_id AND a.product_id = b.product_id
              WHERE b.back > COALESCE(a.arrived, 0)"""),
          Rule.of(
              "what was repaid came back",
              """
              SELECT i.order_id, i.product_id, i.returned
              FROM order_items i LEFT JOIN (
                SELECT r.order_id, b.product_id, SUM(COALESCE(b.received, b.quantity)) AS back
                FROM returns r JOIN return_items b ON b.return_id = r.id
                WHERE r.status = 'REFUNDED' GROUP BY r.order_id, b.product_id) x
                ON x.order_id = i.order_id AND x.product_id = i.product_id
              WHERE i.returned <> COALESCE(x.back, 0)"""),
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
              FROM event_numbers n LEFT JOIN outbox o ON o.seq > 0
              GROUP BY n.last
              HAVING COUNT(o.seq) <> n.last OR COALESCE(MAX(o.seq), 0) <> n.last"""),
          Rule.of(
              "nothing is queued that has not happened",
              """
              SELECT q.last AS queued, n.last AS numbered
              FROM events_queued q JOIN event_numbers n ON n.id = q.id
              WHERE q.last > n.last"""),
          Rule.of(
              "events of every aggregate are numbered without gaps",
              """
              SELECT aggregate_id, SUBSTRING(type, 1, POSITION('.' IN type)) AS kind
              FROM outbox
              GROUP BY aggregate_id, SUBSTRING(type, 1, POSITION('.' IN type))
              HAVING COUNT(*) <> MAX(aggregate_version) OR MIN(aggregate_version) <> 1"""));

  private GoodsRules() {}
}
