package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.Shop;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CloseWallet;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.FreezeWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.order.StandardLifecycles;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.Instruments;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The ground of the contracts about money: words for what is done with wallets. */
public abstract class MoneyContract extends StorageContract {
  protected static final Currency EUR = Currency.getInstance("EUR");
  protected static final OptionalLong ANY_VERSION = OptionalLong.empty();
  protected static final Optional<String> NONE = Optional.empty();
  protected static final WalletId NOBODYS = new WalletId(new UUID(0x7000, 0xdead));

  /** The standard shop with other rules for wallets. */
  protected static Shop shop(WalletPolicy policy) {
    return new Shop(
        USD,
        Shop.byName(StandardLifecycles.all()),
        "direct",
        "checkout",
        Optional.empty(),
        policy,
        Instruments.standard(),
        FulfilmentPolicy.standard());
  }

  /** An amount in the wallet's own currency. */
  protected static StatedAmount amount(String major) {
    return new StatedAmount(new BigDecimal(major), Optional.empty());
  }

  protected static StatedAmount amount(String major, String currency) {
    return new StatedAmount(new BigDecimal(major), Optional.of(Currency.getInstance(currency)));
  }

  protected static Money usd(String major) {
    return Money.of(major, "USD");
  }

  /** A new, empty wallet in dollars. */
  protected final WalletId wallet(Actor owner) {
    return execute(owner, new CreateWallet(Optional.empty(), Optional.empty())).id();
  }

  /** A new wallet with so many dollars in it. */
  protected final WalletId wallet(Actor owner, String dollars) {
    WalletId id = wallet(owner);
    add(id, dollars);
    return id;
  }

  protected final Transaction add(WalletId id, String major) {
    return execute(CLERK, new AddMoney(id, amount(major), NONE));
  }

  protected final Transaction add(WalletId id, String major, String currency) {
    return execute(CLERK, new AddMoney(id, amount(major, currency), NONE));
  }

  protected static DeductMoney deducting(WalletId id, String major) {
    return new DeductMoney(id, amount(major), NONE);
  }

  protected static TransferMoney moving(WalletId from, WalletId to, String major) {
    return new TransferMoney(from, to, amount(major), NONE);
  }

  /** The sender's line of a transfer that must succeed at once. */
  protected final Transaction transfer(Actor actor, WalletId from, WalletId to, String major) {
    TransferOutcome outcome = execute(actor, moving(from, to, major));
    assertThat(outcome).isInstanceOf(TransferOutcome.Done.class);
    return ((TransferOutcome.Done) outcome).transaction();
  }

  protected static PayFromWallet paying(OrderId order) {
    return new PayFromWallet(order, Optional.empty(), Optional.empty(), ANY_VERSION);
  }

  protected final Wallet freeze(WalletId id, boolean debits, boolean credits) {
    return execute(CLERK, new FreezeWallet(id, new Freeze(debits, credits, "odd"), ANY_VERSION));
  }

  protected final Wallet close(WalletId id) {
    return execute(CLERK, new CloseWallet(id, ANY_VERSION));
  }

  protected final WalletView view(WalletId id) {
    return views().wallets().find(id, CLERK, clock.instant()).orElseThrow();
  }

  protected final Wallet seen(WalletId id) {
    return view(id).wallet();
  }

  protected final Money balance(WalletId id) {
    return balance(id, USD);
  }

  protected final Money balance(WalletId id, Currency currency) {
    return seen(id).balance(currency).total();
  }

  /** What can be spent, in dollars. */
  protected final Money available(WalletId id) {
    WalletView view = view(id);
    return view.available(view.wallet().balance(USD));
  }

  /** The whole history, the latest line first, read page by page. */
  protected final List<Transaction> history(WalletId id) {
    List<Transaction> all = new ArrayList<>();
    Optional<Page.Cursor> after = Optional.empty();
    do {
      Page<Transaction> page =
          views().wallets().history(id, WalletViews.Filter.ALL, new Page.Request(100, 1, after));
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  /** The history has no gaps, each line follows from the one before, and it ends at the balance. */
  protected final void historyIsSound(WalletId id) {
    List<Transaction> latestFirst = history(id);
    Map<Currency, Money> sums = new HashMap<>();
    long seq = 0;
    for (int i = latestFirst.size() - 1; i >= 0; i--) {
      Transaction line = latestFirst.get(i);
      Currency currency = line.amount().currency();
      boolean in = line.type() == MovementType.CREDIT || line.type() == MovementType.TRANSFER_IN;
      Money before = sums.getOrDefault(currency, Money.zero(currency));
      Money after = in ? before.plus(line.amount()) : before.minus(line.amount());
      assertThat(line.seq()).as("place in the history of %s", id).isEqualTo(++seq);
      assertThat(line.balanceAfter()).as("after line %d of %s", seq, id).isEqualTo(after);
      assertThat(after.isNegative()).as("line %d of %s", seq, id).isFalse();
      sums.put(currency, after);
    }
    Wallet wallet = seen(id);
    assertThat(wallet.lines()).isEqualTo(seq);
    wallet
        .balances()
        .forEach(
            (currency, balance) ->
                assertThat(balance.total())
                    .as("%s of %s", currency, id)
                    .isEqualTo(sums.getOrDefault(currency, Money.zero(currency))));
  }
}
