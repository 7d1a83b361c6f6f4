package dev.tradepost.benchmarks;

/**
 * The statements that the server sends for orders of currencies, beside those of {@link WalletSql}.
 * Kept by hand beside the stores of {@code adapters-persistence}: whoever changes a statement there
 * changes it here.
 */
final class FxSql {
  static final String ORDERS_LOCKED =
      "SELECT * FROM fx_orders WHERE id = ANY (?) ORDER BY id FOR UPDATE";
  static final String TRADES =
      "SELECT * FROM trades WHERE order_id = ANY (?) ORDER BY order_id, line";
  static final String WALLET_LOCKED =
      "SELECT w.id FROM wallets w WHERE w.user_id = ? ORDER BY w.id FOR UPDATE";
  static final String WALLET =
      """
      SELECT b.*, w.currency AS own_currency, w.user_id, w.status, w.debits_frozen,
             w.credits_frozen, w.freeze_reason, w.lines, w.holds_due_at, w.created_at,
             w.updated_at, w.version
      FROM wallets w JOIN wallet_balances b ON b.wallet_id = w.id
      WHERE w.user_id = ? ORDER BY w.id""";
  static final String HOLDS_LOCKED =
      "SELECT * FROM holds WHERE id = ANY (?) ORDER BY id FOR UPDATE";

  static final String NEW_ORDER =
      """
      INSERT INTO fx_orders
        (id, order_number, user_id, base, quote, tick, lot_minor, side, order_type,
         amount_minor, price, settlement, client_order_id, status, filled_minor, notional,
         hold_id, created_at, updated_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?, ?, ?, ?, ?, ?,
         ?, ?, ?, ?)""";
  static final String MOVE_ORDER =
      """
      UPDATE fx_orders
      SET amount_minor = ?, status = ?, filled_minor = ?,
          notional = ?, hold_id = ?, updated_at = ?, version = ?
      WHERE id = ? AND version = ?""";
  static final String NEW_TRADE =
      """
      INSERT INTO trades (id, order_id, line, amount_minor, price, external_trade_id, at)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";
  static final String NEW_TRANSITION =
      "INSERT INTO fx_order_transitions"
          + " (order_id, seq, from_state, to_state, action, reason, actor, at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String NEW_HOLD =
      """
      INSERT INTO holds
        (id, wallet_id, user_id, currency, amount_minor, captured_minor, purpose, status,
         expires_at, created_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?, ?)""";
  static final String MOVE_HOLD =
      """
      UPDATE holds SET captured_minor = ?, status = ?, version = ?
      WHERE id = ? AND version = ?""";

  private FxSql() {}
}
