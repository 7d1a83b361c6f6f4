package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.domain.wallet.Wallet;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Wallets, read over the tables. */
final class InMemoryWalletViews implements WalletViews {
  private final Tables tables;

  InMemoryWalletViews(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<WalletView> find(WalletId id, Actor reader, Instant now) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.wallets.get(id))
                .filter(wallet -> reader.mayActFor(wallet.userId()))
                .map(wallet -> view(wallet, now)));
  }

  @Override
  public Optional<WalletView> ofUser(UserId user, Instant now) {
    return tables.locked(
        () ->
            tables.wallets.values().stream()
                .filter(wallet -> wallet.userId().equals(user))
                .findFirst()
                .map(wallet -> view(wallet, now)));
  }

  private WalletView view(Wallet wallet, Instant now) {
    return new WalletView(wallet, holdsOf(wallet.id()).filter(hold -> hold.isDue(now)).toList());
  }

  private Stream<Hold> holdsOf(WalletId wallet) {
    return tables.holds.values().stream().filter(hold -> hold.walletId().equals(wallet));
  }

  @Override
  public Page<Transaction> history(WalletId id, Filter filter, Page.Request request) {
    return tables.locked(
        () -> {
          long before = request.after().map(Page.Cursor::number).orElse(Long.MAX_VALUE);
          List<Transaction> fetched =
              lines(id, filter)
                  .filter(line -> line.seq() < before)
                  .skip(request.offset())
                  .limit(request.limit() + 1L)
                  .toList();
          return Page.of(fetched, request, Transaction::cursor);
        });
  }

  @Override
  public void export(WalletId id, Filter filter, Consumer<Transaction> each) {
    tables.locked(() -> lines(id, filter).toList()).forEach(each);
  }

  private Stream<Transaction> lines(WalletId id, Filter filter) {
    return tables.journal.stream()
        .flatMap(entry -> Transaction.of(entry, id).stream())
        .filter(line -> matches(line, filter))
        .sorted(Comparator.comparing(Transaction::seq).reversed());
  }

  private static boolean matches(Transaction line, Filter filter) {
    return filter.type().map(line.type()::equals).orElse(true)
        && (filter.category().isEmpty() || filter.category().equals(line.category()))
        && filter.from().map(from -> !line.createdAt().isBefore(from)).orElse(true)
        && filter.to().map(line.createdAt()::isBefore).orElse(true);
  }

  @Override
  public List<Money> balancesAt(WalletId id, Instant moment) {
    return tables.locked(
        () -> {
          Map<String, Money> last = new TreeMap<>();
          lines(id, Filter.ALL)
              .filter(line -> !line.createdAt().isAfter(moment))
              .forEach(line -> last.putIfAbsent(code(line), line.balanceAfter()));
          return List.copyOf(last.values());
        });
  }

  private static String code(Transaction line) {
    Currency currency = line.amount().currency();
    return currency.getCurrencyCode();
  }

  @Override
  public Page<Hold> holds(WalletId id, Page.Request request) {
    return tables.locked(
        () ->
            InMemoryViews.page(
                holdsOf(id),
                request,
                false,
                it -> new Page.Cursor(it.createdAt(), it.id().toString())));
  }

  @Override
  public Optional<Hold> hold(HoldId id, Actor reader) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.holds.get(id)).filter(it -> reader.mayActFor(it.userId())));
  }

  @Override
  public Optional<Approval> approval(ApprovalId id, Actor reader) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.approvals.get(id))
                .filter(it -> reader.mayActFor(it.userId())));
  }

  @Override
  public Optional<BankTransfer> bankTransfer(BankTransferId id, Actor reader) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.bankTransfers.get(id))
                .filter(it -> reader.mayActFor(it.userId())));
  }

  @Override
  public Page<RiskDecision> decisions(WalletId id, Page.Request request) {
    return tables.locked(
        () ->
            InMemoryViews.page(
                tables.decisions.stream().filter(it -> it.from().equals(id)),
                request,
                false,
                it -> new Page.Cursor(it.stamp().at(), it.id().toString())));
  }

  @Override
  public List<BankTransferId> bankTransfersDue(Instant now, int limit) {
    return tables.locked(
        () ->
            tables.bankTransfers.values().stream()
                .filter(it -> it.dueAt().map(due -> !due.isAfter(now)).orElse(false))
                .sorted(Comparator.comparing(it -> it.dueAt().orElseThrow()))
                .limit(limit)
                .map(BankTransfer::id)
                .toList());
  }

  @Override
  public List<WalletId> withDueHolds(Instant now, int limit) {
    return tables.locked(
        () ->
            tables.holds.values().stream()
                .filter(hold -> hold.isDue(now))
                .map(Hold::walletId)
                .distinct()
                .limit(limit)
                .toList());
  }
}
