package dev.tradepost.benchmarks;

/**
 * The statements that the server sends for wallets, in their order in an operation. Kept by hand
 * beside the stores of {@code adapters-persistence}: whoever changes a statement there changes it
 * here.
 */
final class WalletSql {
  static final String WALLETS_LOCKED =
      "SELECT w.id FROM wallets w WHERE w.id = ANY (?) ORDER BY w.id FOR UPDATE";
  static final String WALLETS =
      """
      SELECT b.*, w.currency AS own_currency, w.user_id, w.status, w.debits_frozen,
             w.credits_frozen, w.freeze_reason, w.lines, w.holds_due_at, w.created_at,
             w.updated_at, w.version
      FROM wallets w JOIN wallet_balances b ON b.wallet_id = w.id
      WHERE w.id = ANY (?) ORDER BY w.id""";
  static final String HISTORY =
      """
      SELECT p.id, p.owner, p.seq, p.type, p.currency, p.amount_minor, p.balance_after_minor,
             p.at, e.type AS kind, e.reference, e.category, e.detail, e.payer, e.payee
      FROM postings p JOIN journal_entries e ON e.id = p.entry_id
      WHERE p.owner = ? AND p.seq < ? ORDER BY p.seq DESC LIMIT ? OFFSET ?""";

  static final String MOVE_WALLET =
      """
      UPDATE wallets
      SET status = ?, debits_frozen = ?, credits_frozen = ?,
          freeze_reason = ?, lines = ?, holds_due_at = ?,
          updated_at = ?, version = ?
      WHERE id = ? AND version = ?""";
  static final String MOVE_BALANCE =
      """
      UPDATE wallet_balances
      SET total_minor = ?, held_minor = ?, spent_on = ?,
          spent_day_minor = ?, spent_month_minor = ?,
          window_start = ?, window_debits = ?, debits = ?,
          debited_minor = ?, limit_transaction_minor = ?,
          limit_daily_minor = ?, limit_monthly_minor = ?
      WHERE wallet_id = ? AND currency = ?""";
  static final String NEW_ENTRY =
      """
      INSERT INTO journal_entries
        (id, type, reference, category, detail, payer, payee, actor, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  static final String NEW_POSTING =
      """
      INSERT INTO postings
        (entry_id, line, account, owner, currency, amount_minor, id, seq, type,
         balance_after_minor, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
         ?, ?)""";

  /** Only to fill the raw database before it is measured. */
  static final String NEW_WALLET =
      """
      INSERT INTO wallets
        (id, user_id, currency, status, debits_frozen, credits_frozen, freeze_reason, lines,
         holds_due_at, created_at, updated_at, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  static final String NEW_BALANCE =
      """
      INSERT INTO wallet_balances
        (wallet_id, currency, total_minor, held_minor, spent_on, spent_day_minor,
         spent_month_minor, window_start, window_debits, debits, debited_minor,
         limit_transaction_minor, limit_daily_minor, limit_monthly_minor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private WalletSql() {}
}
