package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.PricingPolicy;
import dev.tradepost.application.Shop;
import dev.tradepost.application.order.EditedOrder;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.promotion.CreatePromotion;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.order.ShippingRule;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.order.TaxTable;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Discount;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WalletId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order costs after an edit: coupon, tax and shipping. */
public abstract class OrderEditPriceContract extends CouponContract {
  private static final TaxTable TAXES =
      new TaxTable(
          Map.of("DE", new BigDecimal("19"), "FR", new BigDecimal("19")),
          new BigDecimal("7.25"),
          TaxRule.Level.TOTAL,
          RoundingMode.HALF_EVEN);
  private static final ShippingRule SHIPPING =
      new ShippingRule(
          usd("4.95"), Optional.of(usd("50")), Map.of("DE", usd("2.95"), "IT", usd("9")));

  private ProductId pen;
  private ProductId ink;

  @BeforeEach
  void furnish() {
    open(Shop.standard(USD).with(new PricingPolicy(TAXES, Optional.of(SHIPPING))));
    pen = product("pen", "9.99");
    ink = product("ink", "4.01");
    count(pen, MAIN, 99);
    count(ink, MAIN, 99);
  }

  /** Three pens and an ink of Alice's, to this country. */
  private Order order(String country, Optional<String> coupon) {
    Terms terms = new Terms(Optional.of(in(country)), Optional.empty(), coupon);
    PlaceOrder placing =
        new PlaceOrder(
            Optional.empty(),
            List.of(pieces(3, pen), pieces(1, ink)),
            Optional.of("direct"),
            terms);
    return execute(ALICE, placing).order();
  }

  private static Conditions least(String amount) {
    return new Conditions(
        Optional.of(1),
        Optional.of(1),
        Optional.of(usd(amount)),
        Optional.empty(),
        Optional.of(TestClock.NOON.plusSeconds(60)));
  }

  private void isAsIfPlacedSo(EditedOrder edited, String country, int pens) {
    Order after = edited.after().order();
    PlaceOrder placing =
        new PlaceOrder(
            Optional.empty(),
            List.of(pieces(pens, pen), pieces(1, ink)),
            Optional.of("direct"),
            new Terms(Optional.of(in(country)), Optional.empty(), after.terms().coupon()));
    Order fresh = execute(BOB, placing).order();
    assertThat(after.lines()).isEqualTo(fresh.lines());
    assertThat(after.amounts()).isEqualTo(fresh.amounts());
    assertThat(after.terms()).isEqualTo(fresh.terms());
    assertThat(edited.difference())
        .isEqualTo(fresh.amounts().total().minus(edited.before().order().amounts().total()));
  }

  @Test
  void an_edited_order_costs_what_it_would_have_cost_if_it_had_been_placed_so() {
    promotion(Conditions.NONE);
    Order order = order("DE", Optional.of("TEN"));
    assertThat(order.amounts().shipping()).isEqualTo(usd("2.95"));
    isAsIfPlacedSo(edited(ALICE, editing(order, pieces(1, pen))), "DE", 1);
    isAsIfPlacedSo(edited(ALICE, editing(order, in("IT"), null)), "IT", 1);
    EditedOrder large = edited(ALICE, editing(order, in("US"), null, pieces(7, pen)));
    assertThat(large.after().order().amounts().shipping()).isEqualTo(usd("0"));
    isAsIfPlacedSo(large, "US", 7);
    new Invariants(storage()).orderIsSound(order.id());
  }

  @Test
  void the_coupon_stays_used_once_and_counts_as_it_did_when_the_order_was_placed() {
    execute(CLERK, ten(least("20")));
    Order order = order("DE", Optional.of("TEN"));
    clock.advance(Duration.ofDays(1));
    Order more = edited(ALICE, editing(order, pieces(4, pen))).after().order();
    assertThat(more.amounts().discount()).isEqualTo(usd("4.40"));
    assertThat(stored().used()).isOne();
    assertThat(usesOf(ALICE)).isOne();
    assertThat(stored().version()).as("it was not written again").isEqualTo(2);
    cancel(more);
    assertThat(stored().used()).isZero();
    assertThat(usesOf(ALICE)).isZero();
  }

  private static CreatePromotion ten(Conditions conditions) {
    return new CreatePromotion(CODE, TEN_PERCENT, conditions);
  }

  @Test
  void an_order_below_the_least_amount_of_its_coupon_is_refused() {
    execute(CLERK, ten(least("20")));
    Order order = order("DE", Optional.of("TEN"));
    assertThat(
            unchanged(ALICE, editing(order, pieces(1, pen)), PromotionReason.MINIMUM_NOT_REACHED)
                .field())
        .contains("coupon");
    edited(ALICE, editing(order, null, in("DE"), pieces(2, pen)));
  }

  @Test
  void a_bill_that_goes_elsewhere_costs_nothing_else() {
    execute(CLERK, ten(least("33")));
    Order order = order("DE", Optional.of("TEN"));
    Amounts before = order.amounts();
    Order billed = edited(ALICE, editing(order, null, in("IT"))).after().order();
    assertThat(billed.amounts()).isEqualTo(before);
    assertThat(billed.lines()).isEqualTo(order.lines());
  }

  private void pay(Order order) {
    WalletId wallet = execute(ALICE, new CreateWallet(Optional.empty(), Optional.empty())).id();
    StatedAmount hundred = new StatedAmount(BigDecimal.valueOf(100), Optional.empty());
    execute(ALICE, new AddMoney(wallet, hundred, Optional.empty()));
    execute(ALICE, new PayFromWallet(order.id(), Optional.empty(), Optional.empty(), ANY_VERSION));
  }

  private Money balance() {
    return views()
        .wallets()
        .ofUser(ALICE.userId(), clock.instant())
        .orElseThrow()
        .wallet()
        .balance(USD)
        .total();
  }

  @Test
  void a_paid_order_goes_elsewhere_where_that_costs_the_same() {
    Order order = order("DE", Optional.empty());
    pay(order);
    for (String dearer : List.of("FR", "US", "IT")) {
      assertThat(
              unchanged(
                      ALICE,
                      editing(order, in(dearer), null),
                      OrderReason.EDIT_CHANGES_PAID_AMOUNTS)
                  .field())
          .contains("shippingAddress");
    }
    EditedOrder billed = edited(ALICE, editing(order, null, in("US")));
    assertThat(billed.difference()).isEqualTo(usd("0"));
    assertThat(billed.toPay()).isEqualTo(usd("0"));
    Order other = order("US", Optional.empty());
    execute(ALICE, new PayFromWallet(other.id(), Optional.empty(), Optional.empty(), ANY_VERSION));
    Order moved = edited(ALICE, editing(other, in("GB"), null)).after().order();
    assertThat(moved.amounts()).isEqualTo(other.amounts());
    assertThat(moved.terms().shippingAddress()).contains(in("GB"));
  }

  @Test
  void pieces_of_a_paid_order_bring_their_share_and_the_coupon_is_not_asked_again() {
    create("FIVE", new Discount.AmountOff(usd("5")), least("30"));
    Order order = order("DE", Optional.of("FIVE"));
    pay(order);
    Money paid = order.amounts().total();
    assertThat(balance()).isEqualTo(usd("100").minus(paid));
    EditedOrder less = edited(ALICE, editing(order, pieces(1, pen), pieces(1, ink)));
    assertThat(less.after().order().amounts().discount()).isEqualTo(usd("5"));
    assertThat(balance()).isEqualTo(usd("100").minus(paid).plus(less.toRefund()));
    assertThat(less.toRefund()).isEqualTo(usd("0").minus(less.difference()));
    new Invariants(storage()).orderIsSound(order.id());
  }
}
