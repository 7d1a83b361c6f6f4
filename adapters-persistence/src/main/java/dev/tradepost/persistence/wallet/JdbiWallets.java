package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.WalletStore;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Balance;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Wallets; of their balances, only those that changed are written. */
public final class JdbiWallets extends JdbiStore<WalletId, Wallet> implements WalletStore {
  private final Map<WalletId, Wallet> asFetched = new HashMap<>();

  /** The users whose wallets are held, where they have one. */
  private final Set<UserId> users = new HashSet<>();

  public JdbiWallets(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected WalletId idOf(Wallet wallet) {
    return wallet.id();
  }

  @Override
  protected Collection<Wallet> fetch(Collection<WalletId> ids, boolean lock) {
    return remembered(WalletRows.byIds(handle(), ids, lock));
  }

  @Override
  public void getAll(Collection<WalletId> ids, Collection<UserId> wanted) {
    getOf(
        wanted,
        users,
        Wallet::userId,
        missing -> remembered(WalletRows.locked(handle(), ids, missing)));
    getAll(ids);
  }

  @Override
  public Optional<Wallet> getOfUser(UserId user) {
    getAll(List.of(), List.of(user));
    return held().stream().filter(wallet -> wallet.userId().equals(user)).findFirst();
  }

  private List<Wallet> remembered(List<Wallet> fetched) {
    fetched.forEach(wallet -> asFetched.putIfAbsent(wallet.id(), wallet));
    return fetched;
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO wallets
          (id, user_id, currency, status, debits_frozen, credits_frozen, freeze_reason, lines,
           holds_due_at, created_at, updated_at, version)
        VALUES (:id, :user, :currency, :status, :debits, :credits, :reason, :lines,
           :due, :created, :updated, :version)""",
        (batch, wallet) -> {
          bindState(batch, wallet);
          batch
              .bind("user", wallet.userId().value())
              .bind("currency", wallet.currency().getCurrencyCode())
              .bind("created", timestamp(wallet.createdAt()));
        });
    updateOld(
        """
        UPDATE wallets
        SET status = :status, debits_frozen = :debits, credits_frozen = :credits,
            freeze_reason = :reason, lines = :lines, holds_due_at = :due,
            updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiWallets::bindState);
    flushBalances();
  }

  private void flushBalances() {
    List<Row> fresh = new ArrayList<>();
    List<Row> changed = new ArrayList<>();
    for (Staged<Wallet> staged : staged()) {
      Wallet now = staged.state();
      Map<?, Balance> before = staged.isNew() ? Map.of() : asFetched.get(now.id()).balances();
      now.balances()
          .forEach(
              (currency, balance) -> {
                if (!before.containsKey(currency)) {
                  fresh.add(new Row(now.id(), balance));
                } else if (!balance.equals(before.get(currency))) {
                  changed.add(new Row(now.id(), balance));
                }
              });
    }
    batch(
        """
        INSERT INTO wallet_balances
          (wallet_id, currency, total_minor, held_minor, spent_on, spent_day_minor,
           spent_month_minor, window_start, window_debits, debits, debited_minor,
           limit_transaction_minor, limit_daily_minor, limit_monthly_minor)
        VALUES (:wallet, :currency, :total, :held, :spentOn, :spentDay, :spentMonth,
           :windowStart, :windowDebits, :debits, :debited, :perTransaction, :daily, :monthly)""",
        fresh,
        JdbiWallets::bindBalance);
    batch(
        """
        UPDATE wallet_balances
        SET total_minor = :total, held_minor = :held, spent_on = :spentOn,
            spent_day_minor = :spentDay, spent_month_minor = :spentMonth,
            window_start = :windowStart, window_debits = :windowDebits, debits = :debits,
            debited_minor = :debited, limit_transaction_minor = :perTransaction,
            limit_daily_minor = :daily, limit_monthly_minor = :monthly
        WHERE wallet_id = :wallet AND currency = :currency""",
        changed,
        JdbiWallets::bindBalance);
  }

  private record Row(WalletId wallet, Balance balance) {}

  private static void bindState(Batch batch, Wallet wallet) {
    batch
        .bind("id", wallet.id().value())
        .bind("status", wallet.status().name())
        .bind("debits", wallet.freeze().map(Freeze::debits).orElse(false))
        .bind("credits", wallet.freeze().map(Freeze::credits).orElse(false))
        .bind("reason", wallet.freeze().map(Freeze::reason).orElse(null))
        .bind("lines", wallet.lines())
        .bind("due", timestamp(wallet.holdsDueAt()))
        .bind("updated", timestamp(wallet.updatedAt()))
        .bind("version", wallet.version());
  }

  private static void bindBalance(Batch batch, Row row) {
    Balance balance = row.balance;
    batch
        .bind("wallet", row.wallet.value())
        .bind("currency", balance.currency().getCurrencyCode())
        .bind("total", balance.total().minor())
        .bind("held", balance.held().minor())
        .bind("spentOn", balance.spending().day())
        .bind("spentDay", balance.spending().inDay().minor())
        .bind("spentMonth", balance.spending().inMonth().minor())
        .bind("windowStart", timestamp(balance.habit().windowStart()))
        .bind("windowDebits", balance.habit().inWindow())
        .bind("debits", balance.habit().debits())
        .bind("debited", balance.habit().debitedMinor())
        .bind("perTransaction", minor(balance.limits().perTransaction()))
        .bind("daily", minor(balance.limits().daily()))
        .bind("monthly", minor(balance.limits().monthly()));
  }

  private static Long minor(Optional<Money> limit) {
    return limit.map(Money::minor).orElse(null);
  }
}
