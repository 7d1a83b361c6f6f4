package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * When a promotion can be used, and how often.
 *
 * @param usageLimit for how many orders; empty for any number
 * @param perUserLimit for how many orders of one user; empty for any number
 * @param minimumAmount what the items must cost at least, before the discount
 * @param startsAt from when on; empty for since ever
 * @param endsAt until before when; empty for ever
 */
public record Conditions(
    Optional<Integer> usageLimit,
    Optional<Integer> perUserLimit,
    Optional<Money> minimumAmount,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt) {

  /** By everybody, always, as often as they like. */
  public static final Conditions NONE =
      new Conditions(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Conditions {
    requirePositive("usageLimit", usageLimit.map(Integer::longValue));
    requirePositive("perUserLimit", perUserLimit.map(Integer::longValue));
    requirePositive("minimumAmount", minimumAmount.map(Money::minor));
    if (startsAt.isPresent() && endsAt.isPresent() && !startsAt.get().isBefore(endsAt.get())) {
      throw new Rejection(PromotionReason.PROMOTION_NOT_SOUND, "endsAt is after startsAt")
          .at("endsAt");
    }
  }

  private static void requirePositive(String field, Optional<Long> value) {
    if (value.isPresent() && value.get() < 1) {
      throw new Rejection(PromotionReason.PROMOTION_NOT_SOUND, field + " is above 0").at(field);
    }
  }

  boolean open(Instant now) {
    return startsAt.map(start -> !now.isBefore(start)).orElse(true)
        && endsAt.map(now::isBefore).orElse(true);
  }
}
