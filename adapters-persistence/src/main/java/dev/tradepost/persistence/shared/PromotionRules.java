package dev.tradepost.persistence.shared;

import dev.tradepost.persistence.shared.Invariants.Rule;
import java.util.List;

/** What must always hold of promotions: uses that are counted are orders that were not ended. */
final class PromotionRules {
  private static final String HOLDS_A_USE =
      """
      o.coupon IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM order_transitions t
        WHERE t.order_id = o.id AND t.action IN ('CANCEL', 'EXPIRE'))""";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "the coupon of an order is a promotion of the shop",
              """
              SELECT o.order_number, o.coupon
              FROM orders o LEFT JOIN promotions p ON p.code = o.coupon
              WHERE o.coupon IS NOT NULL AND p.code IS NULL"""),
          Rule.of(
              "a limited promotion was used by the orders that hold a use",
              """
              SELECT p.code, p.used, h.holding
              FROM promotions p LEFT JOIN (
                SELECT o.coupon, COUNT(*) AS holding FROM orders o
                WHERE %s GROUP BY o.coupon) h ON h.coupon = p.code
              WHERE p.usage_limit IS NOT NULL AND p.used <> COALESCE(h.holding, 0)"""
                  .formatted(HOLDS_A_USE)),
          Rule.of(
              "a user's uses of a promotion are the user's orders that hold one",
              """
              SELECT x.code, x.user_id, SUM(x.used) AS too_many
              FROM (
                SELECT code, user_id, used FROM promotion_users
                UNION ALL
                SELECT o.coupon, o.user_id, -1
                FROM orders o JOIN promotions p ON p.code = o.coupon
                WHERE p.per_user_limit IS NOT NULL AND %s) x
              GROUP BY x.code, x.user_id
              HAVING SUM(x.used) <> 0"""
                  .formatted(HOLDS_A_USE)));

  private PromotionRules() {}
}
