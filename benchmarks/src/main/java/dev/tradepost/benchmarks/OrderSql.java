package dev.tradepost.benchmarks;

/**
 * The statements that the server sends for orders, in their order in an operation. Kept by hand
 * beside the stores of {@code adapters-persistence}: whoever changes a statement there changes it
 * here.
 */
final class OrderSql {
  static final String PRODUCTS = "SELECT * FROM products WHERE id = ANY (?)";
  static final String PRODUCTS_SORTED = PRODUCTS + " ORDER BY id";
  static final String STOCK =
      "SELECT * FROM stock WHERE product_id = ANY (?) ORDER BY product_id, warehouse_id";
  static final String STOCK_LOCKED = STOCK + " FOR UPDATE";
  private static final String LINE =
      """
      i.order_id, i.product_id, i.name, i.sku, i.quantity, i.unit_price_minor,
      i.total_minor AS line_total_minor, i.discount_minor AS line_discount_minor,
      i.tax_minor AS line_tax_minor, i.cancelled, i.returned""";
  static final String ORDER =
      "SELECT o.*, "
          + LINE
          + " FROM orders o JOIN order_items i ON i.order_id = o.id"
          + " WHERE o.id = ? ORDER BY i.line";
  static final String ORDERS_LOCKED =
      "SELECT * FROM orders WHERE id = ANY (?) ORDER BY id FOR UPDATE";
  static final String LINES =
      "SELECT "
          + LINE
          + " FROM order_items i WHERE i.order_id = ANY (?) ORDER BY i.order_id, i.line";
  static final String SHIPMENTS = "SELECT * FROM shipments WHERE order_id = ANY (?) ORDER BY id";
  static final String SHIPMENTS_LOCKED = SHIPMENTS + " FOR UPDATE";
  static final String PAYMENTS = "SELECT * FROM payments WHERE order_id = ANY (?) ORDER BY id";
  static final String PAYMENTS_LOCKED = PAYMENTS + " FOR UPDATE";
  static final String RESERVED_LINES =
      "SELECT * FROM reservation_lines WHERE order_id = ANY (?) ORDER BY order_id, line";
  static final String RESERVATIONS_LOCKED =
      "SELECT * FROM reservations WHERE order_id = ANY (?) ORDER BY order_id FOR UPDATE";

  static final String MOVE_STOCK =
      """
      UPDATE stock SET on_hand = ?, reserved = ?, version = ?
      WHERE product_id = ? AND warehouse_id = ? AND version = ?""";
  static final String MOVE_ORDER =
      """
      UPDATE orders
      SET status = ?, cancelled_minor = ?, total_minor = ?,
          payment_status = ?, updated_at = ?, version = ?
      WHERE id = ? AND version = ?""";
  static final String MOVE_RESERVATION =
      """
      UPDATE reservations
      SET status = ?, expires_at = ?, extended = ?, version = ?
      WHERE order_id = ? AND version = ?""";
  static final String MOVE_RESERVED_LINE =
      """
      UPDATE reservation_lines SET shipped = ?, released = ?
      WHERE order_id = ? AND product_id = ? AND warehouse_id = ?""";

  static final String NEW_ORDER =
      """
      INSERT INTO orders
        (id, order_number, user_id, lifecycle, status, currency, items_minor, discount_minor,
         tax_minor, shipping_minor, cancelled_minor, total_minor, coupon, shipping_address,
         billing_address, tax_percent, tax_level, tax_rounding, payment_status, created_at,
         updated_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?, ?, ?, ?, ?,
         ?, ?, ?, ?, ?, ?,
         ?, ?)""";
  static final String NEW_LINE =
      """
      INSERT INTO order_items
        (order_id, line, product_id, name, sku, quantity, unit_price_minor, total_minor,
         discount_minor, tax_minor, cancelled, returned)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?, ?, ?)""";
  static final String NEW_TRANSITION =
      "INSERT INTO order_transitions"
          + " (order_id, seq, from_state, to_state, action, reason, actor, at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String NEW_RESERVATION =
      """
      INSERT INTO reservations (order_id, user_id, status, expires_at, extended, version)
      VALUES (?, ?, ?, ?, ?, ?)""";
  static final String NEW_RESERVED_LINE =
      """
      INSERT INTO reservation_lines
        (order_id, line, product_id, warehouse_id, quantity, shipped, released)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";
  static final String NEW_MOVEMENT =
      """
      INSERT INTO stock_movements
        (product_id, warehouse_id, order_id, type, on_hand_delta, reserved_delta, actor, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  /** Only to fill the raw database before it is measured. */
  static final String NEW_WAREHOUSE =
      "INSERT INTO warehouses (id, name, created_at, version) VALUES (?, ?, ?, ?)";

  static final String NEW_PRODUCT =
      """
      INSERT INTO products (id, name, price_minor, currency, sku, created_at, updated_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
  static final String NEW_STOCK =
      """
      INSERT INTO stock (product_id, warehouse_id, on_hand, reserved, version)
      VALUES (?, ?, ?, ?, ?)""";

  private OrderSql() {}
}
