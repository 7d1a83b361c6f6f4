package dev.tradepost.application.promotion;

import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The coupons of orders: from what a customer typed to what it takes off. */
public final class Coupons {

  private Coupons() {}

  /** Who wants to use which coupon. */
  public record Wish(String coupon, UserId user) {}

  /** Names the coupon of an order to be placed: who uses the same one waits. */
  public static void name(Prefetch rows, Terms terms) {
    terms.coupon().flatMap(Coupons::code).ifPresent(rows::alone);
  }

  /** Locks all that many orders together will count on, before anything that is locked later. */
  public static void lock(UnitOfWork work, Collection<Wish> wishes) {
    Set<PromotionCode> counted = new HashSet<>();
    Set<UserUses.Id> users = new HashSet<>();
    Set<PromotionCode> codes = new HashSet<>();
    wishes.forEach(wish -> code(wish.coupon).ifPresent(codes::add));
    Map<PromotionCode, Promotion> known = work.promotions().readAll(codes);
    for (Wish wish : wishes) {
      Promotion promotion = code(wish.coupon).map(known::get).orElse(null);
      if (promotion != null && promotion.isCounted()) {
        counted.add(promotion.code());
      }
      if (promotion != null && promotion.countsUsers()) {
        users.add(new UserUses.Id(promotion.code(), wish.user));
      }
    }
    work.promotions().getAll(counted);
    work.promotionUsers().getAll(users);
  }

  /** The promotion of a coupon, which is looked at and not locked; refuses an unknown one. */
  public static Promotion find(UnitOfWork work, String coupon) {
    return code(coupon)
        .flatMap(work.promotions()::read)
        .orElseThrow(
            () ->
                new Rejection(
                        PromotionReason.COUPON_NOT_FOUND, "there is no coupon '" + coupon + "'")
                    .at("coupon"));
  }

  /** What a promotion takes off each of these lines at this moment. */
  public static List<Money> off(Promotion promotion, List<OrderLine> lines, Instant at) {
    return promotion.off(
        lines.stream()
            .map(it -> new Discount.Line(it.quantity(), it.unitPrice(), it.total()))
            .toList(),
        at);
  }

  private static Optional<PromotionCode> code(String coupon) {
    try {
      return Optional.of(new PromotionCode(coupon));
    } catch (Rejection rejection) {
      return Optional.empty();
    }
  }
}
