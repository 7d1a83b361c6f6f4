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
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads wallets with their balances. */
final class WalletRows {

  /** Both in one statement, so that who locks nothing sees them as of one moment. */
  private static final String WALLETS =
      """
      SELECT b.*, w.currency AS own_currency, w.user_id, w.status, w.debits_frozen,
             w.credits_frozen, w.freeze_reason, w.lines, w.holds_due_at, w.created_at,
             w.updated_at, w.version
      FROM wallets w JOIN wallet_balances b ON b.wallet_id = w.id
      WHERE %s ORDER BY w.id""";

  /** Each way by its index, which an OR would not take on H2. */
  private static final String EITHER =
      """
      w.id IN (SELECT id FROM wallets WHERE id = ANY (:ids)
               UNION SELECT id FROM wallets WHERE user_id = ANY (:users))""";

  private WalletRows() {}

  static List<Wallet> byIds(Handle handle, Collection<WalletId> ids, boolean lock) {
    return read(handle, "w.id = ANY (:ids)", it -> bindIds(it, ids), lock);
  }

  static List<Wallet> byUsers(Handle handle, Collection<UserId> users, boolean lock) {
    return read(handle, "w.user_id = ANY (:users)", it -> bindUsers(it, users), lock);
  }

  /** Those of these ids and those of these users, locked in one order. */
  static List<Wallet> locked(Handle handle, Collection<WalletId> ids, Collection<UserId> users) {
    return ids.isEmpty()
        ? byUsers(handle, users, true)
        : read(handle, EITHER, it -> bindUsers(bindIds(it, ids), users), true);
  }

  private static Query bindUsers(Query query, Collection<UserId> users) {
    return query.bindArray("users", String.class, users.stream().map(UserId::value).toList());
  }

  private static Query bindIds(Query query, Collection<WalletId> ids) {
    return query.bindArray("ids", UUID.class, ids.stream().map(WalletId::value).toList());
  }

  private static List<Wallet> read(
      Handle handle, String where, UnaryOperator<Query> binding, boolean lock) {
    String locking = "SELECT w.id FROM wallets w WHERE " + where + " ORDER BY w.id FOR UPDATE";
    if (lock && binding.apply(handle.createQuery(locking)).mapToMap().list().isEmpty()) {
      return List.of();
    }
    Map<WalletId, Wallet> heads = new LinkedHashMap<>();
    Map<WalletId, Map<Currency, Balance>> balances = new HashMap<>();
    binding
        .apply(handle.createQuery(WALLETS.formatted(where)))
        .map(
            (row, context) -> {
              Wallet head = wallet(row);
              Balance balance = balance(row);
              heads.put(head.id(), head);
              return balances
                  .computeIfAbsent(head.id(), id -> new HashMap<>())
                  .put(balance.currency(), balance);
            })
        .list();
    return heads.values().stream().map(it -> withBalances(it, balances.get(it.id()))).toList();
  }

  private static Wallet wallet(ResultSet row) throws SQLException {
    Optional<String> reason = Columns.text(row, "freeze_reason");
    boolean debits = row.getBoolean("debits_frozen");
    boolean credits = row.getBoolean("credits_frozen");
    return new Wallet(
        new WalletId(Columns.uuid(row, "wallet_id")),
        new UserId(row.getString("user_id")),
        Currency.getInstance(row.getString("own_currency")),
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
