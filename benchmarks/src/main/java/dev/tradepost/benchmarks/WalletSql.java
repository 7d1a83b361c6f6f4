package dev.tradepost.benchmarks;

/**
 * The statements that the server sends for wallets, in their order in an operation. Kept by hand
 * beside the stores of {@code adapters-persistence}: whoever changes a statement there changes it
 * here.
 */
final class WalletSql {
  static final String WALLETS = "SELECT * FROM wallets WHERE id = ANY (?) ORDER BY id";
  static final String WALLETS_LOCKED = WALLETS + " FOR UPDATE";
  static final String BALANCES = "SELECT * FROM wallet_balances WHERE wallet_id = ANY (?)";
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
