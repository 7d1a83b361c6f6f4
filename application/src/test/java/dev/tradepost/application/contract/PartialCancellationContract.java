package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some pieces of an order are called off: their stock and their money go back, to the cent. */
public abstract class PartialCancellationContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;
  private WarehouseId north;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "33.33");
    phone = product("p2", "0.07");
    north = warehouse("north");
    count(laptop, MAIN, 2);
    count(laptop, north, 4);
    count(phone, MAIN, 9);
    wallet = wallet(ALICE, "1000");
  }

  /** Two laptops and two phones from one warehouse, three laptops from another: 166.79. */
  private Order split(String lifecycle) {
    return paid(lifecycle, pieces(5, laptop), pieces(2, phone));
  }

  @Test
  void pieces_called_off_give_their_stock_and_their_money_back_at_once() {
    Order order = split("checkout");
    assertThat(balance(wallet)).isEqualTo(usd("833.21"));

    OrderView less =
        execute(
            ALICE,
            new CancelItems(
                order.id(),
                List.of(pieces(1, laptop), pieces(1, phone), pieces(1, laptop)),
                Optional.of("Too many"),
                ANY_VERSION));

    assertThat(view(order)).isEqualTo(less);
    assertThat(less.status()).isEqualTo("PAID");
    assertThat(less.order().moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    assertThat(less.order().lines()).extracting(OrderLine::cancelled).containsExactly(2, 1);
    assertThat(less.order().amounts().total()).isEqualTo(usd("100.06"));
    assertThat(balance(wallet)).isEqualTo(usd("899.94"));
    assertThat(escrow(order.id()).left()).isEqualTo(usd("100.06"));
    assertThat(reserved(laptop)).isEqualTo(3);
    assertThat(reserved(phone)).isEqualTo(1);
    TimelineEntry last = lastMove(order);
    assertThat(last.action()).contains("CANCEL_ITEMS");
    assertThat(last.reason()).isEqualTo("2 x p1, 1 x p2: Too many");
    assertThat(last.to()).isEqualTo("PAID");
    allIsSound();
  }

  @Test
  void what_a_card_paid_becomes_due_and_goes_back_to_it() {
    Order order = paidByCard("fulfilment", pieces(2, laptop), pieces(1, phone));
    execute(ALICE, cancelling(order, pieces(1, laptop)));
    execute(ALICE, cancelling(order, pieces(1, phone)));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
    assertThat(cashier().payment(order.id()).refundsDue())
        .extracting(Refund::amount)
        .containsExactly(usd("33.33"), usd("0.07"));
    assertThat(backOnCard(order)).isEqualTo(usd("33.40"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    execute(ALICE, cancelling(order));
    assertThat(backOnCard(order)).isEqualTo(usd("66.73"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    allIsSound();
  }

  @Test
  void planned_shipments_shrink_the_last_one_first() {
    Order order = split("fulfilment");
    execute(CLERK, planning(order));

    OrderView less = execute(ALICE, cancelling(order, pieces(4, laptop)));

    assertThat(view(order)).isEqualTo(less);
    assertThat(less.status()).isEqualTo("PROCESSING");
    assertThat(less.shipments())
        .extracting(Shipment::status)
        .containsExactly(ShipmentStatus.PENDING, ShipmentStatus.CANCELLED);
    assertThat(less.shipments().get(0).items())
        .containsExactly(new Shipment.Item(laptop, 1), new Shipment.Item(phone, 2));
    assertThat(stock(laptop, north).reserved()).isZero();
    execute(CLERK, leaving(less.shipments().get(0)));
    assertThat(status(order)).isEqualTo("SHIPPED");
    assertThat(stock(laptop).onHand()).isEqualTo(1);
    allIsSound();
  }

  @Test
  void a_shipment_of_which_every_product_is_called_off_is_called_off() {
    Order order = split("fulfilment");
    execute(CLERK, planning(order));
    OrderView less = execute(ALICE, cancelling(order, pieces(2, phone), pieces(5, laptop)));
    assertThat(less.status()).as("that was all").isEqualTo("CANCELLED");
    Order other = split("fulfilment");
    execute(CLERK, planning(other));
    OrderView rest = execute(ALICE, cancelling(other, pieces(3, laptop), pieces(2, phone)));
    rest = execute(ALICE, cancelling(other, pieces(1, laptop)));
    assertThat(view(other)).isEqualTo(rest);
    Order two = paid("fulfilment", pieces(3, laptop), pieces(3, phone));
    execute(CLERK, shipping(two, pieces(1, laptop)));
    execute(CLERK, planning(two));
    OrderView gone = execute(ALICE, cancelling(two, pieces(2, laptop), pieces(3, phone)));
    assertThat(view(two)).isEqualTo(gone);
    assertThat(gone.status()).isEqualTo("SHIPPED");
    allIsSound();
  }

  @Test
  void after_a_part_has_left_only_the_rest_can_be_called_off() {
    Order order = split("fulfilment");
    OrderView sent = execute(CLERK, shipping(order, pieces(2, laptop), pieces(2, phone)));
    refused(ALICE, cancelling(order), OrderReason.PARTLY_SHIPPED);
    refused(ALICE, cancelling(order, pieces(4, laptop)), OrderReason.NOT_SO_MANY_KEPT);
    refused(ALICE, cancelling(order, pieces(1, phone)), OrderReason.NOT_SO_MANY_KEPT);
    refused(
        ALICE, cancelling(order, pieces(5, laptop), pieces(2, phone)), OrderReason.PARTLY_SHIPPED);
    execute(ALICE, cancelling(order, pieces(1, laptop)));
    assertThat(status(order)).isEqualTo("PROCESSING");

    execute(ALICE, cancelling(order, pieces(2, laptop)));

    assertThat(status(order)).as("all that is left of it has left").isEqualTo("SHIPPED");
    assertThat(reservation(order).status()).isEqualTo(ReservationStatus.FULFILLED);
    assertThat(balance(wallet)).isEqualTo(usd("933.20"));
    refused(ALICE, cancelling(order, pieces(1, laptop)), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, arriving(sent.shipments().get(0)));
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("66.80"));
    allIsSound();
  }

  @Test
  void where_the_part_that_left_has_arrived_already_the_order_is_delivered() {
    Order order = split("fulfilment");
    OrderView sent = execute(CLERK, shipping(order, pieces(2, laptop)));
    execute(CLERK, arriving(sent.shipments().get(0)));

    OrderView less = execute(ALICE, cancelling(order, pieces(3, laptop), pieces(2, phone)));

    assertThat(less.status()).isEqualTo("DELIVERED");
    assertThat(view(order)).isEqualTo(less);
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("66.66"));
    allIsSound();
  }

  @Test
  void calling_the_last_pieces_off_cancels_the_order() {
    Order order = split("fulfilment");
    execute(ALICE, cancelling(order, pieces(4, laptop), pieces(2, phone)));
    OrderView off = execute(ALICE, cancelling(order, pieces(1, laptop)));
    assertThat(off.status()).isEqualTo("CANCELLED");
    assertThat(off.order().moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(reservation(order).status()).isEqualTo(ReservationStatus.RELEASED);
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
    assertThat(reserved(laptop) + reserved(phone)).isZero();
    allIsSound();
  }

  @Test
  void of_an_unpaid_order_what_is_left_is_what_is_paid() {
    Order byWallet = placed("fulfilment", pieces(3, laptop));
    execute(ALICE, cancelling(byWallet, pieces(1, laptop)));
    assertThat(order(byWallet.id()).moneyState()).isEqualTo(MoneyState.PENDING);
    execute(ALICE, paying(byWallet.id()));
    assertThat(balance(wallet)).isEqualTo(usd("933.34"));
    Order byCard = placed("direct", pieces(3, laptop));
    execute(ALICE, cancelling(byCard, pieces(2, laptop)));
    assertThat(cashier().pay(ALICE, byCard.id(), "success").amount()).isEqualTo(usd("33.33"));
    allIsSound();
    execute(ALICE, cancelling(byWallet));
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
  }

  @Test // S1-26
  void nothing_is_called_off_in_part_while_a_card_payment_is_open() {
    Order order = placed("fulfilment", pieces(3, laptop));
    cashier().pay(ALICE, order.id(), "unknown");
    refused(ALICE, cancelling(order, pieces(1, laptop)), PaymentReason.PAYMENT_IN_PROGRESS);
    execute(ALICE, cancelling(order, pieces(3, laptop)));
    assertThat(status(order)).isEqualTo("CANCELLED");
    allIsSound();
  }

  @Test // S0-54
  void what_was_given_back_for_goodwill_is_not_given_back_again() {
    Order order = paid("checkout", pieces(3, laptop));
    execute(CLERK, new RefundOrder(order.id(), new BigDecimal("90"), "Sorry", ANY_VERSION));
    execute(ALICE, cancelling(order, pieces(1, laptop)));
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    execute(ALICE, cancelling(order, pieces(1, laptop)));
    allIsSound();
  }

  @Test // A38, A45
  void what_cannot_be_called_off_is_refused() {
    Order order = split("direct");
    refused(ALICE, cancelling(order, pieces(6, laptop)), OrderReason.NOT_SO_MANY_KEPT);
    refused(ALICE, cancelling(order, pieces(0, laptop)), SharedReason.QUANTITY_NOT_POSITIVE);
    refused(ALICE, cancelling(order, pieces(1, stocked("p3", 1))), OrderReason.NOT_ORDERED);
    refused(ALICE, cancelling(order, new OrderPlacement.Item[0]), OrderReason.ORDER_EMPTY);
    refused(BOB, cancelling(order, pieces(1, laptop)), OrderReason.ORDER_NOT_FOUND);
    CancelItems stale =
        new CancelItems(order.id(), List.of(pieces(1, laptop)), NONE, OptionalLong.of(1));
    refused(ALICE, stale, SharedReason.STALE_VERSION);
    delivered(order);
    refused(CLERK, cancelling(order, pieces(1, laptop)), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test
  void however_much_is_called_off_at_length_it_is_written_down() {
    List<OrderPlacement.Item> all = new ArrayList<>();
    List<OrderPlacement.Item> some = new ArrayList<>();
    for (int i = 10; i < 22; i++) {
      ProductId product = stocked("x".repeat(58) + i, 2);
      all.add(pieces(2, product));
      some.add(pieces(1, product));
    }
    Order order = placed("direct", all.toArray(OrderPlacement.Item[]::new));
    String why = "y".repeat(500);
    execute(ALICE, new CancelItems(order.id(), some, Optional.of(why), ANY_VERSION));
    assertThat(lastMove(order).reason()).startsWith("12 pieces: yyy").hasSize(500);
    execute(ALICE, cancelling(order, some.get(0)));
    assertThat(lastMove(order).reason()).endsWith("x10: Cancelled by user");
  }
}
