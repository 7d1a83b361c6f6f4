package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.USER;
import static dev.tradepost.benchmarks.RawRows.event;
import static dev.tradepost.benchmarks.RawRows.now;
import static dev.tradepost.benchmarks.RawRows.row;

import dev.tradepost.domain.shared.OrderNumber;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The operations on orders of currencies as the bare SQL that the server runs for them. */
final class RawFx {
  private static final String PLACED = RawRows.eventData(260);
  private static final String TRADED = RawRows.eventData(350);
  private static final String MOVED = RawRows.eventData(300);
  private static final String HELD = RawRows.eventData(130);
  private static final int ID = 0;
  private static final int AMOUNT = 9;
  private static final int STATUS = 13;
  private static final int FILLED = 14;
  private static final int NOTIONAL = 15;
  private static final int HOLD = 16;
  private static final int VERSION = 19;

  private final RawConnection db;

  RawFx(RawConnection db) {
    this.db = db;
  }

  /** Fills a new database with the traders' wallets. */
  void open(int traders) throws SQLException {
    db.inTransaction(
        () -> {
          for (int number = 0; number < traders; number++) {
            open(FxDeal.trader(number));
          }
          return null;
        });
  }

  private void open(String user) throws SQLException {
    OffsetDateTime now = now();
    UUID id = RawRows.newId();
    db.write(
        WalletSql.NEW_WALLET,
        row(id, user, FxDeal.QUOTE, "ACTIVE", false, false, null, 2L, null, now, now, 3L));
    long seq = 0;
    for (String currency : new String[] {FxDeal.BASE, FxDeal.QUOTE}) {
      seq++;
      long money = FxDeal.FIRST_MINOR;
      UUID entry = RawRows.newId();
      db.write(
          WalletSql.NEW_BALANCE,
          row(
              id,
              currency,
              money,
              0L,
              now.toLocalDate(),
              0L,
              0L,
              now,
              0,
              0L,
              0L,
              null,
              null,
              null));
      db.write(WalletSql.NEW_ENTRY, row(entry, "ADD", null, null, null, null, null, USER, now));
      UUID line = RawRows.newId();
      db.write(
          WalletSql.NEW_POSTING,
          row(entry, 0, "WALLET", id, currency, money, line, seq, "CREDIT", money, now),
          house(entry, 1, "CASH_IN", currency, -money));
    }
  }

  UUID place(String user) throws SQLException {
    return db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          UUID id = RawRows.newId();
          insertOrder(id, user, "NONE", null, now);
          db.write(RawRows.NEW_EVENT, event("fx_order.placed", id, user, now, PLACED));
          return id;
        });
  }

  void trade(UUID id) throws SQLException {
    db.inTransaction(
        () -> {
          OffsetDateTime now = now();
          Object[] order = db.query(FxSql.ORDERS_LOCKED, db.uuids(id)).get(0);
          db.query(FxSql.TRADES, db.uuids(id));
          fill(order, FxDeal.AMOUNT_MINOR / FxDeal.TRADES, now);
          db.write(
              RawRows.NEW_EVENT, event("fx_order.trade_added", id, (String) order[2], now, TRADED));
          return null;
        });
  }

  /** An order that holds its money, and the trade that fills it; two transactions. */
  void settle(String user) throws SQLException {
    UUID id = db.inTransaction(() -> placeHeld(user));
    db.inTransaction(
        () -> {
          tradeHeld(id);
          return null;
        });
  }

  private UUID placeHeld(String user) throws SQLException {
    OffsetDateTime now = now();
    UUID hold = RawRows.newId();
    UUID id = RawRows.newId();
    FxPurse purse = FxPurse.locked(db, user);
    long cost = FxDeal.COST_MINOR;
    db.write(WalletSql.MOVE_WALLET, purse.walletAfter(1, 0, now));
    db.write(WalletSql.MOVE_BALANCE, purse.quoteAfter(0, cost));
    db.write(
        FxSql.NEW_HOLD,
        row(hold, purse.id(), user, FxDeal.QUOTE, cost, 0L, "FX order", "OPEN", null, now, 1L));
    insertOrder(id, user, "WALLET", hold, now);
    db.write(
        RawRows.NEW_EVENT,
        event("wallet.funds_held", purse.id(), user, now, HELD),
        event("hold.placed", hold, user, now, HELD),
        event("fx_order.placed", id, user, now, PLACED));
    return id;
  }

  private void tradeHeld(UUID id) throws SQLException {
    OffsetDateTime now = now();
    Object[] order = db.query(FxSql.ORDERS_LOCKED, db.uuids(id)).get(0);
    String user = (String) order[2];
    FxPurse purse = FxPurse.locked(db, user);
    Object[] hold = db.query(FxSql.HOLDS_LOCKED, db.uuids(order[HOLD])).get(0);
    db.query(FxSql.TRADES, db.uuids(id));
    long cost = FxDeal.COST_MINOR;
    long amount = FxDeal.AMOUNT_MINOR;
    db.write(WalletSql.MOVE_WALLET, purse.walletAfter(2, 2, now));
    db.write(WalletSql.MOVE_BALANCE, purse.baseAfter(amount), purse.quoteAfter(-cost, -cost));
    long version = (Long) hold[10];
    db.write(FxSql.MOVE_HOLD, row(cost, "CAPTURED", version + 1, hold[0], version));
    fill(order, amount, now);
    UUID entry = RawRows.newId();
    String why = "BUY 100.00 EUR in EUR/USD";
    db.write(WalletSql.NEW_ENTRY, row(entry, "FX_TRADE", id, null, why, null, null, USER, now));
    db.write(
        WalletSql.NEW_POSTING,
        purse.paid(entry, cost, now),
        house(entry, 1, "FX", FxDeal.QUOTE, cost),
        house(entry, 2, "FX", FxDeal.BASE, -amount),
        purse.bought(entry, amount, now));
    db.write(
        RawRows.NEW_EVENT,
        event("wallet.money_moved", purse.id(), user, now, MOVED),
        event("wallet.money_moved", purse.id(), user, now, MOVED),
        event("hold.captured", hold[0], user, now, HELD),
        event("fx_order.trade_added", id, user, now, TRADED));
  }

  private void insertOrder(UUID id, String user, String settlement, UUID hold, OffsetDateTime now)
      throws SQLException {
    String number = OrderNumber.generate(now.toInstant(), RawRows.SOURCES.chance()).value();
    db.write(
        FxSql.NEW_ORDER,
        row(
            id,
            number,
            user,
            FxDeal.BASE,
            FxDeal.QUOTE,
            FxDeal.TICK,
            FxDeal.LOT_MINOR,
            "BUY",
            "INDICATIVE",
            FxDeal.AMOUNT_MINOR,
            FxDeal.PRICE,
            settlement,
            null,
            "PENDING",
            0L,
            BigDecimal.ZERO,
            hold,
            now,
            now,
            1L));
    db.write(FxSql.NEW_TRANSITION, row(id, 1L, null, "PENDING", null, "Order placed", USER, now));
  }

  private void fill(Object[] order, long part, OffsetDateTime now) throws SQLException {
    long version = (Long) order[VERSION];
    long filled = (Long) order[FILLED] + part;
    boolean all = filled == (Long) order[AMOUNT];
    String status = all ? "FILLED" : "PARTIALLY_FILLED";
    BigDecimal worth = BigDecimal.valueOf(part, 2).multiply(FxDeal.PRICE);
    BigDecimal notional = ((BigDecimal) order[NOTIONAL]).add(worth);
    Object id = order[ID];
    db.write(
        FxSql.MOVE_ORDER,
        row(order[AMOUNT], status, filled, notional, order[HOLD], now, version + 1, id, version));
    db.write(FxSql.NEW_TRADE, row(RawRows.newId(), id, version + 1, part, FxDeal.PRICE, null, now));
    String action = all ? "FILL_ALL" : "FILL_PART";
    String why = "Filled 25.00 EUR at 1.105";
    db.write(
        FxSql.NEW_TRANSITION, row(id, version + 1, order[STATUS], status, action, why, USER, now));
  }

  private static Object[] house(UUID entry, int line, String account, String currency, long gain) {
    return row(entry, line, account, null, currency, gain, null, null, null, null, null);
  }
}
