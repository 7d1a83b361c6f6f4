package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.process.ExpireReservations;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock that is promised until an order is paid, and no longer than that takes. */
public abstract class ReservationContract extends GoodsContract {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** It can run out while it is in PLACED alone. */
  private static final OrderLifecycle STUBBORN =
      lifecycle(
          "stubborn",
          true,
          "PLACED CONFIRM CONFIRMED",
          "PLACED EXPIRE CANCELLED",
          "CONFIRMED PAY PAID",
          "CONFIRMED CANCEL CANCELLED",
          "PAID SHIP SHIPPED",
          "PAID CANCEL CANCELLED",
          "SHIPPED DELIVER DELIVERED");

  /** It can run out until it is picked. */
  private static final OrderLifecycle PICKED_FIRST =
      lifecycle(
          "picked-first",
          true,
          "PLACED START_FULFILMENT PICKED",
          "PLACED EXPIRE CANCELLED",
          "PICKED PAY PAID",
          "PAID SHIP SHIPPED",
          "PAID CANCEL CANCELLED",
          "SHIPPED DELIVER DELIVERED");

  private static final OrderLifecycle UNPAID =
      lifecycle(
          "unpaid",
          false,
          "PLACED SHIP SHIPPED",
          "PLACED EXPIRE CANCELLED",
          "PLACED CANCEL CANCELLED",
          "SHIPPED DELIVER DELIVERED");

  private ProductId laptop;
  private ProductId phone;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "100");
    phone = product("p2", "20");
    count(laptop, MAIN, 50);
    count(phone, MAIN, 50);
    wallet = wallet(ALICE, "5000");
  }

  private void reopen(Shop shop) {
    open(shop);
    furnish();
  }

  private Order unpaid() {
    return placed("fulfilment", pieces(2, laptop), pieces(1, phone));
  }

  private Instant until(Order order) {
    return reservation(order).expiresAt().orElseThrow();
  }

  @Test // T-01
  void an_order_nobody_paid_ends_after_fifteen_minutes_and_its_stock_is_free_once() {
    Order order = unpaid();
    clock.advance(QUARTER.minusNanos(1_000));
    assertThat(sweep()).isZero();
    clock.advance(Duration.ofNanos(1_000));

    assertThat(sweep()).isEqualTo(1);

    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(lastMove(order).action()).contains("EXPIRE");
    assertThat(lastMove(order).reason()).isEqualTo("Inventory reservation expired");
    assertThat(lastMove(order).actor().value()).isEqualTo("system");
    assertThat(reservation(order).status()).isEqualTo(ReservationStatus.EXPIRED);
    assertThat(reservation(order).open()).isEmpty();
    Object after = everything();
    assertThat(sweep()).isZero();
    assertThat(everything()).isEqualTo(after);
    assertThat(stock(laptop).available()).isEqualTo(50);
    assertThat(stock(phone).available()).isEqualTo(50);
    allIsSound();
  }

  @Test // T-01
  void an_order_paid_in_the_first_minute_is_never_ended() {
    Order byWallet = unpaid();
    Order byCard = unpaid();
    clock.advance(Duration.ofMinutes(1));
    execute(ALICE, paying(byWallet.id()));
    cashier().pay(ALICE, byCard.id(), "success");
    Object paid = everything();

    clock.advance(QUARTER);
    assertThat(sweep()).isZero();
    clock.advance(Duration.ofDays(1_000));
    assertThat(sweep()).isZero();

    assertThat(everything()).isEqualTo(paid);
    for (Order order : List.of(byWallet, byCard)) {
      assertThat(status(order)).isEqualTo("CONFIRMED");
      assertThat(reservation(order).status()).isEqualTo(ReservationStatus.COMMITTED);
      assertThat(reservation(order).expiresAt()).isEmpty();
    }
    assertThat(stock(laptop).reserved()).isEqualTo(4);
  }

  @Test // T-02
  void one_order_that_cannot_be_ended_stops_no_other() {
    Order first = placed("fulfilment", pieces(1, laptop));
    clock.advance(Duration.ofSeconds(1));
    WarehouseId north = warehouse("north");
    count(laptop, north, 9);
    Order split = placed("fulfilment", pieces(55, laptop), pieces(3, phone));
    Order last = unpaidLater();
    clock.advance(QUARTER);

    List<OrderId> failed = new ArrayList<>();
    UseCases stumbling =
        new UseCases(new Stumbling(storage().transactions()), UseCaseObserver.NONE);
    int ended =
        new ExpireReservations(stumbling, views().fulfilment())
            .sweep(clock.instant(), (id, failure) -> failed.add(id));

    assertThat(ended).isEqualTo(2);
    assertThat(failed).containsExactly(first.id());
    assertThat(status(first)).isEqualTo("PAYMENT_PENDING");
    assertThat(status(split)).isEqualTo("CANCELLED");
    assertThat(status(last)).isEqualTo("CANCELLED");
    assertThat(stock(laptop).reserved()).isEqualTo(1);
    assertThat(stock(laptop, north).reserved()).isZero();
    assertThat(stock(phone).reserved()).isZero();
    allIsSound();
  }

  @Test // S2-54, S2-55
  void one_that_has_come_to_a_state_without_an_end_waits_for_its_payment_as_long_as_it_takes() {
    reopen(shop(FulfilmentPolicy.standard(), STUBBORN, PICKED_FIRST));
    Order confirmed = placed("stubborn", pieces(1, laptop));
    execute(CLERK, new ConfirmOrder(confirmed.id(), ANY_VERSION));
    Order picked = placed("picked-first", pieces(1, laptop));
    execute(CLERK, planning(picked));
    Order movedBefore = placed("stubborn", pieces(1, laptop));
    work(
        work -> {
          Order order = work.orders().get(movedBefore.id()).orElseThrow();
          work.orders().save(order.confirm(work.stamp()));
          return order;
        });
    Order left = placed("stubborn", pieces(1, laptop));
    assertThat(reservation(confirmed).expiresAt()).isEmpty();
    assertThat(reservation(picked).expiresAt()).isEmpty();

    clock.advance(QUARTER);

    assertThat(sweep()).isEqualTo(1);
    assertThat(status(left)).isEqualTo("CANCELLED");
    assertThat(sweep()).isZero();
    clock.advance(Duration.ofDays(1_000));
    assertThat(sweep()).isZero();
    for (Order order : List.of(confirmed, picked, movedBefore)) {
      execute(ALICE, paying(order.id()));
      assertThat(status(order)).isEqualTo("PAID");
    }
    assertThat(stock(laptop).reserved()).isEqualTo(3);
    allIsSound();
  }

  private Order unpaidLater() {
    clock.advance(Duration.ofSeconds(1));
    return placed("fulfilment", pieces(1, phone));
  }

  @Test
  void a_card_payment_gets_it_more_time_once_and_not_twice() {
    Order order = unpaid();
    Instant first = until(order);
    assertThat(first).isEqualTo(TestClock.NOON.plus(QUARTER));
    clock.advance(Duration.ofMinutes(10));
    declined(order);
    assertThat(until(order)).isEqualTo(TestClock.NOON.plus(Duration.ofMinutes(25)));
    assertThat(reservation(order).extended()).isTrue();
    clock.advance(Duration.ofMinutes(10));
    declined(order);
    assertThat(until(order)).isEqualTo(TestClock.NOON.plus(Duration.ofMinutes(25)));
    assertThat(sweep()).isZero();
    clock.advance(Duration.ofMinutes(5));
    assertThat(sweep()).isEqualTo(1);
    assertThat(stock(laptop).available()).isEqualTo(50);
  }

  private void declined(Order order) {
    assertThat(Crowd.atOnce(1, i -> cashier().pay(ALICE, order.id(), "declined")).refused())
        .containsExactly(PaymentReason.PAYMENT_DECLINED);
  }

  @Test // T-01
  void who_pays_too_late_is_told_so_whether_or_not_the_order_was_ended_already() {
    Order order = unpaid();
    clock.advance(QUARTER);
    List<UseCase<?>> late = List.of(paying(order.id()), Cashier.start(order.id(), "success"));
    late.forEach(it -> refused(ALICE, it, InventoryReason.RESERVATION_EXPIRED));
    sweep();
    late.forEach(it -> refused(ALICE, it, InventoryReason.RESERVATION_EXPIRED));
    Order cancelled = unpaid();
    execute(ALICE, cancelling(cancelled));
    clock.advance(QUARTER);
    refused(ALICE, paying(cancelled.id()), SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(balance(wallet)).isEqualTo(usd("5000"));
  }

  @Test
  void lifecycles_without_an_end_never_end() {
    List<Order> orders =
        List.of(placed("direct", pieces(1, laptop)), placed("checkout", pieces(1, laptop)));
    clock.advance(Duration.ofDays(1_000));
    assertThat(sweep()).isZero();
    assertThat(orders).allSatisfy(it -> assertThat(reservation(it).expiresAt()).isEmpty());
    orders.forEach(it -> execute(ALICE, paying(it.id())));
    refused(ALICE, paying(orders.get(0).id()), OrderReason.ALREADY_PAID);
  }

  @Test
  void each_lifecycle_can_have_a_time_of_its_own() {
    FulfilmentPolicy standard = FulfilmentPolicy.standard();
    reopen(
        shop(
            new FulfilmentPolicy(
                standard.allocation(),
                standard.carriers(),
                Duration.ofMinutes(3),
                Map.of("fulfilment", Duration.ofMinutes(40))),
            STUBBORN));
    assertThat(until(unpaid())).isEqualTo(clock.instant().plus(Duration.ofMinutes(40)));
    Order other = placed("stubborn", pieces(1, laptop));
    assertThat(until(other)).isEqualTo(clock.instant().plus(Duration.ofMinutes(3)));
  }

  @Test // T-02
  void what_was_planned_for_an_unpaid_order_is_called_off_and_what_has_left_ends_no_more() {
    reopen(shop(FulfilmentPolicy.standard(), UNPAID));
    Order planned = placed("unpaid", pieces(2, laptop));
    execute(CLERK, planning(planned));
    Order begun = placed("unpaid", pieces(2, laptop));
    execute(CLERK, shipping(begun, pieces(1, laptop)));
    clock.advance(QUARTER);
    assertThat(sweep()).isEqualTo(1);
    assertThat(shipments(planned, ShipmentStatus.CANCELLED)).hasSize(1);
    assertThat(status(planned)).isEqualTo("CANCELLED");
    assertThat(status(begun)).isEqualTo("PLACED");
    assertThat(reservation(begun).expiresAt()).isEqualTo(Optional.empty());
    assertThat(stock(laptop).reserved()).isEqualTo(1);
    allIsSound();
  }
}
