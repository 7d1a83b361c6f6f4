package dev.tradepost.domain.trade;

import static dev.tradepost.domain.trade.FxAction.CANCEL;
import static dev.tradepost.domain.trade.FxAction.FILL_ALL;
import static dev.tradepost.domain.trade.FxAction.FILL_PART;
import static dev.tradepost.domain.trade.FxStatus.CANCELLED;
import static dev.tradepost.domain.trade.FxStatus.FILLED;
import static dev.tradepost.domain.trade.FxStatus.PARTIALLY_FILLED;
import static dev.tradepost.domain.trade.FxStatus.PENDING;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An order to buy or sell an amount of one currency for another, filled by trades. What is filled,
 * what remains and what was cancelled always add up to the amount; trades never add up to more. It
 * knows the sums of its trades, not the trades, so that a fill is decided without reading them.
 *
 * @param amount in the base currency
 * @param price in the quote currency a unit of the base
 * @param filled what the trades add up to
 * @param notional what the trades are worth in the quote currency, exactly; the average price is
 *     derived from it and never kept
 * @param hold what keeps the money back where it settles in a wallet, while it is open
 */
public record FxOrder(
    OrderId id,
    OrderNumber number,
    UserId userId,
    Instrument instrument,
    Side side,
    OrderType type,
    Money amount,
    BigDecimal price,
    Settlement settlement,
    Optional<String> clientOrderId,
    FxStatus status,
    Money filled,
    BigDecimal notional,
    Optional<HoldId> hold,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** The one table every order of currencies follows. */
  public static final Lifecycle<FxStatus, FxAction> LIFECYCLE =
      Lifecycle.<FxStatus, FxAction>named("fx-order", PENDING)
          .allow(PENDING, FILL_PART, PARTIALLY_FILLED)
          .allow(PENDING, FILL_ALL, FILLED)
          .allow(PENDING, CANCEL, CANCELLED)
          .allow(PARTIALLY_FILLED, FILL_PART, PARTIALLY_FILLED)
          .allow(PARTIALLY_FILLED, FILL_ALL, FILLED)
          .allow(PARTIALLY_FILLED, CANCEL, CANCELLED)
          .build();

  public FxOrder {
    Objects.requireNonNull(id);
    notional = notional.stripTrailingZeros();
    amount.requirePositive();
    if (filled.isNegative() || filled.compareTo(amount) > 0) {
      throw new IllegalArgumentException(filled + " filled of " + amount);
    }
    if ((status == FILLED) != filled.equals(amount)) {
      throw new IllegalArgumentException(status + " with " + filled + " of " + amount);
    }
  }

  /**
   * What somebody wants.
   *
   * @param type empty where the price is indicative
   * @param clientOrderId what the user calls it; unique among the user's
   */
  public record Wish(
      Instrument instrument,
      Side side,
      OrderType type,
      Money amount,
      BigDecimal price,
      Settlement settlement,
      Optional<String> clientOrderId) {

    public Wish {
      amount = at("amount", amount, instrument::requireAmount);
      price = at("price", price, instrument::requirePrice);
      clientOrderId.ifPresent(text -> Text.require("clientOrderId", text, 64));
    }
  }

  /**
   * Places an order.
   *
   * @param hold what keeps the money back, where it settles in a wallet
   */
  public static Change<FxOrder> place(
      OrderId id, OrderNumber number, UserId user, Wish wish, Optional<HoldId> hold, Stamp stamp) {
    if ((wish.settlement == Settlement.WALLET) != hold.isPresent()) {
      throw new IllegalArgumentException(wish.settlement + " with hold " + hold);
    }
    FxOrder order =
        new FxOrder(
            id,
            number,
            user,
            wish.instrument,
            wish.side,
            wish.type,
            wish.amount,
            wish.price,
            wish.settlement,
            wish.clientOrderId,
            PENDING,
            Money.zero(wish.amount.currency()),
            BigDecimal.ZERO,
            hold,
            stamp.at(),
            stamp.at(),
            1);
    return Change.of(
        order,
        new FxEvent.Placed(
            id,
            number,
            wish.instrument.pair().toString(),
            wish.side,
            wish.amount,
            wish.price,
            PENDING,
            order.filled,
            order.remaining()));
  }

  public Pair pair() {
    return instrument.pair();
  }

  /** What can still be filled; nothing of an order that was called off. */
  public Money remaining() {
    return status == CANCELLED ? Money.zero(amount.currency()) : amount.minus(filled);
  }

  /** What was called off before it was filled. */
  public Money cancelled() {
    return amount.minus(filled).minus(remaining());
  }

  /** The mean price of its trades, to the tick's decimals; nothing before the first. */
  public Optional<BigDecimal> averagePrice() {
    return filled.isZero()
        ? Optional.empty()
        : Optional.of(instrument.average(notional, filled).stripTrailingZeros());
  }

  /** What can be done by hand now. */
  public Set<FxAction> allowedActions() {
    return LIFECYCLE.allowedIn(status).contains(CANCEL) ? Set.of(CANCEL) : Set.of();
  }

  /**
   * Executes a part or the rest; refuses more than remains, a price off the tick, and one that is
   * worse than a limit.
   */
  public Change<FxOrder> fill(
      TradeId tradeId, Money part, BigDecimal at, Optional<String> externalTradeId, Stamp stamp) {
    LIFECYCLE.after(status, FILL_PART);
    BigDecimal checked = at("executedPrice", at, instrument::requirePrice);
    at("executedAmount", part, instrument::requireAmount);
    if (part.compareTo(remaining()) > 0) {
      throw new Rejection(TradeReason.OVERFILL, "at most " + remaining() + " can be filled")
          .at("executedAmount");
    }
    requireNotWorse(checked);
    externalTradeId.ifPresent(text -> Text.require("externalTradeId", text, 64));
    Trade trade = new Trade(tradeId, part, checked, externalTradeId, stamp.at());
    Money sum = filled.plus(part);
    FxStatus next = LIFECYCLE.after(status, sum.equals(amount) ? FILL_ALL : FILL_PART);
    FxOrder after = with(amount, next, sum, notional.add(trade.notional()), hold, stamp);
    return Change.of(
        after, new FxEvent.TradeAdded(id, trade, status, next, sum, after.remaining()));
  }

  private void requireNotWorse(BigDecimal executed) {
    int compared = executed.compareTo(price);
    boolean worse = side == Side.BUY ? compared > 0 : compared < 0;
    if (type == OrderType.LIMIT && worse) {
      throw new Rejection(
              TradeReason.WORSE_THAN_LIMIT,
              executed.toPlainString() + " is worse than the limit " + price.toPlainString())
          .at("executedPrice");
    }
  }

  /**
   * Changes the total amount; an order that is filled to exactly the new amount is filled.
   *
   * @param newHold what keeps the money of the new amount back, where it settles in a wallet
   */
  public Change<FxOrder> amend(Money total, Optional<HoldId> newHold, Stamp stamp) {
    LIFECYCLE.after(status, FILL_PART);
    at("amount", total, instrument::requireAmount);
    if (total.compareTo(filled) < 0) {
      throw new Rejection(
              TradeReason.AMOUNT_BELOW_FILLED, filled + " are filled, send that much or more")
          .at("amount");
    }
    FxStatus next = total.equals(filled) ? LIFECYCLE.after(status, FILL_ALL) : status;
    FxOrder after = with(total, next, filled, notional, newHold, stamp);
    return Change.of(
        after, new FxEvent.Amended(id, total, status, next, filled, after.remaining()));
  }

  /** Calls off what is not filled. */
  public Change<FxOrder> cancel(String reason, Stamp stamp) {
    Text.require("reason", reason, 500);
    FxStatus next = LIFECYCLE.after(status, CANCEL);
    FxOrder after = with(amount, next, filled, notional, hold, stamp);
    return Change.of(
        after,
        new FxEvent.Cancelled(id, status, filled, after.remaining(), after.cancelled(), reason));
  }

  private FxOrder with(
      Money newAmount,
      FxStatus next,
      Money newFilled,
      BigDecimal newNotional,
      Optional<HoldId> newHold,
      Stamp stamp) {
    return new FxOrder(
        id,
        number,
        userId,
        instrument,
        side,
        type,
        newAmount,
        price,
        settlement,
        clientOrderId,
        next,
        newFilled,
        newNotional,
        newHold,
        createdAt,
        stamp.at(),
        version + 1);
  }

  private static <T> T at(String field, T value, UnaryOperator<T> check) {
    try {
      return check.apply(value);
    } catch (Rejection rejection) {
      throw rejection.at(field);
    }
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
