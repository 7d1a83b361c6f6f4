package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.row;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A trader's wallet behind its lock, and what dealing does to it, as rows.
 *
 * @param base the balance that is bought, with its wallet
 * @param quote the balance that is paid from, with the same wallet
 */
record FxPurse(Object[] base, Object[] quote) {

  /** Locks and reads it, as the server does. */
  static FxPurse locked(RawConnection db, String user) throws SQLException {
    db.query(FxSql.WALLET_LOCKED, user);
    List<Object[]> rows = db.query(FxSql.WALLET, user);
    int base = rows.get(0)[1].equals(FxDeal.BASE) ? 0 : 1;
    return new FxPurse(rows.get(base), rows.get(1 - base));
  }

  Object id() {
    return quote[0];
  }

  long lines() {
    return (Long) quote[20];
  }

  /** The wallet after so many events, of which some made a line of its history. */
  Object[] walletAfter(int events, int newLines, OffsetDateTime now) {
    long version = (Long) quote[24];
    return row(
        quote[16],
        quote[17],
        quote[18],
        quote[19],
        lines() + newLines,
        quote[21],
        now,
        version + events,
        id(),
        version);
  }

  Object[] quoteAfter(long gain, long moreHeld) {
    return after(quote, gain, moreHeld);
  }

  Object[] baseAfter(long gain) {
    return after(base, gain, 0);
  }

  /** What is dealt is not spent: neither limits nor habits count it. */
  private static Object[] after(Object[] balance, long gain, long moreHeld) {
    return row(
        (Long) balance[2] + gain,
        (Long) balance[3] + moreHeld,
        balance[4],
        balance[5],
        balance[6],
        balance[7],
        balance[8],
        balance[9],
        balance[10],
        balance[11],
        balance[12],
        balance[13],
        balance[0],
        balance[1]);
  }

  /** The line of the history where the dollars go out. */
  Object[] paid(UUID entry, long minor, OffsetDateTime now) {
    long total = (Long) quote[2] - minor;
    UUID line = RawRows.newId();
    long seq = lines() + 1;
    return row(entry, 0, "WALLET", id(), FxDeal.QUOTE, -minor, line, seq, "DEBIT", total, now);
  }

  /** The line of the history where the euros come in. */
  Object[] bought(UUID entry, long minor, OffsetDateTime now) {
    long total = (Long) base[2] + minor;
    UUID line = RawRows.newId();
    long seq = lines() + 2;
    return row(entry, 3, "WALLET", id(), FxDeal.BASE, minor, line, seq, "CREDIT", total, now);
  }
}
