package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Orders to test with, each of its own id and number: two laptops at 500 and headphones at 800, the
 * example of source 000, placed by Alice at noon.
 */
public final class OrderFixture {
  public static final UserId ALICE = new UserId("alice");
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** Alice, at noon. */
  public static final Stamp STAMP = new Stamp(NOON, ALICE);

  private static final AtomicLong LAST = new AtomicLong();

  private OrderFixture() {}

  /** Alice, so much later than noon. */
  public static Stamp later(Duration after) {
    return new Stamp(NOON.plus(after), ALICE);
  }

  /** So many pieces of the product at this price in dollars. */
  public static OrderLine line(String product, int quantity, String price) {
    return OrderLine.of(
        new ProductId(product),
        "The " + product,
        Optional.of("SKU-" + product),
        quantity,
        Money.of(price, "USD"));
  }

  /** The lines of source 000's example: 1800 dollars. */
  public static List<OrderLine> exampleLines() {
    return List.of(line("p1", 2, "500"), line("p2", 1, "800"));
  }

  public static OrderId anOrderId() {
    return new OrderId(new UUID(0x7000_0000_0000_0000L, LAST.incrementAndGet()));
  }

  public static OrderNumber anOrderNumber() {
    return new OrderNumber("ORD-TEST-%06d".formatted(LAST.incrementAndGet()));
  }

  /** An order just placed under this lifecycle. */
  public static Order anOrder(OrderLifecycle lifecycle) {
    return anOrder(lifecycle, exampleLines());
  }

  public static Order anOrder(OrderLifecycle lifecycle, List<OrderLine> lines) {
    return Order.place(anOrderId(), anOrderNumber(), ALICE, lifecycle, lines, STAMP).state();
  }

  /** The same with shipping, at this price in dollars. */
  public static Order anOrder(OrderLifecycle lifecycle, List<OrderLine> lines, String shipping) {
    return Order.place(
            anOrderId(),
            anOrderNumber(),
            ALICE,
            lifecycle,
            lines,
            Amounts.of(lines, Money.of(shipping, "USD")),
            Terms.NONE,
            "Inventory reserved",
            STAMP)
        .state();
  }

  /** An unpaid order that stands in this state, however it may have got there. */
  public static Order anOrderIn(OrderLifecycle lifecycle, String status) {
    Order placed = anOrder(lifecycle);
    return new Order(
        placed.id(),
        placed.number(),
        placed.userId(),
        lifecycle,
        status,
        placed.lines(),
        placed.amounts(),
        placed.moneyState(),
        placed.terms(),
        placed.createdAt(),
        placed.updatedAt(),
        placed.version());
  }

  /** Of the checkout lifecycle, confirmed by the shop. */
  public static Order aConfirmedOrder() {
    return anOrder(StandardLifecycles.CHECKOUT).confirm(STAMP).state();
  }

  /** Of the checkout lifecycle. */
  public static Order aPaidOrder() {
    return aConfirmedOrder().pay(STAMP).state();
  }

  /** Of the checkout lifecycle. */
  public static Order aShippedOrder() {
    return aPaidOrder().ship(STAMP).state();
  }

  /** Of the checkout lifecycle. */
  public static Order aDeliveredOrder() {
    return aShippedOrder().deliver(STAMP).state();
  }

  /** Of the checkout lifecycle, never paid. */
  public static Order aCancelledOrder() {
    return anOrder(StandardLifecycles.CHECKOUT)
        .cancel("Changed my mind", Optional.empty(), STAMP)
        .state();
  }
}
