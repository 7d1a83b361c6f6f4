package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;

/** What happens to a promotion. One without a limit on its uses hears of none of them. */
public sealed interface PromotionEvent extends DomainEvent {

  /** The shop offers it. */
  record Created(PromotionCode code, String discount) implements PromotionEvent {
    @Override
    public String type() {
      return "promotion.created";
    }
  }

  /**
   * An order used it.
   *
   * @param used how many orders hold a use by now
   */
  record Used(PromotionCode code, OrderId orderId, int used) implements PromotionEvent {
    @Override
    public String type() {
      return "promotion.used";
    }
  }

  /**
   * An order that was called off gave its use back.
   *
   * @param used how many orders hold a use by now
   */
  record GivenBack(PromotionCode code, OrderId orderId, int used) implements PromotionEvent {
    @Override
    public String type() {
      return "promotion.given_back";
    }
  }
}
