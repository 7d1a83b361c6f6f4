package dev.tradepost.domain.trade;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Orders of euros for dollars, and words for what happens to them. */
final class FxFixture {
  static final OrderId ID = new OrderId(new UUID(0, 1));
  static final TradeId TRADE = new TradeId(new UUID(0, 2));
  static final HoldId HOLD = new HoldId(new UUID(0, 3));
  static final OrderNumber NUMBER = new OrderNumber("ORD-1-ABCDEF");
  static final UserId ALICE = new UserId("alice");
  static final Stamp NOON = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);
  static final Stamp LATER = new Stamp(Instant.parse("2026-03-01T13:00:00Z"), ALICE);
  static final Instrument EUR_USD = Instrument.usual(Pair.of("EUR/USD"));

  private FxFixture() {}

  static BigDecimal price(String text) {
    return new BigDecimal(text);
  }

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  static FxOrder.Wish wish(Side side, OrderType type, String amount, String price) {
    return new FxOrder.Wish(
        EUR_USD, side, type, eur(amount), price(price), Settlement.NONE, Optional.empty());
  }

  static FxOrder order(Side side, OrderType type, String amount, String price) {
    FxOrder.Wish wish = wish(side, type, amount, price);
    return FxOrder.place(ID, NUMBER, ALICE, wish, Optional.empty(), NOON).state();
  }

  /** Buys so many euros at about 1.105 dollars. */
  static FxOrder buying(String amount) {
    return order(Side.BUY, OrderType.INDICATIVE, amount, "1.105");
  }

  static Change<FxOrder> fill(FxOrder order, String amount, String price) {
    return order.fill(TRADE, eur(amount), price(price), Optional.empty(), LATER);
  }

  /** The order after trades of these amounts at its price. */
  static FxOrder filled(FxOrder order, String... amounts) {
    FxOrder now = order;
    for (String amount : amounts) {
      now = fill(now, amount, now.price().toPlainString()).state();
    }
    return now;
  }

  static FxOrder cancelled(FxOrder order) {
    return order.cancel("Changed my mind", LATER).state();
  }

  static Change<FxOrder> amend(FxOrder order, String amount) {
    return order.amend(eur(amount), order.hold(), LATER);
  }
}
