package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.USER;
import static dev.tradepost.benchmarks.RawRows.event;
import static dev.tradepost.benchmarks.RawRows.now;
import static dev.tradepost.benchmarks.RawRows.row;
import static dev.tradepost.benchmarks.WalletIds.FIRST_MINOR;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The operations on wallets as the bare SQL that the server runs for them. */
final class RawWallets {
  /** What an event of moved money tells. */
  static final String EVENT = RawRows.eventData(270);

  private final RawConnection db;

  RawWallets(RawConnection db) {
    this.db = db;
  }

  /** Fills a new database with wallets that have their first lines. */
  void open(WalletIds ids) throws SQLException {
    db.inTransaction(
        () -> {
          for (int number : WalletIds.numbers().toArray()) {
            UUID id = RawRows.newId();
            open(id, WalletIds.owner(number), WalletIds.firstLines(number));
            ids.put(number, id);
          }
          return null;
        });
  }

  private void open(UUID id, String owner, long lines) throws SQLException {
    OffsetDateTime now = now();
    LocalDate today = now.toLocalDate();
    long total = lines * FIRST_MINOR;
    db.write(
        WalletSql.NEW_WALLET,
        row(id, owner, "USD", "ACTIVE", false, false, null, lines, null, now, now, 1 + lines));
    db.write(
        WalletSql.NEW_BALANCE,
        row(id, "USD", total, 0L, today, 0L, 0L, now, 0, 0L, 0L, null, null, null));
    for (long seq = 1; seq <= lines; seq++) {
      UUID entry = RawRows.newId();
      db.write(WalletSql.NEW_ENTRY, entry(entry, "ADD", now));
      db.write(
          WalletSql.NEW_POSTING, firstPosting(entry, id, seq, now), house(entry, -FIRST_MINOR));
    }
  }

  private static Object[] firstPosting(UUID entry, UUID wallet, long seq, OffsetDateTime now) {
    long total = seq * FIRST_MINOR;
    UUID line = RawRows.newId();
    return row(entry, 0, "WALLET", wallet, "USD", FIRST_MINOR, line, seq, "CREDIT", total, now);
  }

  void transfer(UUID from, UUID to) throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          UUID entry = RawRows.newId();
          Map<Object, Object[]> wallets = locked(from, to);
          long amount = WalletIds.MOVED_MINOR;
          RawLeg out = new RawLeg(wallets.get(from), "TRANSFER_OUT", -amount, now);
          RawLeg in = new RawLeg(wallets.get(to), "TRANSFER_IN", amount, now);
          db.write(WalletSql.MOVE_WALLET, out.walletAfter(), in.walletAfter());
          db.write(WalletSql.MOVE_BALANCE, out.balanceAfter(), in.balanceAfter());
          db.write(
              WalletSql.NEW_ENTRY, row(entry, "TRANSFER", entry, null, null, from, to, USER, now));
          db.write(WalletSql.NEW_POSTING, out.posting(entry, 0), in.posting(entry, 1));
          db.write(RawRows.NEW_EVENT, moved(out), moved(in));
          return null;
        });
  }

  void add(UUID wallet) throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          UUID entry = RawRows.newId();
          Object[] before = locked(wallet).get(wallet);
          RawLeg in = new RawLeg(before, "CREDIT", WalletIds.MOVED_MINOR, now);
          db.write(WalletSql.MOVE_WALLET, in.walletAfter());
          db.write(WalletSql.MOVE_BALANCE, in.balanceAfter());
          db.write(WalletSql.NEW_ENTRY, entry(entry, "ADD", now));
          db.write(WalletSql.NEW_POSTING, in.posting(entry, 0), house(entry, -in.gain()));
          db.write(RawRows.NEW_EVENT, moved(in));
          return null;
        });
  }

  void history(UUID wallet) throws SQLException {
    db.query(WalletSql.WALLETS, db.uuids(wallet));
    db.query(WalletSql.HISTORY, wallet, Long.MAX_VALUE, WalletIds.PAGE + 1, 0);
  }

  private Map<Object, Object[]> locked(Object... ids) throws SQLException {
    db.query(WalletSql.WALLETS_LOCKED, db.uuids(ids));
    Map<Object, Object[]> rows = new HashMap<>();
    db.query(WalletSql.WALLETS, db.uuids(ids)).forEach(row -> rows.put(row[0], row));
    return rows;
  }

  private static Object[] entry(UUID id, String type, OffsetDateTime now) {
    return row(id, type, null, null, null, null, null, USER, now);
  }

  /** The other side of money that comes in. */
  private static Object[] house(UUID entry, long gain) {
    return row(entry, 1, "CASH_IN", null, "USD", gain, null, null, null, null, null);
  }

  private static Object[] moved(RawLeg leg) {
    return event("wallet.money_moved", leg.walletId(), leg.owner(), leg.now(), EVENT);
  }
}
