package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.wallet.Balance;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.MovementType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever traders do, money is neither made nor lost but for the fractions of rounding. */
public abstract class FxConservationContract extends TradingContract {
  private static final int STEPS = 40;
  private static final Money EUROS = Money.of("300", "EUR");
  private static final Money DOLLARS = Money.of("400", "USD");

  private WalletId wallet;
  private Random chance;

  @ParameterizedTest // I1, A20, A80, A81
  @ValueSource(longs = {1, 2, 3})
  void the_wallet_has_what_the_trades_say_after_every_step(long seed) {
    chance = new Random(seed);
    wallet = execute(ALICE, new CreateWallet(Optional.empty(), Optional.of(USD))).id();
    for (Money money : List.of(EUROS, DOLLARS)) {
      StatedAmount stated = new StatedAmount(money.major(), Optional.of(money.currency()));
      execute(ALICE, new AddMoney(wallet, stated, NONE));
    }
    List<OrderId> orders = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      String where = "seed %d, step %d".formatted(seed, i);
      try {
        step(orders);
      } catch (Rejection refusal) {
        where += ", refused: " + refusal.getMessage();
      }
      assertSound(where);
    }
    assertHistorySound("seed " + seed);
  }

  private void step(List<OrderId> orders) {
    int verb = chance.nextInt(10);
    BigDecimal some = BigDecimal.valueOf(chance.nextLong(1, 15_000), 2);
    BigDecimal price = BigDecimal.valueOf(chance.nextLong(100_000, 125_000), 5);
    if (orders.isEmpty() || verb < 2) {
      Side side = chance.nextBoolean() ? Side.BUY : Side.SELL;
      orders.add(
          placed(wanted(side, some.toPlainString(), price.toPlainString(), Settlement.WALLET)));
      return;
    }
    OrderId id = orders.get(chance.nextInt(orders.size()));
    switch (verb) {
      case 2 -> execute(ALICE, cancel(id));
      case 3 -> execute(ALICE, amend(id, some.toPlainString()));
      default -> {
        BigDecimal part = some.divide(BigDecimal.TEN, 2, RoundingMode.UP);
        traded(id, part.toPlainString(), price.toPlainString());
      }
    }
  }

  private void assertSound(String where) {
    Money euros = EUROS;
    Money dollars = DOLLARS;
    for (AnyOrder any :
        views().orders().listAny(Optional.empty(), EVERY_ORDER, FIRST_PAGE).items()) {
      FxOrder order = ((FxOrderView) any).order();
      boolean buy = order.side() == Side.BUY;
      BigDecimal worth = order.notional().setScale(2, buy ? RoundingMode.UP : RoundingMode.DOWN);
      Money paid = Money.of(worth, USD);
      euros = buy ? euros.plus(order.filled()) : euros.minus(order.filled());
      dollars = buy ? dollars.minus(paid) : dollars.plus(paid);
      assertThat(sum(((FxOrderView) any).trades())).as(where).isEqualTo(order.filled());
    }
    assertThat(balance("EUR").total()).as(where).isEqualTo(euros);
    assertThat(balance("USD").total()).as(where).isEqualTo(dollars);
    assertHoldsSound(where);
  }

  /** What the balances say is held is what open orders hold, and never more than there is. */
  private void assertHoldsSound(String where) {
    Money euros = eur("0");
    Money dollars = usd("0");
    for (AnyOrder any :
        views().orders().listAny(Optional.empty(), EVERY_ORDER, FIRST_PAGE).items()) {
      FxOrder order = ((FxOrderView) any).order();
      Hold hold = views().wallets().hold(order.hold().orElseThrow(), CLERK).orElseThrow();
      if (order.side() == Side.SELL) {
        assertThat(hold.open()).as(where).isEqualTo(order.remaining());
        euros = euros.plus(hold.open());
      } else {
        dollars = dollars.plus(hold.open());
      }
      if (order.remaining().isZero()) {
        assertThat(hold.open().isZero()).as(where).isTrue();
      }
    }
    assertThat(balance("EUR").held()).as(where).isEqualTo(euros);
    assertThat(balance("USD").held()).as(where).isEqualTo(dollars);
    assertThat(balance("EUR").available().isNegative()).as(where).isFalse();
    assertThat(balance("USD").available().isNegative()).as(where).isFalse();
  }

  private void assertHistorySound(String where) {
    Money euros = eur("0");
    Money dollars = usd("0");
    List<Transaction> lines = new ArrayList<>();
    views().wallets().export(wallet, WalletViews.Filter.ALL, lines::add);
    for (Transaction line : lines) {
      int sign = line.type() == MovementType.CREDIT ? 1 : -1;
      if (line.amount().currency().equals(USD)) {
        dollars = dollars.plus(line.amount().times(sign));
      } else {
        euros = euros.plus(line.amount().times(sign));
      }
    }
    assertThat(balance("EUR").total()).as(where).isEqualTo(euros);
    assertThat(balance("USD").total()).as(where).isEqualTo(dollars);
  }

  private Balance balance(String currency) {
    return views()
        .wallets()
        .ofUser(ALICE.userId(), clock.instant())
        .orElseThrow()
        .wallet()
        .balance(Money.currency(currency));
  }
}
