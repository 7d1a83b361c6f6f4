package dev.tradepost.benchmarks;

import java.sql.SQLException;
import java.util.UUID;

/**
 * The transfer of {@link RawWallets} as a function inside PostgreSQL: one call is one round trip
 * and one transaction, and nothing can do the same rows with less. It leaves the same rows.
 */
final class TransferFunction {
  private static final String CREATE =
      """
      CREATE FUNCTION bench_transfer(
        out_id uuid, in_id uuid, moved bigint, entry_no uuid, out_line uuid, in_line uuid,
        out_event uuid, in_event uuid, out_seq bigint, in_seq bigint, moment timestamptz,
        by_whom varchar, told varchar)
      RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        out_user varchar; in_user varchar; out_lines bigint; in_lines bigint;
        out_total bigint; in_total bigint;
      BEGIN
        PERFORM 1 FROM wallets WHERE id IN (out_id, in_id) ORDER BY id FOR UPDATE;
        UPDATE wallets SET lines = lines + 1, updated_at = moment, version = version + 1
        WHERE id = out_id RETURNING user_id, lines INTO STRICT out_user, out_lines;
        UPDATE wallets SET lines = lines + 1, updated_at = moment, version = version + 1
        WHERE id = in_id RETURNING user_id, lines INTO STRICT in_user, in_lines;
        UPDATE wallet_balances
        SET total_minor = total_minor - moved, spent_day_minor = spent_day_minor + moved,
            spent_month_minor = spent_month_minor + moved, window_debits = window_debits + 1,
            debits = debits + 1, debited_minor = debited_minor + moved
        WHERE wallet_id = out_id AND currency = 'USD'
        RETURNING total_minor INTO STRICT out_total;
        UPDATE wallet_balances SET total_minor = total_minor + moved
        WHERE wallet_id = in_id AND currency = 'USD'
        RETURNING total_minor INTO STRICT in_total;
        INSERT INTO journal_entries
          (id, type, reference, category, detail, payer, payee, actor, at)
        VALUES (entry_no, 'TRANSFER', entry_no, NULL, NULL, out_id, in_id, by_whom, moment);
        INSERT INTO postings
          (entry_id, line, account, owner, currency, amount_minor, id, seq, type,
           balance_after_minor, at)
        VALUES (entry_no, 0, 'WALLET', out_id, 'USD', -moved, out_line, out_lines,
                'TRANSFER_OUT', out_total, moment),
               (entry_no, 1, 'WALLET', in_id, 'USD', moved, in_line, in_lines,
                'TRANSFER_IN', in_total, moment);
        INSERT INTO outbox
          (seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
        VALUES (out_seq, out_event, 'wallet.money_moved', out_id::varchar, 1, out_user, moment,
                told),
               (in_seq, in_event, 'wallet.money_moved', in_id::varchar, 1, in_user, moment,
                told);
      END $$""";

  private static final String CALL = "SELECT bench_transfer(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final RawConnection db;

  TransferFunction(RawConnection db) {
    this.db = db;
  }

  /** Puts the function into the database. */
  void create() throws SQLException {
    db.execute(CREATE);
  }

  void transfer(UUID from, UUID to) throws SQLException {
    db.query(
        CALL,
        from,
        to,
        WalletIds.MOVED_MINOR,
        RawRows.newId(),
        RawRows.newId(),
        RawRows.newId(),
        RawRows.newId(),
        RawRows.newId(),
        RawRows.nextSeq(),
        RawRows.nextSeq(),
        RawRows.now(),
        RawRows.USER,
        RawWallets.EVENT);
  }
}
