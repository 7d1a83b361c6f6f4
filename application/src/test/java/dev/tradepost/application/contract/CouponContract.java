package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Words for coupons: a promotion of ten percent, and orders that use it. */
abstract class CouponContract extends StorageContract {
  protected static final PromotionCode CODE = new PromotionCode("TEN");
  protected static final Discount TEN_PERCENT = new Discount.PercentOff(BigDecimal.TEN);
  protected static final OptionalLong ANY_VERSION = OptionalLong.empty();

  protected final Promotion promotion(Conditions conditions) {
    return execute(CLERK, new CreatePromotion(CODE, TEN_PERCENT, conditions));
  }

  protected static Conditions limits(Integer usage, Integer perUser) {
    return new Conditions(
        Optional.ofNullable(usage),
        Optional.ofNullable(perUser),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  protected static Terms coupon(String code) {
    return new Terms(Optional.empty(), Optional.empty(), Optional.of(code));
  }

  protected static PlaceOrder withCoupon(OrderPlacement.Item... items) {
    return new PlaceOrder(Optional.empty(), List.of(items), Optional.of("checkout"), coupon("TEN"));
  }

  protected final Order cancel(Order order) {
    return execute(ALICE, new CancelOrder(order.id(), Optional.empty(), ANY_VERSION)).order();
  }

  protected final Promotion stored() {
    return views().promotions().find(CODE).orElseThrow();
  }

  protected final int usesOf(Actor actor) {
    return work(
        work ->
            work.promotionUsers()
                .read(new UserUses.Id(CODE, actor.userId()))
                .map(UserUses::used)
                .orElse(0));
  }

  protected static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  protected final Promotion create(String code, Discount discount, Conditions conditions) {
    return execute(CLERK, new CreatePromotion(new PromotionCode(code), discount, conditions));
  }

  protected static Actor buyer(int number) {
    return new Actor(new UserId("buyer-" + number), Role.CUSTOMER);
  }
}
