package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.EditOrder;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes an order while it is paid, called off, planned, or changed by another. */
public abstract class OrderEditRaceContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "100");
    phone = product("p2", "20");
    count(laptop, MAIN, 50);
    count(phone, MAIN, 50);
    wallet = wallet(ALICE, "9000");
  }

  @Test
  void what_is_paid_is_the_order_before_an_edit_or_after_it() {
    for (int round = 0; round < 8; round++) {
      Order order = placed("direct", pieces(1, laptop));
      long before = balance(wallet).minor();
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(ALICE, paying(order.id()))
                      : execute(ALICE, editing(order, pieces(3, laptop))));
      Order after = order(order.id());
      boolean edited = crowd.refused().isEmpty();
      assertThat(crowd.refused()).isSubsetOf(OrderReason.EDIT_ADDS_TO_PAID_ORDER);
      assertThat(after.moneyState()).isEqualTo(MoneyState.PAID);
      assertThat(after.amounts().total()).isEqualTo(usd(edited ? "300" : "100"));
      assertThat(before - balance(wallet).minor()).isEqualTo(after.amounts().total().minor());
      allIsSound();
      execute(ALICE, cancelling(order));
    }
    assertThat(balance(wallet)).isEqualTo(usd("9000"));
    assertThat(stock(laptop).available()).isEqualTo(50);
    historyIsSound(wallet);
    allIsSound();
  }

  @Test
  void a_card_payment_takes_what_the_order_costs_when_it_begins() {
    for (int round = 0; round < 6; round++) {
      Order order = placed("fulfilment", pieces(2, laptop));
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? cashier().pay(ALICE, order.id(), "success")
                      : execute(ALICE, editing(order, pieces(1, laptop))));
      assertThat(crowd.done()).isNotEmpty();
      cashier().refund(order.id());
      assertThat(order(order.id()).moneyState()).isNotEqualTo(MoneyState.PENDING);
      allIsSound();
    }
  }

  @Test
  void an_order_called_off_while_it_grows_gives_all_of_it_back() {
    for (int round = 0; round < 8; round++) {
      Order order = placed("checkout", pieces(2, laptop), pieces(1, phone));
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(ALICE, cancelling(order))
                      : execute(ALICE, editing(order, pieces(9, laptop), pieces(0, phone))));
      assertThat(crowd.refused()).isSubsetOf(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(status(order)).as("round %d", round).isEqualTo("CANCELLED");
      assertThat(stock(laptop).available()).isEqualTo(50);
      assertThat(stock(phone).available()).isEqualTo(50);
    }
    allIsSound();
  }

  @Test
  void of_six_orders_that_want_the_last_piece_one_gets_it() {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      orders.add(placed("direct", pieces(1, laptop)));
    }
    count(laptop, MAIN, 7);
    Crowd<Object> crowd =
        Crowd.atOnce(6, i -> execute(ALICE, editing(orders.get(i), pieces(2, laptop))));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(5).containsOnly(SharedReason.INSUFFICIENT_STOCK);
    assertThat(stock(laptop).available()).isZero();
    allIsSound();
  }

  @Test
  void of_four_who_change_what_they_have_read_one_does() {
    Order order = placed("direct", pieces(5, laptop));
    Crowd<Object> crowd =
        Crowd.atOnce(
            4,
            i ->
                execute(
                    ALICE,
                    new EditOrder(
                        order.id(),
                        List.of(pieces(1 + i, laptop)),
                        Optional.empty(),
                        Optional.empty(),
                        NONE,
                        OptionalLong.of(order.version()))));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(3).containsOnly(SharedReason.STALE_VERSION);
    allIsSound();
  }

  @Test
  void orders_that_trade_products_with_each_other_never_wait_in_a_circle() {
    Order one = placed("direct", pieces(20, laptop), pieces(1, phone));
    Order other = placed("direct", pieces(1, laptop), pieces(20, phone));
    Crowd<Integer> crowd =
        Crowd.atOnce(
            4,
            i -> {
              Order order = i % 2 == 0 ? one : other;
              for (int round = 0; round < 6; round++) {
                boolean swap = (round + i) % 2 == 0;
                execute(
                    ALICE,
                    editing(order, pieces(swap ? 1 : 20, laptop), pieces(swap ? 20 : 1, phone)));
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(4);
    allIsSound();
  }

  @Test
  void a_shipment_is_planned_of_the_order_before_an_edit_or_after_it() {
    for (int round = 0; round < 6; round++) {
      Order order = placed("direct", pieces(2, laptop));
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(CLERK, planning(order))
                      : execute(ALICE, editing(order, pieces(4, laptop))));
      assertThat(crowd.refused()).isSubsetOf(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(view(order).shipments().get(0).quantityOf(laptop))
          .isEqualTo(crowd.refused().isEmpty() ? 4 : 2);
      delivered(order);
    }
    allIsSound();
  }

  @Test
  void an_order_that_ends_is_not_changed_and_one_that_is_changed_ends_all_the_same() {
    for (int round = 0; round < 6; round++) {
      Order order = placed("fulfilment", pieces(1, laptop));
      clock.advance(Duration.ofMinutes(15).minusMillis(1));
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i -> {
                if (i == 0) {
                  clock.advance(Duration.ofMillis(1));
                  return sweep();
                }
                return execute(ALICE, editing(order, pieces(2, laptop)));
              });
      assertThat(crowd.refused())
          .isSubsetOf(InventoryReason.RESERVATION_EXPIRED, SharedReason.TRANSITION_NOT_ALLOWED);
      sweep();
      assertThat(status(order)).isEqualTo("CANCELLED");
      assertThat(stock(laptop).available()).isEqualTo(50);
    }
    allIsSound();
  }
}
