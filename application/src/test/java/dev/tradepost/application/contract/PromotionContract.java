package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.PricingPolicy;
import dev.tradepost.application.Shop;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.ShippingRule;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.order.TaxTable;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Coupons, taxes and shipping: what an order costs, and who may still use a code. */
public abstract class PromotionContract extends CouponContract {

  @Test // S0-58
  void promotions_are_read_back_field_by_field_the_newest_first() {
    Conditions all =
        new Conditions(
            Optional.of(5),
            Optional.of(2),
            Optional.of(usd("12.5")),
            Optional.of(TestClock.NOON),
            Optional.of(TestClock.NOON.plusSeconds(60)));
    Promotion first = promotion(all);
    clock.advance(Duration.ofSeconds(1));
    Promotion second = create("A_1", new Discount.AmountOff(usd("5")), Conditions.NONE);
    Promotion third = create("B_1", new Discount.BuyGet(2, 1), Conditions.NONE);

    assertThat(views().promotions().find(CODE)).contains(first);
    assertThat(views().promotions().find(new PromotionCode("NONE"))).isEmpty();
    Page<Promotion> page = views().promotions().list(new Page.Request(2, 1, Optional.empty()));
    assertThat(page.items()).containsExactly(third, second);
    assertThat(views().promotions().list(new Page.Request(2, 1, page.next())).items())
        .containsExactly(first);
  }

  @Test
  void only_the_staff_make_promotions_and_each_code_is_there_once() {
    CreatePromotion creation = new CreatePromotion(CODE, TEN_PERCENT, Conditions.NONE);
    refused(ALICE, creation, ApplicationReason.STAFF_ONLY);
    execute(CLERK, creation);
    assertThat(refused(CLERK, creation, PromotionReason.PROMOTION_EXISTS).field()).contains("code");
    Crowd<Promotion> crowd = Crowd.atOnce(4, i -> create("SAME", TEN_PERCENT, Conditions.NONE));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(3).containsOnly(PromotionReason.PROMOTION_EXISTS);
  }

  @Test // S0-58, S1-27
  void a_coupon_takes_its_share_off_every_line_of_an_order_or_a_cart() {
    promotion(Conditions.NONE);
    ProductId laptop = stocked("p1", 9);
    ProductId pen = product("pen", "0.95");
    count(pen, MAIN, 9);

    Order order = execute(ALICE, withCoupon(pieces(1, laptop), pieces(3, pen))).order();

    assertThat(order(order.id())).isEqualTo(order);
    assertThat(order.terms().coupon()).contains("TEN");
    assertThat(order.amounts().discount()).isEqualTo(usd("50.29"));
    assertThat(order.amounts().total()).isEqualTo(usd("452.56"));
    assertThat(order.lines())
        .extracting(OrderLine::discount)
        .containsExactly(usd("50"), usd("0.29"));

    execute(ALICE, new AddToCart(laptop, 1, ANY_VERSION));
    CheckOut checkOut =
        new CheckOut(Optional.empty(), Optional.empty(), coupon("TEN"), ANY_VERSION);
    assertThat(execute(ALICE, checkOut).order().amounts().total()).isEqualTo(usd("450"));
  }

  @Test
  void a_coupon_nobody_knows_is_refused_where_it_was_typed() {
    ProductId laptop = stocked("p1", 9);
    for (String unknown : List.of("TEN", "ten", "?")) {
      PlaceOrder order =
          new PlaceOrder(
              Optional.empty(), List.of(pieces(1, laptop)), Optional.empty(), coupon(unknown));
      assertThat(refused(ALICE, order, PromotionReason.COUPON_NOT_FOUND).field())
          .contains("coupon");
    }
  }

  @Test
  void a_coupon_counts_while_its_dates_say_so() {
    ProductId laptop = stocked("p1", 9);
    promotion(
        new Conditions(
            Optional.of(5),
            Optional.empty(),
            Optional.empty(),
            Optional.of(TestClock.NOON.plusSeconds(10)),
            Optional.of(TestClock.NOON.plusSeconds(20))));
    refused(ALICE, withCoupon(pieces(1, laptop)), PromotionReason.COUPON_NOT_VALID_NOW);
    clock.advance(Duration.ofSeconds(10));
    execute(ALICE, withCoupon(pieces(1, laptop)));
    clock.advance(Duration.ofSeconds(10));
    refused(ALICE, withCoupon(pieces(1, laptop)), PromotionReason.COUPON_NOT_VALID_NOW);
    assertThat(stored().used()).isOne();
  }

  @Test
  void an_order_below_the_minimum_and_one_of_another_currency_are_refused() {
    ProductId laptop = stocked("p1", 9);
    Conditions minimum =
        new Conditions(
            Optional.of(1),
            Optional.of(1),
            Optional.of(usd("500.01")),
            Optional.empty(),
            Optional.empty());
    promotion(minimum);
    refused(ALICE, withCoupon(pieces(1, laptop)), PromotionReason.MINIMUM_NOT_REACHED);
    assertThat(execute(ALICE, withCoupon(pieces(2, laptop))).order().amounts().total())
        .isEqualTo(usd("900"));

    create("EURO", new Discount.AmountOff(Money.of("5", "EUR")), Conditions.NONE);
    PlaceOrder order =
        new PlaceOrder(
            Optional.empty(), List.of(pieces(1, laptop)), Optional.empty(), coupon("EURO"));
    assertThat(refused(ALICE, order, SharedReason.CURRENCY_MISMATCH).field()).contains("coupon");
  }

  private static final TaxTable TAXES =
      new TaxTable(
          Map.of("DE", new BigDecimal("19")),
          new BigDecimal("7.25"),
          TaxRule.Level.TOTAL,
          RoundingMode.HALF_EVEN);

  private static Terms toGermany(Optional<String> coupon) {
    Address address =
        new Address(
            "Ann", "Street 1", Optional.empty(), "Town", Optional.empty(), Optional.empty(), "DE");
    return new Terms(Optional.of(address), Optional.empty(), coupon);
  }

  @Test // S2-36
  void an_order_is_taxed_after_the_discount_and_sent_for_what_the_shop_says() {
    ShippingRule shipping =
        new ShippingRule(usd("4.95"), Optional.of(usd("900")), Map.of("DE", usd("2.95")));
    open(Shop.standard(USD).with(new PricingPolicy(TAXES, Optional.of(shipping))));
    promotion(Conditions.NONE);
    ProductId laptop = stocked("p1", 9);

    Order plain = placed("direct", pieces(1, laptop));
    assertThat(plain.amounts().tax()).isEqualTo(usd("36.25"));
    assertThat(plain.amounts().total()).isEqualTo(usd("541.20"));

    PlaceOrder german =
        new PlaceOrder(
            Optional.empty(),
            List.of(pieces(2, laptop)),
            Optional.empty(),
            toGermany(Optional.of("TEN")));
    Order order = execute(ALICE, german).order();
    assertThat(order.amounts().tax()).isEqualTo(usd("171"));
    assertThat(order.amounts().shipping()).as("900 is not above 900").isEqualTo(usd("2.95"));
    assertThat(order.amounts().total()).isEqualTo(usd("1073.95"));
    assertThat(order.terms().tax())
        .isEqualTo(new TaxRule(new BigDecimal("19"), TaxRule.Level.TOTAL, RoundingMode.HALF_EVEN));
    assertThat(order(order.id())).isEqualTo(order);
    assertThat(placed("direct", pieces(2, laptop)).amounts().shipping()).isEqualTo(usd("0"));
  }

  private Money balanceOfAlice() {
    return views()
        .wallets()
        .ofUser(ALICE.userId(), clock.instant())
        .orElseThrow()
        .wallet()
        .balance(USD)
        .total();
  }

  @Test // S1-19, A68
  void pieces_that_are_called_off_bring_back_exactly_their_discounted_and_taxed_share() {
    ShippingRule shipping = new ShippingRule(usd("4.95"), Optional.empty(), Map.of());
    open(Shop.standard(USD).with(new PricingPolicy(TAXES, Optional.of(shipping))));
    promotion(Conditions.NONE);
    ProductId pen = product("pen", "9.99");
    count(pen, MAIN, 9);
    WalletId wallet = execute(ALICE, new CreateWallet(Optional.empty(), Optional.empty())).id();
    StatedAmount hundred = new StatedAmount(BigDecimal.valueOf(100), Optional.empty());
    execute(ALICE, new AddMoney(wallet, hundred, Optional.empty()));
    Order order = execute(ALICE, withCoupon(pieces(3, pen))).order();
    assertThat(order.amounts().total()).isEqualTo(usd("33.88"));
    execute(ALICE, new PayFromWallet(order.id(), Optional.empty(), Optional.empty(), ANY_VERSION));
    assertThat(balanceOfAlice()).isEqualTo(usd("66.12"));

    for (String left : List.of("75.76", "85.40", "100")) {
      execute(
          ALICE,
          new CancelItems(order.id(), List.of(pieces(1, pen)), Optional.empty(), ANY_VERSION));
      assertThat(balanceOfAlice()).isEqualTo(usd(left));
    }
    assertThat(order(order.id()).status()).isEqualTo("CANCELLED");
  }
}
