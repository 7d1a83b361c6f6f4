package dev.tradepost.benchmarks;

import java.util.List;

/**
 * The statements that fill a database with finished orders of one line, every fourth delivered in
 * one shipment and the others called off, numbered from one number to before another, as the server
 * would have left them. Names in braces stand for expressions of the order's number {@code n}.
 */
final class GrowthSql {
  private static final String NUMBERS = " FROM generate_series({from}, {to} - 1) n";

  static final List<String> ROWS =
      List.of(
          """
          INSERT INTO orders
            (id, order_number, user_id, lifecycle, status, currency, items_minor, discount_minor,
             tax_minor, shipping_minor, total_minor, payment_status, created_at, updated_at,
             version)
          SELECT {order}, 'ORD-' || upper(to_hex({ms})) || '-' || lpad(n::text, 8, '0'), {user},
            'direct', CASE WHEN {delivered} THEN 'DELIVERED' ELSE 'CANCELLED' END, 'USD',
            2 * {price}, 0, 0, 0, 2 * {price}, 'PENDING', {at}, {at},
            CASE WHEN {delivered} THEN 4 ELSE 2 END"""
              + NUMBERS,
          """
          INSERT INTO order_items
            (order_id, line, product_id, name, quantity, unit_price_minor, total_minor)
          SELECT {order}, 0, {product}, 'Product ' || n % 1000, 2, {price}, 2 * {price}"""
              + NUMBERS,
          """
          INSERT INTO order_transitions
            (order_id, seq, from_state, to_state, action, reason, actor, at)
          SELECT {order}, m.seq, m.was, m.became, m.action, m.reason, 'bench', {at}
          FROM generate_series({from}, {to} - 1) n JOIN (VALUES
            (TRUE, 1, NULL, 'PLACED', NULL, 'Order created'),
            (TRUE, 2, 'PLACED', 'PROCESSING', 'START_FULFILMENT', 'Fulfillment started'),
            (TRUE, 3, 'PROCESSING', 'SHIPPED', 'SHIP', 'Order shipped'),
            (TRUE, 4, 'SHIPPED', 'DELIVERED', 'DELIVER', 'Order delivered'),
            (FALSE, 1, NULL, 'PLACED', NULL, 'Order created'),
            (FALSE, 2, 'PLACED', 'CANCELLED', 'CANCEL', 'Cancelled by staff'))
            m (delivered, seq, was, became, action, reason) ON m.delivered = {delivered}""",
          """
          INSERT INTO reservations (order_id, user_id, status, version)
          SELECT {order}, {user}, CASE WHEN {delivered} THEN 'FULFILLED' ELSE 'RELEASED' END, 2"""
              + NUMBERS,
          """
          INSERT INTO reservation_lines
            (order_id, line, product_id, warehouse_id, quantity, shipped, released)
          SELECT {order}, 0, {product}, 'main', 2, CASE WHEN {delivered} THEN 2 ELSE 0 END,
            CASE WHEN {delivered} THEN 0 ELSE 2 END"""
              + NUMBERS,
          """
          INSERT INTO stock_movements
            (product_id, warehouse_id, order_id, type, on_hand_delta, reserved_delta, actor, at)
          SELECT {product}, 'main', {order}, m.type, m.on_hand, m.reserved, 'bench', {at}
          FROM generate_series({from}, {to} - 1) n JOIN (VALUES
            (TRUE, 'stock.reserved', 0, 2), (TRUE, 'stock.shipped', -2, -2),
            (FALSE, 'stock.reserved', 0, 2), (FALSE, 'stock.released', 0, -2))
            m (delivered, type, on_hand, reserved) ON m.delivered = {delivered}""",
          """
          INSERT INTO shipments
            (id, order_id, user_id, warehouse_id, carrier, tracking_number, status, shipped_at,
             delivered_at, version)
          SELECT {shipment}, {order}, {user}, 'main', 'own', 'GROWN-' || n, 'DELIVERED', {at}, {at},
            3"""
              + NUMBERS
              + " WHERE {delivered}",
          """
          INSERT INTO shipment_items (shipment_id, line, product_id, quantity)
          SELECT {shipment}, 0, {product}, 2"""
              + NUMBERS
              + " WHERE {delivered}",
          """
          INSERT INTO outbox
            (seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
          SELECT (SELECT last FROM event_numbers) + row_number() OVER (ORDER BY n, e.place),
            {event}, e.type,
            CASE e.about WHEN 'stock' THEN {product} || '/main' WHEN 'shipment' THEN
              {shipment}::text ELSE {order}::text END,
            e.version + CASE e.about WHEN 'stock' THEN s.version + 2 * ((n - {from}) / 1000)
              ELSE 0 END,
            CASE e.about WHEN 'stock' THEN NULL ELSE {user} END, {at},
            '{"orderId":"' || {order} || '"}'
          FROM generate_series({from}, {to} - 1) n
            JOIN stock s ON s.product_id = {product} AND s.warehouse_id = 'main'
            JOIN (VALUES
              (TRUE, 2, 'order', 'order.created', 1), (TRUE, 3, 'order', 'reservation.made', 1),
              (TRUE, 4, 'stock', 'stock.reserved', 1), (TRUE, 5, 'order', 'order.state_changed', 2),
              (TRUE, 6, 'shipment', 'shipment.created', 1),
              (TRUE, 7, 'order', 'order.state_changed', 3),
              (TRUE, 8, 'order', 'reservation.moved', 2), (TRUE, 9, 'stock', 'stock.shipped', 2),
              (TRUE, 10, 'shipment', 'shipment.status_changed', 2),
              (TRUE, 11, 'order', 'order.state_changed', 4),
              (TRUE, 12, 'shipment', 'shipment.status_changed', 3),
              (FALSE, 2, 'order', 'order.created', 1), (FALSE, 3, 'order', 'reservation.made', 1),
              (FALSE, 4, 'stock', 'stock.reserved', 1),
              (FALSE, 5, 'order', 'order.state_changed', 2),
              (FALSE, 6, 'order', 'reservation.moved', 2), (FALSE, 7, 'stock', 'stock.released', 2))
              e (delivered, place, about, type, version) ON e.delivered = {delivered}""",
          """
          UPDATE stock s SET on_hand = s.on_hand - m.shipped, version = s.version + m.moves
          FROM (SELECT {product} AS product, 2 * COUNT(*) AS moves,
                  2 * COUNT(*) FILTER (WHERE {delivered}) AS shipped
                FROM generate_series({from}, {to} - 1) n GROUP BY 1) m
          WHERE s.product_id = m.product AND s.warehouse_id = 'main'""",
          "UPDATE event_numbers SET last = (SELECT MAX(seq) FROM outbox)",
          "UPDATE events_queued SET last = (SELECT last FROM event_numbers)");

  /** So that there is also something to look through beside the orders; nobody is told anything. */
  static final List<String> WEBHOOKS =
      List.of(
          """
          INSERT INTO webhooks
            (id, user_id, url, types, starts_after, secret, status, created_at, updated_at, version)
          SELECT {order}, 'grown-' || n % 100, 'https://example.com/' || n, '', 0,
            'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'DISABLED', {at}, {at}, 1"""
              + NUMBERS,
          """
          INSERT INTO webhook_deliveries
            (id, webhook_id, seq, aggregate_id, status, attempts, created_at, updated_at)
          SELECT {shipment}, {order}, 1 + n, 'bench', 'DELIVERED', 1, {at}, {at}"""
              + NUMBERS);

  /** A catalogue beside what is ordered, of which there is one piece each. */
  static final List<String> CATALOGUE =
      List.of(
          """
          INSERT INTO products (id, name, price_minor, currency, created_at, updated_at, version)
          SELECT {grown}, 'Grown thing ' || n, 100, 'USD', {at}, {at}, 1"""
              + NUMBERS,
          """
          INSERT INTO stock (product_id, warehouse_id, on_hand, reserved, version)
          SELECT {grown}, 'main', 1, 0, 1"""
              + NUMBERS,
          """
          INSERT INTO stock_movements
            (product_id, warehouse_id, type, on_hand_delta, reserved_delta, actor, at)
          SELECT {grown}, 'main', 'stock.counted', 1, 0, 'bench', {at}"""
              + NUMBERS);

  private GrowthSql() {}

  /**
   * A statement for the orders from one number to before another.
   *
   * @param firstUser who has the first of all that are filled in now
   * @param users how many share all that are filled in now, turn by turn
   */
  static String between(String statement, long from, long to, long firstUser, long users) {
    String ms = "(" + GrowthIds.START.toEpochMilli() + " + n::bigint * 1000)";
    return statement
        .replace("{order}", id("'0'"))
        .replace("{shipment}", id("'1'"))
        .replace("{event}", id("to_hex(e.place)"))
        .replace("{at}", "to_timestamp({ms} / 1000.0)")
        .replace("{ms}", ms)
        .replace("{user}", "('grown-' || (" + firstUser + " + n % " + users + "))")
        .replace("{product}", "('bench-' || lpad((n % 1000)::text, 4, '0'))")
        .replace("{grown}", "('grown-' || n)")
        .replace("{price}", "(100 * (1 + n % 1000 % 500))")
        .replace("{delivered}", "((n + n / 1000) % 4 = 0)")
        .replace("{from}", String.valueOf(from))
        .replace("{to}", String.valueOf(to));
  }

  private static String id(String kind) {
    return "(lpad(to_hex({ms}), 12, '0') || '70008' || "
        + kind
        + " || lpad(to_hex(n), 14, '0'))::uuid";
  }
}
