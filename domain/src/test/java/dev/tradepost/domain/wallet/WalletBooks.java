package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.EUR;
import static dev.tradepost.domain.wallet.WalletFixture.JPY;
import static dev.tradepost.domain.wallet.WalletFixture.NOON;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Five wallets, their holds, an escrow per currency and the whole journal; keeps what is saved. */
final class WalletBooks {
  static final int WALLETS = 5;
  static final List<Currency> CURRENCIES = List.of(USD, EUR, JPY);

  private final long seed;
  private final List<Wallet> wallets = new ArrayList<>();
  private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
  private final Map<OrderId, Escrow> escrows = new LinkedHashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();

  WalletBooks(long seed) {
    this.seed = seed;
    for (int wallet = 0; wallet < WALLETS; wallet++) {
      UserId user = new UserId("user" + wallet);
      wallets.add(null);
      save(Wallet.create(new WalletId(new UUID(1, wallet)), user, USD, NOON));
    }
    for (int currency = 0; currency < CURRENCIES.size(); currency++) {
      escrows.put(order(currency), Escrow.empty(order(currency), ALICE, CURRENCIES.get(currency)));
    }
  }

  private static OrderId order(int currency) {
    return new OrderId(new UUID(2, currency));
  }

  static int indexOf(WalletId wallet) {
    return (int) wallet.value().getLeastSignificantBits();
  }

  Wallet wallet(int index) {
    return wallets.get(index);
  }

  Balance balance(int wallet, int currency) {
    return wallets.get(wallet).balance(CURRENCIES.get(currency));
  }

  Escrow escrow(int currency) {
    return escrows.get(order(currency));
  }

  List<Hold> openHolds() {
    return holds.values().stream().filter(it -> it.status() == HoldStatus.OPEN).toList();
  }

  void save(Change<Wallet> change) {
    counted(change);
    wallets.set(indexOf(change.state().id()), change.state());
  }

  void save(HeldFunds funds) {
    save(funds.wallet());
    funds.holds().forEach(this::keepHold);
  }

  void save(Booked booked) {
    booked.wallets().values().forEach(this::save);
    booked.holds().forEach(this::keepHold);
    booked.escrows().forEach(counted -> escrows.put(counted(counted).orderId(), counted.state()));
    journal.add(booked.entry());
  }

  private void keepHold(Change<Hold> change) {
    holds.put(counted(change).id(), change.state());
  }

  /** A version is the number of events there were. */
  private <T extends Aggregate> T counted(Change<T> change) {
    T state = change.state();
    long version = versions.merge(state.aggregateId(), (long) change.events().size(), Long::sum);
    assertThat(state.version()).as("seed %d", seed).isEqualTo(version);
    return state;
  }

  /** Adds everything up again from the journal and the holds alone. */
  void audit() {
    for (Currency currency : CURRENCIES) {
      Map<Account, Money> sums = sums(currency);
      assertThat(sums.values().stream().reduce(Money.zero(currency), Money::plus))
          .as("seed %d", seed)
          .isEqualTo(Money.zero(currency));
      assertThat(stored(currency).plus(house(sums, currency)))
          .as("seed %d", seed)
          .isEqualTo(Money.zero(currency));
      Escrow escrow = escrow(CURRENCIES.indexOf(currency));
      check(sums, Account.of(escrow.orderId()), escrow.left());
      check(sums, Account.house(Account.Kind.REVENUE), escrow.earned());
      for (Wallet wallet : wallets) {
        check(sums, Account.of(wallet.id()), wallet.balance(currency).total());
        assertThat(wallet.balance(currency).held())
            .as("seed %d", seed)
            .isEqualTo(heldFor(wallet, currency));
      }
    }
    wallets.forEach(this::auditLines);
  }

  private void check(Map<Account, Money> sums, Account account, Money expected) {
    assertThat(sums.getOrDefault(account, Money.zero(expected.currency())))
        .as("seed %d, %s", seed, account)
        .isEqualTo(expected);
  }

  private Map<Account, Money> sums(Currency currency) {
    Map<Account, Money> sums = new HashMap<>();
    journal.stream()
        .flatMap(entry -> entry.postings().stream())
        .filter(posting -> posting.amount().currency().equals(currency))
        .forEach(posting -> sums.merge(posting.account(), posting.amount(), Money::plus));
    return sums;
  }

  /** What wallets and escrows say they have. */
  private Money stored(Currency currency) {
    Money inWallets =
        wallets.stream()
            .map(wallet -> wallet.balance(currency).total())
            .reduce(Money.zero(currency), Money::plus);
    return inWallets.plus(escrow(CURRENCIES.indexOf(currency)).left());
  }

  private static Money house(Map<Account, Money> sums, Currency currency) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().owner().isEmpty())
        .map(Map.Entry::getValue)
        .reduce(Money.zero(currency), Money::plus);
  }

  private Money heldFor(Wallet wallet, Currency currency) {
    return openHolds().stream()
        .filter(hold -> hold.walletId().equals(wallet.id()))
        .map(Hold::open)
        .filter(open -> open.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }

  /** Lines are counted without gaps, time never runs backwards, balances follow one another. */
  private void auditLines(Wallet wallet) {
    Map<Currency, Money> running = new HashMap<>();
    Instant last = wallet.createdAt();
    long seq = 0;
    for (JournalEntry entry : journal) {
      for (Posting posting : entry.postings()) {
        if (posting.account().equals(Account.of(wallet.id()))) {
          Posting.Line line = posting.line().orElseThrow();
          Money after = running.merge(posting.amount().currency(), posting.amount(), Money::plus);
          assertThat(line.seq()).as("seed %d", seed).isEqualTo(++seq);
          assertThat(line.balanceAfter()).as("seed %d", seed).isEqualTo(after);
          assertThat(line.at()).as("seed %d", seed).isAfterOrEqualTo(last);
          last = line.at();
        }
      }
    }
    assertThat(wallet.lines()).as("seed %d", seed).isEqualTo(seq);
    running.forEach(
        (currency, money) ->
            assertThat(wallet.balance(currency).total()).as("seed %d", seed).isEqualTo(money));
  }
}
