package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.catalog.AmendProduct;
import dev.tradepost.application.order.EditOrder;
import dev.tradepost.application.order.EditedOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are changed before they are sent: more pieces, fewer, and other addresses. */
public abstract class OrderEditContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;
  private WarehouseId north;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "33.33");
    phone = product("p2", "0.07");
    north = warehouse("north");
    count(laptop, MAIN, 4);
    count(laptop, north, 4);
    count(phone, MAIN, 90);
    wallet = wallet(ALICE, "1000");
  }

  private Order unpaid() {
    return placed("fulfilment", pieces(3, laptop), pieces(2, phone));
  }

  @Test
  void an_unpaid_order_grows_at_the_price_agreed_and_waits_no_longer_for_it() {
    Order order = unpaid();
    execute(CLERK, new AmendProduct(laptop, NONE, Optional.of(usd("99")), NONE, ANY_VERSION));
    Instant until = reservation(order).expiresAt().orElseThrow();
    clock.advance(Duration.ofMinutes(5));

    EditedOrder more = edited(ALICE, editing(order, pieces(6, laptop)));

    assertThat(more.difference()).isEqualTo(usd("99.99"));
    assertThat(more.toPay()).isEqualTo(usd("200.12"));
    assertThat(more.toRefund()).isEqualTo(usd("0"));
    assertThat(more.before().order()).isEqualTo(order);
    assertThat(more.after().order().updatedAt()).isEqualTo(clock.instant());
    assertThat(more.after().order().version()).isEqualTo(order.version() + 1);
    Reservation promised = reservation(order);
    assertThat(promised.status()).isEqualTo(ReservationStatus.RESERVED);
    assertThat(promised.expiresAt()).contains(until);
    assertThat(promised.open().values()).containsExactlyInAnyOrder(3, 3, 2);
    assertThat(reserved(laptop)).isEqualTo(6);
    TimelineEntry last = lastMove(order);
    assertThat(last.action()).contains("EDIT");
    assertThat(last.from()).contains(last.to());
    assertThat(last.reason()).isEqualTo("p1 from 3 to 6: Changed by user");
    allIsSound();
    execute(ALICE, paying(order.id()));
    assertThat(balance(wallet)).isEqualTo(usd("799.88"));
    assertThat(delivered(order(order.id())).status()).isEqualTo("DELIVERED");
    allIsSound();
  }

  @Test
  void an_unpaid_order_shrinks_and_drops_what_is_not_wanted_at_all() {
    Order order = unpaid();
    EditedOrder less = edited(ALICE, editing(order, pieces(0, phone), pieces(2, laptop)));
    assertThat(less.difference()).isEqualTo(usd("-33.47"));
    assertThat(less.after().order().lines())
        .containsExactly(OrderLine.of(laptop, "The p1", Optional.of("SKU-p1"), 2, usd("33.33")));
    assertThat(reserved(phone)).isZero();
    assertThat(reserved(laptop)).isEqualTo(2);
    assertThat(lastMove(order).reason())
        .isEqualTo("p1 from 3 to 2, p2 from 2 to 0: Changed by user");
    allIsSound();
    assertThat(cashier().pay(ALICE, order.id(), "success").amount()).isEqualTo(usd("66.66"));
    execute(ALICE, cancelling(order));
    assertThat(reserved(laptop)).isZero();
    allIsSound();
  }

  @Test
  void one_product_gains_and_another_loses_in_one_edit_and_all_can_be_undone() {
    Order order = unpaid();
    for (int round = 0; round < 3; round++) {
      edited(ALICE, editing(order, pieces(8, laptop), pieces(1, phone)));
      assertThat(reserved(laptop)).isEqualTo(8);
      edited(CLERK, editing(order, pieces(1, laptop), pieces(90, phone)));
      assertThat(reserved(laptop)).isOne();
      assertThat(stock(phone).available()).isZero();
      allIsSound();
    }
    Order same = edited(ALICE, editing(order, pieces(3, laptop), pieces(2, phone))).after().order();
    assertThat(same.lines()).isEqualTo(order.lines());
    assertThat(same.amounts()).isEqualTo(order.amounts());
    assertThat(reservation(order).lines())
        .as("what was given back is promised again, the lines do not grow for ever")
        .allMatch(line -> line.quantity() <= 90);
    allIsSound();
  }

  @Test
  void pieces_go_back_to_the_warehouses_they_were_promised_from() {
    Order order = placed("direct", pieces(6, laptop));
    assertThat(stock(laptop, MAIN).reserved() + stock(laptop, north).reserved()).isEqualTo(6);
    edited(ALICE, editing(order, pieces(1, laptop)));
    StockId left = reservation(order).open().keySet().iterator().next();
    assertThat(stock(laptop, left.warehouse()).reserved()).isOne();
    allIsSound();
  }

  @Test
  void what_was_called_off_before_an_edit_is_forgotten_by_it() {
    Order order = placed("checkout", pieces(3, laptop), pieces(2, phone));
    execute(ALICE, cancelling(order, pieces(1, laptop), pieces(2, phone)));

    EditedOrder same = edited(ALICE, editing(order, pieces(2, laptop)));
    assertThat(same.after()).as("two are left already").isEqualTo(same.before());

    Order more = edited(ALICE, editing(order, pieces(3, laptop))).after().order();
    assertThat(more.lines())
        .containsExactly(OrderLine.of(laptop, "The p1", Optional.of("SKU-p1"), 3, usd("33.33")));
    assertThat(more.amounts().cancelled()).isEqualTo(usd("0"));
    assertThat(more.amounts().total()).isEqualTo(usd("99.99"));
    allIsSound();
  }

  @Test
  void a_product_that_was_called_off_entirely_can_be_wanted_again() {
    Order order = unpaid();
    execute(ALICE, cancelling(order, pieces(2, phone)));
    EditedOrder again = edited(ALICE, editing(order, pieces(5, phone)));
    assertThat(again.after().order().amounts().total()).isEqualTo(usd("100.34"));
    assertThat(reserved(phone)).isEqualTo(5);
    allIsSound();
  }

  @Test
  void of_a_paid_order_pieces_are_given_up_as_if_they_were_called_off() {
    Order order = paid("checkout", pieces(3, laptop), pieces(2, phone));
    EditedOrder less = edited(ALICE, editing(order, in("FR"), null, pieces(1, laptop)));
    Order after = less.after().order();
    assertThat(less.toRefund()).isEqualTo(usd("66.66"));
    assertThat(less.toPay()).isEqualTo(usd("0"));
    assertThat(less.difference()).isEqualTo(usd("-66.66"));
    assertThat(after.lines()).extracting(OrderLine::cancelled).containsExactly(2, 0);
    assertThat(after.moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    assertThat(after.terms().shippingAddress()).contains(in("FR"));
    assertThat(balance(wallet)).isEqualTo(usd("966.53"));
    assertThat(reserved(laptop)).isOne();
    List<TimelineEntry> moves = views().orders().timeline(order.id(), CLERK);
    assertThat(moves.subList(moves.size() - 2, moves.size()))
        .extracting(TimelineEntry::reason)
        .containsExactly(
            "2 x p1: Changed by user", "p1 from 3 to 1, shipping address: Changed by user");
    allIsSound();
  }

  @Test
  void what_a_card_paid_for_pieces_given_up_becomes_due() {
    Order order = paidByCard("fulfilment", pieces(3, laptop));
    assertThat(edited(ALICE, editing(order, pieces(2, laptop))).toRefund()).isEqualTo(usd("33.33"));
    assertThat(backOnCard(order)).isEqualTo(usd("33.33"));
    allIsSound();
  }

  @Test
  void an_edit_that_changes_nothing_leaves_no_trace() {
    for (Order order : List.of(unpaid(), paid("direct", pieces(1, laptop)))) {
      Object before = everything();
      EditedOrder same = edited(ALICE, editing(order));
      edited(ALICE, editing(order, pieces(order.lines().get(0).kept(), laptop)));
      assertThat(same.after().order()).isEqualTo(order);
      assertThat(everything()).isEqualTo(before);
    }
  }

  @Test // S2-38
  void addresses_change_and_no_event_and_no_timeline_tells_them() {
    Order order = unpaid();
    Order sent = edited(ALICE, editing(order, in("DE"), in("FR"))).after().order();
    assertThat(sent.terms().shippingAddress()).contains(in("DE"));
    assertThat(sent.terms().billingAddress()).contains(in("FR"));
    assertThat(lastMove(order).reason())
        .isEqualTo("shipping address, billing address: Changed by user");
    Order billed = edited(CLERK, editing(order, null, in("IT"))).after().order();
    assertThat(billed.terms().shippingAddress()).contains(in("DE"));
    assertThat(billed.terms().billingAddress()).contains(in("IT"));
    assertThat(lastMove(order).reason()).isEqualTo("billing address: Changed by staff");
    EventViews.Filter edits = new EventViews.Filter(Optional.empty(), Set.of("order.edited"));
    List<EventViews.Logged> told = views().events().after(0, edits, 10);
    assertThat(told).hasSize(2).noneMatch(it -> it.data().contains("Street"));
    allIsSound();
  }

  @Test
  void however_much_is_changed_at_length_it_is_written_down() {
    List<OrderPlacement.Item> all = new ArrayList<>();
    List<OrderPlacement.Item> more = new ArrayList<>();
    for (int i = 10; i < 22; i++) {
      ProductId product = stocked("x".repeat(58) + i, 3);
      all.add(pieces(2, product));
      more.add(pieces(3, product));
    }
    Order order = execute(ALICE, ordering(array(all))).order();
    Optional<String> why = Optional.of("y".repeat(500));
    execute(
        ALICE,
        new EditOrder(order.id(), more, Optional.of(in("DE")), Optional.empty(), why, ANY_VERSION));
    assertThat(lastMove(order).reason())
        .startsWith("12 products, shipping address: yyy")
        .hasSize(500);
    allIsSound();
  }

  private static OrderPlacement.Item[] array(List<OrderPlacement.Item> items) {
    return items.toArray(OrderPlacement.Item[]::new);
  }
}
