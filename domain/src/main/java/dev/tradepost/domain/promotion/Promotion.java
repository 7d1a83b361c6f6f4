package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A discount that an order gets by a coupon. What it takes off and when never changes; what changes
 * is how often it was used, and that is counted only where it is limited.
 *
 * @param used how many orders hold a use of it; 0 for ever where {@code usageLimit} is empty
 */
public record Promotion(
    PromotionCode code,
    Discount discount,
    Conditions conditions,
    int used,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  public Promotion {
    if (used < 0 || used > conditions.usageLimit().orElse(0)) {
      throw new IllegalArgumentException(code + " was used " + used + " times");
    }
    if (discount instanceof Discount.AmountOff off
        && conditions.minimumAmount().filter(it -> !sameCurrency(it, off.amount())).isPresent()) {
      throw new Rejection(
              PromotionReason.PROMOTION_NOT_SOUND,
              "amountOff and minimumAmount are of one currency")
          .at("minimumAmount");
    }
  }

  private static boolean sameCurrency(Money one, Money other) {
    return one.currency().equals(other.currency());
  }

  /** Offers a new promotion. */
  public static Change<Promotion> create(
      PromotionCode code, Discount discount, Conditions conditions, Stamp stamp) {
    return Change.of(
        new Promotion(code, discount, conditions, 0, stamp.at(), stamp.at(), 1),
        new PromotionEvent.Created(code, discount.toString()));
  }

  /** The currency of its amounts; empty where it names none. */
  public Optional<Currency> currency() {
    return discount instanceof Discount.AmountOff off
        ? Optional.of(off.amount().currency())
        : conditions.minimumAmount().map(Money::currency);
  }

  /** Whether its uses are counted, so that whoever uses it must lock it. */
  public boolean isCounted() {
    return conditions.usageLimit().isPresent();
  }

  /** Whether the uses of each user are counted. */
  public boolean countsUsers() {
    return conditions.perUserLimit().isPresent();
  }

  /**
   * What it takes off each of these lines now. Refuses outside its dates, an order of another
   * currency or below its minimum, and one that nothing would be taken off of.
   */
  public List<Money> off(List<Discount.Line> lines, Instant now) {
    if (!conditions.open(now)) {
      throw new Rejection(
          PromotionReason.COUPON_NOT_VALID_NOW,
          code
              + " is valid"
              + conditions.startsAt().map(it -> " from " + it).orElse("")
              + conditions.endsAt().map(it -> " until " + it).orElse(""));
    }
    Money sum = Spread.sum(lines);
    Optional<Money> minimum = conditions.minimumAmount();
    if (minimum.isPresent() && sum.compareTo(minimum.get()) < 0) {
      throw new Rejection(
          PromotionReason.MINIMUM_NOT_REACHED,
          "the items must cost " + minimum.get() + " or more, not " + sum);
    }
    List<Money> off = discount.off(lines);
    if (off.stream().allMatch(Money::isZero)) {
      throw new Rejection(
          PromotionReason.MINIMUM_NOT_REACHED,
          code + " (" + discount + ") takes nothing off so small an order");
    }
    return off;
  }

  /** Counts a use; refuses one past the limit. Only for one whose uses are counted. */
  public Change<Promotion> use(OrderId order, Stamp stamp) {
    int limit = conditions.usageLimit().orElseThrow();
    if (used >= limit) {
      throw new Rejection(
          PromotionReason.COUPON_USED_UP, code + " was for " + limit + " orders, which there are");
    }
    return Change.of(with(used + 1, stamp.at()), new PromotionEvent.Used(code, order, used + 1));
  }

  /** Takes a use back, because its order was called off. Only for one whose uses are counted. */
  public Change<Promotion> giveBack(OrderId order, Stamp stamp) {
    if (used == 0) {
      throw new IllegalStateException("order " + order + " holds no use of " + code);
    }
    return Change.of(
        with(used - 1, stamp.at()), new PromotionEvent.GivenBack(code, order, used - 1));
  }

  /** Counts a use by this user; refuses one past the limit. Only for one that counts users. */
  public Change<UserUses> useBy(UserUses user, OrderId order) {
    return user.use(order, conditions.perUserLimit().orElseThrow());
  }

  /** Takes a use back from this user. */
  public Change<UserUses> giveBackBy(UserUses user, OrderId order) {
    return user.giveBack(order);
  }

  private Promotion with(int newUsed, Instant now) {
    return new Promotion(code, discount, conditions, newUsed, createdAt, now, version + 1);
  }

  @Override
  public String aggregateId() {
    return code.value();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.empty();
  }
}
