package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.promotion.CouponUse;
import dev.tradepost.application.promotion.Coupons;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.order.ShippingRule;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an order costs: its lines less what the coupon takes off, then taxed, then sent. Shipping is
 * neither discounted nor taxed.
 */
record Pricing(List<OrderLine> lines, Money shipping, Terms terms, Optional<CouponUse> use) {

  /** Decides it all, and saves nothing; locks what counts the coupon's uses, where they are. */
  static Pricing of(
      UnitOfWork work, UserId user, OrderId order, List<OrderLine> plain, Terms terms) {
    return of(work, plain, terms, work.now(), it -> CouponUse.of(work, it, user, order));
  }

  /**
   * The same for an order that is changed: it has used its coupon already, which counts as it did
   * when the order was placed.
   */
  static Pricing again(UnitOfWork work, Order order, List<OrderLine> plain, Terms terms) {
    return of(work, plain, terms, order.createdAt(), it -> CouponUse.NONE);
  }

  private static Pricing of(
      UnitOfWork work,
      List<OrderLine> plain,
      Terms terms,
      Instant couponAt,
      Function<Promotion, CouponUse> using) {
    Amounts.of(plain); // Two currencies are refused before a coupon is blamed for them.
    List<OrderLine> discounted = plain;
    Optional<CouponUse> use = Optional.empty();
    if (terms.coupon().isPresent()) {
      Promotion promotion = Coupons.find(work, terms.coupon().get());
      try {
        discounted = discounted(plain, Coupons.off(promotion, plain, couponAt));
        use = Optional.of(using.apply(promotion));
      } catch (Rejection rejection) {
        throw rejection.at("coupon");
      }
    }
    TaxRule tax = work.shop().pricing().taxes().to(terms.shippingAddress());
    List<OrderLine> taxed = tax.on(discounted);
    return new Pricing(taxed, shipping(work, discounted, terms), terms.taxedBy(tax), use);
  }

  /**
   * These terms as the shop would tax them; refuses where an order that has been paid would by them
   * cost another tax or another shipping than it did.
   */
  static Terms requireSame(UnitOfWork work, Order order, Terms terms) {
    Money none = Money.zero(order.amounts().total().currency());
    List<OrderLine> untaxed =
        order.lines().stream().map(line -> line.priced(line.discount(), none)).toList();
    TaxRule tax = work.shop().pricing().taxes().to(terms.shippingAddress());
    if (!tax.on(untaxed).equals(order.lines())
        || !shipping(work, untaxed, terms).equals(order.amounts().shipping())) {
      throw new Rejection(
              OrderReason.EDIT_CHANGES_PAID_AMOUNTS,
              "tax or shipping would differ from what was paid for order " + order.number())
          .at("shippingAddress");
    }
    return terms.taxedBy(tax);
  }

  private static List<OrderLine> discounted(List<OrderLine> lines, List<Money> off) {
    List<OrderLine> discounted = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      discounted.add(lines.get(i).priced(off.get(i), lines.get(i).tax()));
    }
    return discounted;
  }

  private static Money shipping(UnitOfWork work, List<OrderLine> lines, Terms terms) {
    Money goods = lines.stream().map(OrderLine::net).reduce(Money::plus).orElseThrow();
    Currency currency = goods.currency();
    return work.shop()
        .pricing()
        .shipping()
        .map(rule -> in(work, rule, currency).of(goods, terms.shippingAddress()))
        .orElse(Money.zero(currency));
  }

  private static ShippingRule in(UnitOfWork work, ShippingRule rule, Currency currency) {
    return rule.flat().currency().equals(currency)
        ? rule
        : rule.in(amount -> work.shop().wallets().rates().costOf(amount, currency));
  }

  Amounts amounts() {
    return Amounts.of(lines, shipping);
  }

  void save(UnitOfWork work) {
    use.ifPresent(it -> it.save(work));
  }
}
