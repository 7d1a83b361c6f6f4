package dev.tradepost.persistence.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Balance;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Habit;
import dev.tradepost.domain.wallet.Limits;
import dev.tradepost.domain.wallet.Spending;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletStatus;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads wallets with their balances. */
final class WalletRows {

  private WalletRows() {}

  static List<Wallet> byIds(Handle handle, List<UUID> ids, boolean lock) {
    String sql = "SELECT * FROM wallets WHERE id = ANY (:ids) ORDER BY id";
    return read(handle, query(handle, sql, lock).bindArray("ids", UUID.class, ids));
  }

  static List<Wallet> byUser(Handle handle, UserId user, boolean lock) {
    String sql = "SELECT * FROM wallets WHERE user_id = :user";
    return read(handle, query(handle, sql, lock).bind("user", user.value()));
  }

  private static Query query(Handle handle, String sql, boolean lock) {
    return handle.createQuery(lock ? sql + " FOR UPDATE" : sql);
  }

  private static List<Wallet> read(Handle handle, Query heads) {
    List<Wallet> wallets = heads.map((row, context) -> wallet(row)).list();
    if (wallets.isEmpty()) {
      return wallets;
    }
    List<UUID> ids = wallets.stream().map(it -> it.id().value()).toList();
    Map<UUID, Map<Currency, Balance>> balances = new HashMap<>();
    handle
        .createQuery("SELECT * FROM wallet_balances WHERE wallet_id = ANY (:ids)")
        .bindArray("ids", UUID.class, ids)
        .map(
            (row, context) -> {
              Balance balance = balance(row);
              return balances
                  .computeIfAbsent(Columns.uuid(row, "wallet_id"), id -> new HashMap<>())
                  .put(balance.currency(), balance);
            })
        .list();
    return wallets.stream()
        .map(it -> withBalances(it, balances.getOrDefault(it.id().value(), Map.of())))
        .toList();
  }

  private static Wallet wallet(ResultSet row) throws SQLException {
    Optional<String> reason = Columns.text(row, "freeze_reason");
    boolean debits = row.getBoolean("debits_frozen");
    boolean credits = row.getBoolean("credits_frozen");
    return new Wallet(
        new WalletId(Columns.uuid(row, "id")),
        new UserId(row.getString("user_id")),
        Columns.currency(row),
        WalletStatus.valueOf(row.getString("status")),
        reason.map(text -> new Freeze(debits, credits, text)),
        Map.of(),
        row.getLong("lines"),
        Columns.optionalInstant(row, "holds_due_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static Wallet withBalances(Wallet head, Map<Currency, Balance> balances) {
    return new Wallet(
        head.id(),
        head.userId(),
        head.currency(),
        head.status(),
        head.freeze(),
        balances,
        head.lines(),
        head.holdsDueAt(),
        head.createdAt(),
        head.updatedAt(),
        head.version());
  }

  private static Balance balance(ResultSet row) throws SQLException {
    Currency currency = Columns.currency(row);
    Spending spending =
        new Spending(
            row.getObject("spent_on", LocalDate.class),
            Columns.money(row, "spent_day_minor", currency),
            Columns.money(row, "spent_month_minor", currency));
    Habit habit =
        new Habit(
            Columns.instant(row, "window_start"),
            row.getInt("window_debits"),
            row.getLong("debits"),
            row.getLong("debited_minor"));
    Limits limits =
        new Limits(
            limit(row, "limit_transaction_minor", currency),
            limit(row, "limit_daily_minor", currency),
            limit(row, "limit_monthly_minor", currency));
    return new Balance(
        Columns.money(row, "total_minor", currency),
        Columns.money(row, "held_minor", currency),
        spending,
        habit,
        limits);
  }

  private static Optional<Money> limit(ResultSet row, String column, Currency currency)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class))
        .map(minor -> new Money(minor, currency));
  }
}
