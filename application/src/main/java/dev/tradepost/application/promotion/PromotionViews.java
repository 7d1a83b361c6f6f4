package dev.tradepost.application.promotion;

import dev.tradepost.application.port.Page;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.shared.Rejection;
import java.util.Optional;

/** Reads promotions. */
public interface PromotionViews {

  Optional<Promotion> find(PromotionCode code);

  /** The newest first. */
  Page<Promotion> list(Page.Request request);

  /** The refusal where there is no promotion of this code. */
  static Rejection notFound() {
    return new Rejection(PromotionReason.PROMOTION_NOT_FOUND, "there is no such promotion");
  }
}
