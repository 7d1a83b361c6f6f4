package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;

/** What happens to one user's share of a promotion that limits its users. */
public sealed interface UserUsesEvent extends DomainEvent {

  /**
   * An order of the user's used the promotion, or gave its use back.
   *
   * @param used how many of the user's orders hold a use by now
   */
  record Counted(PromotionCode code, UserId userId, OrderId orderId, int used)
      implements UserUsesEvent {
    @Override
    public String type() {
      return "promotion_user.counted";
    }
  }
}
