package dev.tradepost.application.promotion;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;

/** Offers a discount to whoever knows the code. It is not changed afterwards. */
public record CreatePromotion(PromotionCode code, Discount discount, Conditions conditions)
    implements UseCase<Promotion> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Promotion run(UnitOfWork work) {
    if (work.promotions().read(code).isPresent()) {
      throw new Rejection(
              PromotionReason.PROMOTION_EXISTS, "there is a promotion " + code + " already")
          .at("code");
    }
    Change<Promotion> created = Promotion.create(code, discount, conditions, work.stamp());
    work.promotions().save(created);
    return created.state();
  }
}
