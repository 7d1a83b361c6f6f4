package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Role;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders placed without a cart, one by one and many at a time. */
public abstract class PlacingContract extends StorageContract {

  @Test // S0-10, S0-19, S0-20, S0-21, S0-22, S0-23, S0-32, S0-42, S0-50
  void an_order_locks_prices_and_totals_and_is_read_back_field_by_field() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = product("p2", "800");
    count(phones, MAIN, 5);

    Order order = execute(ALICE, ordering(pieces(2, laptop), pieces(1, phones))).order();

    assertThat(order(order.id())).isEqualTo(order);
    assertThat(order.status()).isEqualTo("PLACED");
    assertThat(order.userId()).isEqualTo(ALICE.userId());
    assertThat(order.moneyState()).isEqualTo(MoneyState.PENDING);
    assertThat(order.amounts().total()).isEqualTo(Money.of("1800", "USD"));
    assertThat(order.createdAt()).isEqualTo(TestClock.NOON).isEqualTo(order.updatedAt());
    assertThat(order.lines().get(0).name()).isEqualTo("The p1");
    assertThat(order.lines().get(0).sku()).contains("SKU-p1");
    assertThat(order.lines().get(0).total()).isEqualTo(Money.of("1000", "USD"));
  }

  @Test // S1-10, S2-21, S2-22
  void each_lifecycle_begins_in_its_own_way() {
    ProductId laptop = stocked("p1", 9);

    assertThat(states(placed("direct", pieces(1, laptop)))).containsExactly("PLACED");
    assertThat(states(placed("checkout", pieces(1, laptop)))).containsExactly("CREATED");
    assertThat(states(placed("fulfilment", pieces(1, laptop))))
        .containsExactly("PENDING", "PAYMENT_PENDING");
    assertThat(stock(laptop).reserved()).isEqualTo(3);
  }

  private List<String> states(Order order) {
    return views().orders().timeline(order.id(), ALICE).stream().map(TimelineEntry::to).toList();
  }

  @Test // S0-17, S0-18, S0-34, S0-35, S0-36, T-09
  void orders_are_refused_that_are_empty_unknown_too_many_or_less_than_one() {
    ProductId laptop = stocked("p1", 5);

    refused(ALICE, ordering(), OrderReason.ORDER_EMPTY);
    assertThat(
            refused(
                    ALICE,
                    ordering(pieces(1, laptop), pieces(0, laptop)),
                    SharedReason.QUANTITY_NOT_POSITIVE)
                .field())
        .contains("items[1].quantity");
    refused(ALICE, ordering(pieces(-1, laptop)), SharedReason.QUANTITY_NOT_POSITIVE);
    ProductId unknown = new ProductId("no");
    assertThat(
            refused(
                    ALICE,
                    ordering(pieces(1, laptop), pieces(1, unknown)),
                    SharedReason.UNKNOWN_PRODUCT)
                .field())
        .contains("items[1].productId");
    refused(ALICE, ordering(pieces(6, laptop)), SharedReason.INSUFFICIENT_STOCK);
    refused(ALICE, orderingUnder("express", pieces(1, laptop)), OrderReason.UNKNOWN_LIFECYCLE);
    refused(
        ALICE,
        ordering(pieces(Integer.MAX_VALUE, laptop), pieces(1, laptop)),
        SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test // S0-40, A16
  void a_total_past_the_range_is_refused_and_writes_nothing() {
    ProductId gold = product("gold", "92233720368547758.07");
    ProductId laptop = stocked("p1", 5);
    count(gold, MAIN, 5);

    refused(ALICE, ordering(pieces(2, gold)), SharedReason.AMOUNT_OUT_OF_RANGE);
    refused(ALICE, ordering(pieces(1, gold), pieces(1, laptop)), SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test
  void one_order_has_one_currency() {
    ProductId laptop = stocked("p1", 5);
    ProductId sari =
        execute(
                CLERK,
                new AddProduct(
                    Optional.of(new ProductId("sari")),
                    "Sari",
                    Money.of("3500", "INR"),
                    Optional.empty()))
            .id();
    count(sari, MAIN, 5);

    refused(ALICE, ordering(pieces(1, laptop), pieces(1, sari)), SharedReason.CURRENCY_MISMATCH);
    Order inRupees = execute(ALICE, ordering(pieces(2, sari))).order();
    assertThat(order(inRupees.id()).amounts().total()).isEqualTo(Money.of("7000", "INR"));
  }

  @Test // T-08
  void the_same_product_twice_is_one_line_of_their_sum() {
    ProductId laptop = stocked("p1", 5);

    Order order = execute(ALICE, ordering(pieces(2, laptop), pieces(3, laptop))).order();

    assertThat(order.lines()).hasSize(1);
    assertThat(order.lines().get(0).quantity()).isEqualTo(5);
    assertThat(stock(laptop).available()).isZero();
    refused(BOB, ordering(pieces(1, laptop)), SharedReason.INSUFFICIENT_STOCK);
  }

  @Test // X-07, A47
  void only_staff_place_orders_for_others() {
    ProductId laptop = stocked("p1", 5);
    PlaceOrder forAlice =
        new PlaceOrder(Optional.of(ALICE.userId()), List.of(pieces(1, laptop)), Optional.empty());

    Order order = execute(CLERK, forAlice).order();

    assertThat(order.userId()).isEqualTo(ALICE.userId());
    assertThat(views().orders().timeline(order.id(), ALICE).get(0).actor())
        .isEqualTo(CLERK.userId());
    refused(BOB, forAlice, ApplicationReason.NOT_FOR_OTHERS);
    execute(ALICE, forAlice);
  }

  @Test // S2-06, S2-56, S2-57, A64
  void an_order_takes_one_warehouse_where_it_can_and_several_where_it_must() {
    WarehouseId north = warehouse("north");
    ProductId laptop = stocked("p1", 2);
    count(laptop, north, 5);

    Order small = placed("direct", pieces(4, laptop));
    Order large = placed("direct", pieces(3, laptop));

    assertThat(reserved(small))
        .containsExactly(new Reservation.Line(new StockId(laptop, north), 4));
    assertThat(reserved(large))
        .containsExactly(
            new Reservation.Line(new StockId(laptop, MAIN), 2),
            new Reservation.Line(new StockId(laptop, north), 1));
    assertThat(stock(laptop, north).available()).isZero();
    refused(BOB, ordering(pieces(1, laptop)), SharedReason.INSUFFICIENT_STOCK);
  }

  private List<Reservation.Line> reserved(Order order) {
    return work(work -> work.reservations().read(order.id()).orElseThrow()).lines();
  }

  @Test // S0-57
  void a_bad_row_spoils_no_neighbour() {
    ProductId laptop = stocked("p1", 5);

    List<PlaceOrders.Row> rows =
        execute(
            ALICE,
            new PlaceOrders(
                List.of(
                    ordering(pieces(3, laptop)),
                    ordering(pieces(1, new ProductId("nothing"))),
                    ordering(pieces(3, laptop)),
                    ordering(),
                    orderingUnder("fulfilment", pieces(2, laptop))),
                false));

    assertThat(rows.stream().map(row -> row.placed().isPresent()))
        .containsExactly(true, false, false, false, true);
    assertThat(rows.stream().flatMap(row -> row.refused().stream()).map(Rejection::reason))
        .containsExactly(
            SharedReason.UNKNOWN_PRODUCT, SharedReason.INSUFFICIENT_STOCK, OrderReason.ORDER_EMPTY);
    assertThat(stock(laptop).available()).isZero();
    assertThat(views().orders().list(EVERY_ORDER, FIRST_PAGE).items()).hasSize(2);
    List<Order> kept = work(work -> List.copyOf(work.orders().readAll(idsOf(rows)).values()));
    assertThat(kept).hasSize(2);
  }

  private static List<OrderId> idsOf(List<PlaceOrders.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.placed().stream())
        .map(view -> view.order().id())
        .toList();
  }

  @Test // S0-57, S0-46
  void all_or_nothing_leaves_nothing_and_names_the_row() {
    ProductId laptop = stocked("p1", 5);

    Rejection refusal =
        refused(
            ALICE,
            new PlaceOrders(
                List.of(
                    ordering(pieces(3, laptop)), ordering(pieces(1, laptop), pieces(-1, laptop))),
                true),
            SharedReason.QUANTITY_NOT_POSITIVE);

    assertThat(refusal.field()).contains("orders[1].items[1].quantity");
    assertThat(
            refused(
                    ALICE,
                    new PlaceOrders(
                        List.of(ordering(pieces(3, laptop)), ordering(pieces(3, laptop))), true),
                    SharedReason.INSUFFICIENT_STOCK)
                .field())
        .contains("orders[1]");
  }

  @Test // S0-57
  void a_request_of_hundreds_of_orders_is_kept_whole() {
    ProductId laptop = stocked("p1", 300);
    Actor dealer = new Actor(new UserId("dealer"), Role.CUSTOMER);

    List<PlaceOrders.Row> rows =
        execute(
            dealer, new PlaceOrders(Collections.nCopies(300, ordering(pieces(1, laptop))), true));

    assertThat(rows).allMatch(row -> row.placed().isPresent());
    assertThat(stock(laptop).available()).isZero();
    assertThat(stock(laptop).version()).isEqualTo(301);
  }

  @Test // S2-38
  void a_region_as_long_as_an_address_may_have_hinders_no_allocation() {
    ProductId laptop = stocked("p1", 1);
    Address there =
        new Address(
            "Ann",
            "Street 1",
            Optional.empty(),
            "Town",
            Optional.of("x".repeat(100)),
            Optional.empty(),
            "GB");
    Terms terms = new Terms(Optional.of(there), Optional.empty(), Optional.empty());
    execute(
        ALICE,
        new PlaceOrder(Optional.empty(), List.of(pieces(1, laptop)), Optional.of("direct"), terms));
    assertThat(stock(laptop).available()).isZero();
  }
}
