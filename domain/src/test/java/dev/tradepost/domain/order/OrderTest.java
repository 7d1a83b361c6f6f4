package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.ALICE;
import static dev.tradepost.domain.order.OrderFixture.NOON;
import static dev.tradepost.domain.order.OrderFixture.STAMP;
import static dev.tradepost.domain.order.OrderFixture.aShippedOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrderId;
import static dev.tradepost.domain.order.OrderFixture.anOrderIn;
import static dev.tradepost.domain.order.OrderFixture.anOrderNumber;
import static dev.tradepost.domain.order.OrderFixture.exampleLines;
import static dev.tradepost.domain.order.OrderFixture.later;
import static dev.tradepost.domain.order.OrderFixture.line;
import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.order.StandardLifecycles.DIRECT;
import static dev.tradepost.domain.order.StandardLifecycles.FULFILMENT;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Optional<Duration> NO_LIMIT = Optional.empty();

  @Test // S0-10, S0-22, S0-23, S0-50, S1-11, S1-12, S1-13, S1-14, S1-15
  void a_placed_order_has_everything_the_source_asks_for() {
    OrderId id = anOrderId();
    OrderNumber number = anOrderNumber();
    Order order = Order.place(id, number, ALICE, DIRECT, exampleLines(), STAMP).state();
    assertThat(order.id()).isEqualTo(id);
    assertThat(order.number()).isEqualTo(number);
    assertThat(order.userId()).isEqualTo(ALICE);
    assertThat(order.status()).isEqualTo("PLACED");
    assertThat(order.lines()).isEqualTo(exampleLines());
    assertThat(order.amounts().total()).isEqualTo(Money.of("1800", "USD"));
    assertThat(order.moneyState()).isEqualTo(MoneyState.PENDING);
    assertThat(order.createdAt()).isEqualTo(NOON);
    assertThat(order.updatedAt()).isEqualTo(NOON);
    assertThat(order.version()).isEqualTo(1);
    assertThat(order.aggregateId()).isEqualTo(id.toString());
    assertThat(order.owner()).contains(ALICE);
  }

  @Test // S0-05, S2-46
  void placing_an_order_says_everything_it_will_ever_contain() {
    OrderId id = anOrderId();
    OrderNumber number = anOrderNumber();
    assertThat(Order.place(id, number, ALICE, CHECKOUT, exampleLines(), STAMP).events())
        .containsExactly(
            new OrderEvent.Created(
                id, number, "checkout", "CREATED", exampleLines(), Money.of("1800", "USD")));
  }

  @Test // S2-21, S2-22, X-11
  void a_fulfilment_order_is_pending_and_then_reserved_in_one_change() {
    Change<Order> placed =
        Order.place(anOrderId(), anOrderNumber(), ALICE, FULFILMENT, exampleLines(), STAMP);
    OrderId id = placed.state().id();
    assertThat(placed.state().status()).isEqualTo("PAYMENT_PENDING");
    assertThat(placed.state().version()).isEqualTo(2);
    assertThat(placed.events()).hasSize(2);
    assertThat(placed.events().get(0))
        .isInstanceOfSatisfying(
            OrderEvent.Created.class, it -> assertThat(it.status()).isEqualTo("PENDING"));
    assertThat(placed.events().get(1))
        .isEqualTo(
            new OrderEvent.StateChanged(
                id, "PENDING", "PAYMENT_PENDING", OrderAction.RESERVE, "Inventory reserved"));
  }

  @Test // S0-36
  void an_order_without_items_is_refused() {
    Rejection refusal = refusalOf(() -> anOrder(DIRECT, List.of()));
    assertThat(refusal.reason()).isEqualTo(OrderReason.ORDER_EMPTY);
    assertThat(refusal.field()).contains("items");
  }

  @Test
  void an_order_has_at_most_two_hundred_lines() {
    List<OrderLine> full = IntStream.range(0, 200).mapToObj(i -> line("p" + i, 1, "1")).toList();
    assertThat(anOrder(DIRECT, full).lines()).hasSize(200);
    List<OrderLine> tooMany = new ArrayList<>(full);
    tooMany.add(line("one-more", 1, "1"));
    Rejection refusal = refusalOf(() -> anOrder(DIRECT, tooMany));
    assertThat(refusal.reason()).isEqualTo(OrderReason.TOO_MANY_LINES);
    assertThat(refusal.field()).contains("items");
    assertThat(refusal.detail()).contains("200");
  }

  @Test // S0-40
  void an_order_whose_total_is_past_the_range_is_refused() {
    List<OrderLine> lines = List.of(line("p1", 1, "92233720368547758.07"), line("p2", 1, "0.01"));
    assertThat(reasonOf(() -> anOrder(DIRECT, lines))).isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test // S0-41, S0-48, A18
  void a_later_price_of_the_product_does_not_touch_the_order() {
    ProductId laptop = new ProductId("p1");
    Product product =
        Product.list(laptop, "Laptop", Money.of("500", "USD"), Optional.empty(), STAMP).state();
    Order order =
        anOrder(
            DIRECT,
            List.of(OrderLine.of(laptop, product.name(), product.sku(), 2, product.price())));
    Product dearer =
        product
            .amend(
                Optional.of("Laptop 2"),
                Optional.of(Money.of("900", "USD")),
                Optional.empty(),
                STAMP)
            .state();
    Order shipped = order.ship(STAMP).state();
    assertThat(dearer.price()).isEqualTo(Money.of("900", "USD"));
    assertThat(shipped.lines().get(0).unitPrice()).isEqualTo(Money.of("500", "USD"));
    assertThat(shipped.lines().get(0).name()).isEqualTo("Laptop");
    assertThat(shipped.amounts().total()).isEqualTo(Money.of("1000", "USD"));
  }

  @Test // S0-48
  void the_lines_of_an_order_are_locked() {
    List<OrderLine> lines = new ArrayList<>(exampleLines());
    Order order = anOrder(DIRECT, lines);
    lines.clear();
    assertThat(order.lines()).isEqualTo(exampleLines());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> order.lines().clear());
  }

  @Test // S0-48
  void the_lines_of_the_event_are_locked() {
    List<OrderLine> lines = new ArrayList<>(exampleLines());
    List<DomainEvent> events =
        Order.place(anOrderId(), anOrderNumber(), ALICE, DIRECT, lines, STAMP).events();
    lines.clear();
    assertThat(((OrderEvent.Created) events.get(0)).items()).isEqualTo(exampleLines());
  }

  @Test
  void an_order_cannot_stand_in_a_state_its_lifecycle_does_not_have() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> anOrderIn(DIRECT, "PAYMENT_PENDING"))
        .withMessage("PAYMENT_PENDING is no state of direct");
  }

  @Test // S0-25, S0-26, S0-27, S0-28
  void a_placed_order_can_be_cancelled() {
    Order placed = anOrder(DIRECT);
    Change<Order> change = placed.cancel("Changed my mind", NO_LIMIT, later(Duration.ofMinutes(3)));
    assertThat(change.state().status()).isEqualTo("CANCELLED");
    assertThat(change.state().createdAt()).isEqualTo(NOON);
    assertThat(change.state().updatedAt()).isEqualTo(NOON.plusSeconds(180));
    assertThat(change.state().version()).isEqualTo(2);
    assertThat(change.events())
        .containsExactly(
            new OrderEvent.StateChanged(
                placed.id(), "PLACED", "CANCELLED", OrderAction.CANCEL, "Changed my mind"));
    assertThat(placed.status()).isEqualTo("PLACED");
  }

  @Test // S0-37
  void a_cancelled_order_cannot_be_cancelled_again() {
    Order cancelled = anOrder(DIRECT).cancel("Changed my mind", NO_LIMIT, STAMP).state();
    assertThat(refusalOf(() -> cancelled.cancel("Again", NO_LIMIT, STAMP)).detail())
        .isEqualTo("CANCEL is not allowed in state CANCELLED (nothing is, it is final)");
  }

  @Test // S1-17, X-04
  void a_shipped_order_cannot_be_cancelled() {
    assertThat(reasonOf(() -> aShippedOrder().cancel("Too late", NO_LIMIT, STAMP)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S0-31, X-04
  void an_order_can_be_cancelled_until_its_window_closes() {
    Order order = anOrder(DIRECT);
    Optional<Duration> tenMinutes = Optional.of(Duration.ofMinutes(10));
    assertThat(order.cancel("In time", tenMinutes, later(Duration.ofMinutes(10))).state().status())
        .isEqualTo("CANCELLED");
    Rejection refusal =
        refusalOf(() -> order.cancel("Late", tenMinutes, later(Duration.ofMillis(600_001))));
    assertThat(refusal.reason()).isEqualTo(OrderReason.CANCELLATION_WINDOW_CLOSED);
    assertThat(refusal.detail()).contains("10 minutes");
    assertThat(order.cancel("By staff", NO_LIMIT, later(Duration.ofDays(9))).state().status())
        .isEqualTo("CANCELLED");
  }

  @Test // S0-31, S0-37
  void a_cancelled_order_says_so_even_when_its_window_is_closed() {
    Order cancelled = anOrder(DIRECT).cancel("Changed my mind", NO_LIMIT, STAMP).state();
    Optional<Duration> aMinute = Optional.of(Duration.ofMinutes(1));
    assertThat(reasonOf(() -> cancelled.cancel("Again", aMinute, later(Duration.ofHours(1)))))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }
}
