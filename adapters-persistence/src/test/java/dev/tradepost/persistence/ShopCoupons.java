package dev.tradepost.persistence;

import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.OrderId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Two orders that used a coupon, of which one was called off. */
final class ShopCoupons {

  private ShopCoupons() {}

  /** The order that still holds its use. */
  static OrderId take(OneShop shop) {
    Conditions limits =
        new Conditions(
            Optional.of(5), Optional.of(2), Optional.empty(), Optional.empty(), Optional.empty());
    Discount tenPercent = new Discount.PercentOff(BigDecimal.TEN);
    shop.execute(OneShop.CLERK, new CreatePromotion(new PromotionCode("TEN"), tenPercent, limits));
    PlaceOrder order =
        new PlaceOrder(
            Optional.empty(),
            OneShop.ordering(2).items(),
            Optional.empty(),
            new Terms(Optional.empty(), Optional.empty(), Optional.of("TEN")));
    OrderId kept = shop.execute(OneShop.ALICE, order).order().id();
    OrderId cancelled = shop.execute(OneShop.ALICE, order).order().id();
    shop.execute(OneShop.ALICE, new CancelOrder(cancelled, Optional.empty(), OptionalLong.empty()));
    return kept;
  }
}
