package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ExpireOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.promotion.Conditions;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The uses of coupons: counted under any crowd, and given back once. */
public abstract class CouponUseContract extends CouponContract {

  @Test
  void a_refused_order_uses_nothing() {
    promotion(limits(1, 1));
    ProductId laptop = stocked("p1", 1);
    refused(ALICE, withCoupon(pieces(2, laptop)), SharedReason.INSUFFICIENT_STOCK);
    execute(ALICE, withCoupon(pieces(1, laptop)));
  }

  @Test // S0-58
  void of_six_buyers_at_once_one_gets_the_last_use() {
    promotion(limits(1, null));
    ProductId laptop = stocked("p1", 100);
    Crowd<OrderView> crowd = Crowd.atOnce(6, i -> execute(buyer(i), withCoupon(pieces(1, laptop))));
    assertThat(crowd.winner().orElseThrow().order().amounts().discount()).isEqualTo(usd("50"));
    assertThat(crowd.refused()).hasSize(5).containsOnly(PromotionReason.COUPON_USED_UP);
    assertThat(stored().used()).isOne();
    assertThat(stock(laptop).reserved()).isOne();
  }

  @Test // S0-58
  void one_user_at_six_tills_gets_as_many_as_one_user_may() {
    promotion(limits(null, 2));
    ProductId laptop = stocked("p1", 100);
    Crowd<OrderView> crowd = Crowd.atOnce(6, i -> execute(ALICE, withCoupon(pieces(1, laptop))));
    assertThat(crowd.done()).hasSize(2);
    assertThat(crowd.refused()).hasSize(4).containsOnly(PromotionReason.COUPON_LIMIT_PER_USER);
    assertThat(usesOf(ALICE)).isEqualTo(2);
    execute(BOB, withCoupon(pieces(1, laptop)));
    assertThat(usesOf(BOB)).isOne();
    assertThat(stored().version()).as("the promotion itself is not written").isOne();
  }

  @Test
  void of_two_limits_both_hold_and_that_of_the_promotion_is_told_first() {
    promotion(limits(2, 1));
    ProductId laptop = stocked("p1", 100);
    execute(ALICE, withCoupon(pieces(1, laptop)));
    refused(ALICE, withCoupon(pieces(1, laptop)), PromotionReason.COUPON_LIMIT_PER_USER);
    execute(BOB, withCoupon(pieces(1, laptop)));
    refused(ALICE, withCoupon(pieces(1, laptop)), PromotionReason.COUPON_USED_UP);
  }

  @Test
  void sixteen_buyers_at_once_use_an_unlimited_coupon_and_leave_no_trace_on_it() {
    Promotion before = promotion(Conditions.NONE);
    ProductId laptop = stocked("p1", 100);
    Crowd<OrderView> crowd =
        Crowd.atOnce(16, i -> execute(buyer(i), withCoupon(pieces(1, laptop))));
    assertThat(crowd.done()).hasSize(16);
    cancel(execute(ALICE, withCoupon(pieces(1, laptop))).order());
    assertThat(stored()).isEqualTo(before);
    assertThat(usesOf(buyer(3))).isZero();
  }

  @Test // S0-58
  void a_cancelled_order_gives_its_use_back_once() {
    promotion(limits(1, 1));
    ProductId laptop = stocked("p1", 9);
    for (int i = 0; i < 3; i++) {
      Order order = execute(ALICE, withCoupon(pieces(2, laptop))).order();
      CancelItems one =
          new CancelItems(order.id(), List.of(pieces(1, laptop)), Optional.empty(), ANY_VERSION);
      execute(ALICE, one);
      assertThat(stored().used()).as("a part gives nothing back").isOne();
      if (i == 0) {
        execute(ALICE, one);
      } else {
        cancel(order(order.id()));
      }
      assertThat(stored().used()).isZero();
      assertThat(usesOf(ALICE)).isZero();
      refused(
          ALICE,
          new CancelOrder(order.id(), Optional.empty(), ANY_VERSION),
          SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(stored().used()).isZero();
    }
  }

  @Test
  void an_order_that_expires_gives_its_use_back() {
    promotion(limits(1, 1));
    ProductId laptop = stocked("p1", 9);
    PlaceOrder unpaid =
        new PlaceOrder(
            Optional.empty(), List.of(pieces(1, laptop)), Optional.of("fulfilment"), coupon("TEN"));
    Order order = execute(ALICE, unpaid).order();
    Actor system = Actor.system();
    assertThat(execute(system, new ExpireOrder(order.id()))).isFalse();
    assertThat(stored().used()).isOne();
    clock.advance(Duration.ofHours(1));
    assertThat(execute(system, new ExpireOrder(order.id()))).isTrue();
    assertThat(stored().used()).isZero();
    assertThat(usesOf(ALICE)).isZero();
    execute(ALICE, unpaid);
  }

  @Test
  void users_of_whom_the_staff_order_are_the_ones_that_are_counted() {
    promotion(limits(null, 1));
    ProductId laptop = stocked("p1", 9);
    PlaceOrder forAlice =
        new PlaceOrder(
            Optional.of(ALICE.userId()),
            List.of(pieces(1, laptop)),
            Optional.empty(),
            coupon("TEN"));
    execute(CLERK, forAlice);
    assertThat(usesOf(ALICE)).isOne();
    refused(ALICE, withCoupon(pieces(1, laptop)), PromotionReason.COUPON_LIMIT_PER_USER);
  }

  @Test
  void orders_of_one_request_share_what_is_left() {
    promotion(limits(3, null));
    ProductId laptop = stocked("p1", 9_000);
    PlaceOrder plain = ordering(pieces(1, laptop));
    List<PlaceOrder> many = new ArrayList<>(Collections.nCopies(995, plain));
    many.addAll(Collections.nCopies(5, withCoupon(pieces(1, laptop))));
    refused(ALICE, new PlaceOrders(many, true), PromotionReason.COUPON_USED_UP);

    List<PlaceOrders.Row> rows = execute(ALICE, new PlaceOrders(many, false));
    assertThat(rows).hasSize(1_000);
    assertThat(rows.stream().filter(row -> row.placed().isPresent())).hasSize(998);
    assertThat(rows.get(998).refused().orElseThrow())
        .extracting(it -> it.reason(), it -> it.field().orElseThrow())
        .containsExactly(PromotionReason.COUPON_USED_UP, "orders[998].coupon");
    assertThat(stored().used()).isEqualTo(3);
  }

  @Test
  void bulk_orders_and_single_ones_never_wait_for_each_other_in_a_circle() {
    promotion(limits(1_000, 1_000));
    create("OTHER", TEN_PERCENT, limits(1_000, 1_000));
    ProductId laptop = stocked("p1", 9_000);
    PlaceOrder ten = withCoupon(pieces(1, laptop));
    PlaceOrder other =
        new PlaceOrder(
            Optional.empty(), List.of(pieces(1, laptop)), Optional.empty(), coupon("OTHER"));
    Crowd<Integer> crowd =
        Crowd.atOnce(
            6,
            i -> {
              for (int round = 0; round < 5; round++) {
                if (i % 3 == 0) {
                  cancel(execute(ALICE, ten).order());
                } else {
                  List<PlaceOrder> both = i % 3 == 1 ? List.of(ten, other) : List.of(other, ten);
                  execute(BOB, new PlaceOrders(both, true));
                }
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(6);
    assertThat(stored().used()).isEqualTo(20);
    assertThat(usesOf(ALICE)).isZero();
  }
}
