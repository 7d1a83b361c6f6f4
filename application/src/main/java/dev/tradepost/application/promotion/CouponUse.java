package dev.tradepost.application.promotion;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import java.util.Optional;

/**
 * A use of a promotion as it is counted, once more or once less: on the promotion where it has a
 * limit, and for the user where users have one. Without either nothing is locked, and nothing
 * written.
 */
public record CouponUse(
    Optional<Change<Promotion>> counted, Optional<Change<UserUses>> countedForUser) {
  /** Nothing is counted. */
  public static final CouponUse NONE = new CouponUse(Optional.empty(), Optional.empty());

  /** Counts one for an order; refuses one past a limit. */
  public static CouponUse of(UnitOfWork work, Promotion known, UserId user, OrderId order) {
    return new CouponUse(
        known.isCounted()
            ? Optional.of(locked(work, known.code()).use(order, work.stamp()))
            : Optional.empty(),
        known.countsUsers()
            ? Optional.of(known.useBy(uses(work, known.code(), user), order))
            : Optional.empty());
  }

  /** Takes back the one that an order holds, where it has a coupon. */
  public static CouponUse givenBack(UnitOfWork work, Order order) {
    if (order.terms().coupon().isEmpty()) {
      return NONE;
    }
    PromotionCode code = new PromotionCode(order.terms().coupon().get());
    Promotion known = work.promotions().read(code).orElseThrow();
    return new CouponUse(
        known.isCounted()
            ? Optional.of(locked(work, code).giveBack(order.id(), work.stamp()))
            : Optional.empty(),
        known.countsUsers()
            ? Optional.of(known.giveBackBy(uses(work, code, order.userId()), order.id()))
            : Optional.empty());
  }

  private static Promotion locked(UnitOfWork work, PromotionCode code) {
    return work.promotions().get(code).orElseThrow();
  }

  private static UserUses uses(UnitOfWork work, PromotionCode code, UserId user) {
    UserUses.Id id = new UserUses.Id(code, user);
    return work.promotionUsers().get(id).orElseGet(() -> UserUses.none(id));
  }

  public void save(UnitOfWork work) {
    counted.ifPresent(work.promotions()::save);
    countedForUser.ifPresent(work.promotionUsers()::save);
  }
}
