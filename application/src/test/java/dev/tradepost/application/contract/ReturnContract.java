package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.fulfilment.DecideReturn;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.fulfilment.RequestReturn;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pieces of an order come back: asked for, decided, received, put on a shelf, repaid. */
public abstract class ReturnContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;
  private WarehouseId north;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "100");
    phone = product("p2", "20");
    north = warehouse("north");
    count(laptop, MAIN, 2);
    count(laptop, north, 4);
    count(phone, MAIN, 9);
    wallet = wallet(ALICE, "1000");
  }

  /** Two laptops and a phone from one warehouse, three laptops from another: 520 dollars. */
  private Order arrived(String lifecycle) {
    return delivered(paid(lifecycle, pieces(5, laptop), pieces(1, phone)));
  }

  private Return seen(Return it) {
    return views().fulfilment().findReturn(it.id(), ALICE).orElseThrow();
  }

  @Test
  void a_part_of_a_split_order_comes_back_to_where_it_was_sent_from_and_is_repaid() {
    Order order = arrived("fulfilment");
    clock.advance(Duration.ofDays(1));

    Return asked = execute(ALICE, returning(order, pieces(2, laptop), pieces(1, laptop)));
    assertThat(asked.status()).isEqualTo(ReturnStatus.REQUESTED);
    assertThat(asked.items()).containsExactly(new Return.Item(laptop, 3));
    assertThat(seen(asked)).isEqualTo(asked);
    Return approved = execute(CLERK, approving(asked));
    assertThat(seen(asked)).isEqualTo(approved);
    clock.advance(Duration.ofDays(1));
    Return received = execute(CLERK, receiving(asked));
    assertThat(received.items()).containsExactly(new Return.Item(laptop, 3, Optional.of(3), 3));
    assertThat(seen(asked)).isEqualTo(received);
    assertThat(stock(laptop).onHand()).as("as many as it had sent").isEqualTo(2);
    assertThat(stock(laptop, north).onHand()).isEqualTo(2);
    Return repaid = execute(CLERK, repaying(asked));

    assertThat(repaid.refunded()).contains(usd("300"));
    assertThat(repaid.updatedAt()).isEqualTo(clock.instant());
    assertThat(seen(asked)).isEqualTo(repaid);
    assertThat(views().fulfilment().returnsOf(order.id())).containsExactly(repaid);
    assertThat(balance(wallet)).isEqualTo(usd("780"));
    Order after = order(order.id());
    assertThat(after.status()).isEqualTo("DELIVERED");
    assertThat(after.moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    assertThat(after.lines()).extracting(OrderLine::returned).containsExactly(3, 0);
    assertThat(after.amounts().total()).isEqualTo(usd("520"));
    allIsSound();
    repaid(order, pieces(2, laptop));
    assertThat(stock(laptop).onHand()).isEqualTo(2);
    assertThat(stock(laptop, north).onHand()).isEqualTo(4);
    allIsSound();
  }

  @Test
  void fewer_pieces_can_come_some_damaged_and_none_put_on_the_shelf() {
    Order order = arrived("fulfilment");
    Return four = execute(ALICE, returning(order, pieces(4, laptop), pieces(1, phone)));
    execute(CLERK, approving(four));

    Return came = execute(CLERK, receiving(four, true, sound(1, laptop), damaged(2, laptop)));

    assertThat(came.items())
        .containsExactly(
            new Return.Item(laptop, 4, Optional.of(3), 1),
            new Return.Item(phone, 1, Optional.of(0), 0));
    assertThat(seen(four)).isEqualTo(came);
    assertThat(stock(laptop).onHand()).isEqualTo(1);
    assertThat(execute(CLERK, repaying(four)).refunded()).contains(usd("300"));
    assertThat(balance(wallet)).isEqualTo(usd("780"));

    Return rest = execute(ALICE, returning(order, pieces(2, laptop), pieces(1, phone)));
    execute(CLERK, approving(rest));
    execute(CLERK, receiving(rest, false, sound(2, laptop), sound(1, phone)));
    assertThat(stock(laptop).onHand()).isEqualTo(1);
    assertThat(stock(phone).onHand()).isEqualTo(8);
    execute(CLERK, repaying(rest));
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
    allIsSound();
  }

  @Test
  void where_nothing_came_nothing_is_repaid_and_it_can_be_asked_for_again() {
    Order order = arrived("fulfilment");
    Return asked = execute(ALICE, returning(order, pieces(5, laptop)));
    execute(CLERK, approving(asked));
    execute(CLERK, receiving(asked, true));
    assertThat(execute(CLERK, repaying(asked)).refunded()).contains(usd("0"));
    assertThat(balance(wallet)).isEqualTo(usd("480"));
    execute(ALICE, returning(order, pieces(5, laptop)));
    allIsSound();
  }

  @Test
  void no_more_comes_back_than_has_arrived() {
    Order order = paid("fulfilment", pieces(5, laptop), pieces(1, phone));
    refused(ALICE, returning(order, pieces(1, laptop)), FulfilmentReason.NOT_RETURNABLE);
    OrderView sent = execute(CLERK, shipping(order));
    refused(ALICE, returning(order, pieces(1, laptop)), FulfilmentReason.NOT_RETURNABLE);
    execute(CLERK, arriving(sent.shipments().get(0)));
    refused(ALICE, returning(order, pieces(3, laptop)), FulfilmentReason.NOT_RETURNABLE);
    Return two = execute(ALICE, returning(order, pieces(2, laptop)));
    refused(ALICE, returning(order, pieces(1, laptop)), FulfilmentReason.NOT_RETURNABLE);
    refused(ALICE, returning(order, pieces(1, stocked("p3", 1))), FulfilmentReason.NOT_RETURNABLE);
    refused(ALICE, returning(order, pieces(0, laptop)), SharedReason.QUANTITY_NOT_POSITIVE);
    refused(ALICE, returning(order, new OrderPlacement.Item[0]), FulfilmentReason.RETURN_EMPTY);
    execute(CLERK, rejecting(two));
    execute(ALICE, returning(order, pieces(2, laptop)));
    allIsSound();
  }

  @Test
  void each_step_of_a_return_is_taken_once_and_in_its_order() {
    Return asked = execute(ALICE, returning(arrived("fulfilment"), pieces(2, laptop)));
    refused(CLERK, receiving(asked), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, repaying(asked), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, approving(asked));
    refused(CLERK, approving(asked), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, rejecting(asked), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, receiving(asked, true, sound(3, laptop)), FulfilmentReason.MORE_THAN_RETURNED);
    refused(CLERK, receiving(asked, true, sound(1, phone)), FulfilmentReason.NOT_IN_RETURN);
    for (int odd : new int[] {0, -1}) {
      ReceiveReturn none = receiving(asked, true, sound(2, laptop), damaged(odd, laptop));
      refused(CLERK, none, SharedReason.QUANTITY_NOT_POSITIVE);
    }
    ReceiveReturn huge =
        receiving(asked, true, sound(Integer.MAX_VALUE, laptop), damaged(1, laptop));
    refused(CLERK, huge, SharedReason.AMOUNT_OUT_OF_RANGE);
    execute(CLERK, receiving(asked));
    refused(CLERK, receiving(asked), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, repaying(asked));
    refused(CLERK, repaying(asked), SharedReason.TRANSITION_NOT_ALLOWED);
    allIsSound();
  }

  @Test // A45, A48
  void anothers_return_is_not_there_and_staff_decide_on_all() {
    Order order = arrived("fulfilment");
    refused(BOB, returning(order, pieces(1, laptop)), OrderReason.ORDER_NOT_FOUND);
    Return asked = execute(ALICE, returning(order, pieces(1, laptop)));
    assertThat(views().fulfilment().findReturn(asked.id(), BOB)).isEmpty();
    assertThat(views().fulfilment().findReturn(asked.id(), CLERK)).contains(asked);
    refused(ALICE, approving(asked), ApplicationReason.STAFF_ONLY);
    refused(ALICE, rejecting(asked), ApplicationReason.STAFF_ONLY);
    refused(ALICE, receiving(asked), ApplicationReason.STAFF_ONLY);
    refused(ALICE, repaying(asked), ApplicationReason.STAFF_ONLY);
    ReturnId nothing = new ReturnId(new UUID(1, 1));
    refused(CLERK, new DecideReturn(nothing, true), FulfilmentReason.RETURN_NOT_FOUND);
    assertThat(views().fulfilment().findReturn(nothing, CLERK)).isEmpty();
  }

  @Test
  void an_order_that_comes_back_as_a_whole_shows_it() {
    Order order = arrived("fulfilment");
    Return all = execute(ALICE, returning(order, pieces(5, laptop), pieces(1, phone)));
    assertThat(status(order)).isEqualTo("RETURN_REQUESTED");
    execute(CLERK, approving(all));
    assertThat(status(order)).isEqualTo("RETURN_APPROVED");
    execute(CLERK, receiving(all));
    assertThat(status(order)).isEqualTo("RETURN_APPROVED");
    execute(CLERK, repaying(all));
    assertThat(status(order)).isEqualTo("REFUNDED");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
    assertThat(lastMove(order).reason()).isEqualTo("Too loud");
    allIsSound();
  }

  @Test
  void one_that_is_not_taken_back_shows_that_too() {
    Order whole = arrived("fulfilment");
    Return all = execute(ALICE, returning(whole, pieces(5, laptop), pieces(1, phone)));
    execute(CLERK, rejecting(all));
    assertThat(status(whole)).isEqualTo("RETURN_REJECTED");
    assertThat(balance(wallet)).isEqualTo(usd("480"));
    count(laptop, MAIN, 5);
    Order partly = delivered(paid("checkout", pieces(2, laptop)));
    execute(CLERK, rejecting(execute(ALICE, returning(partly, pieces(1, laptop)))));
    assertThat(status(partly)).isEqualTo("DELIVERED");
    allIsSound();
  }

  @Test
  void what_has_arrived_comes_back_while_the_rest_is_still_there_to_be_called_off() {
    Order order = paid("fulfilment", pieces(2, laptop));
    OrderView sent = execute(CLERK, shipping(order, pieces(1, laptop)));
    execute(CLERK, arriving(sent.shipments().get(0)));
    repaid(order, pieces(1, laptop));
    assertThat(status(order)).isEqualTo("PROCESSING");
    execute(ALICE, cancelling(order, pieces(1, laptop)));
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
    allIsSound();
  }

  @Test
  void a_reason_can_be_as_long_as_any() {
    Order order = arrived("fulfilment");
    String why = "y".repeat(500);
    List<OrderPlacement.Item> all = List.of(pieces(5, laptop), pieces(1, phone));
    Return asked = execute(ALICE, new RequestReturn(order.id(), all, why));
    execute(CLERK, approving(asked));
    execute(CLERK, repaying(asked));
    assertThat(seen(asked).reason()).isEqualTo(why);
    assertThat(lastMove(order).reason()).isEqualTo(why);
    refused(ALICE, new RequestReturn(order.id(), all, why + "y"), SharedReason.UNREADABLE_TEXT);
  }
}
