package dev.tradepost.domain.promotion;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Refusals about promotions, and about the coupons they are used by. */
public enum PromotionReason implements Reason {
  PROMOTION_NOT_SOUND(
      invalid(
          "A number of the promotion is out of its range, its currencies differ, or it ends before"
              + " it starts.",
          "Correct what the detail names.")),
  PROMOTION_NOT_FOUND(
      notFound("There is no promotion of this code.", "Use a code from GET /promotions.")),
  PROMOTION_EXISTS(
      conflict(
          "Another promotion has this code.", "Choose a new code: a promotion is never changed.")),
  COUPON_NOT_FOUND(
      invalid(
          "No promotion has the code of this coupon.",
          "Check the spelling, capitals too, or leave the coupon out.")),
  COUPON_NOT_VALID_NOW(
      conflict(
          "The coupon is not valid yet, or not any more.",
          "Order while it is valid, or leave the coupon out.")),
  MINIMUM_NOT_REACHED(
      conflict(
          "The order is too small for the coupon.",
          "Order what the detail asks for, or leave the coupon out.")),
  COUPON_USED_UP(
      conflict(
          "The coupon has been used as often as it can be.",
          "Leave the coupon out; a cancelled order gives its use back.")),
  COUPON_LIMIT_PER_USER(
      conflict(
          "This user has used the coupon as often as one user can.",
          "Leave the coupon out; a cancelled order gives its use back."));

  private final Meaning meaning;

  PromotionReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
