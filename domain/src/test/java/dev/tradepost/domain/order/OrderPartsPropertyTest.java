package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.STAMP;
import static dev.tradepost.domain.order.OrderFixture.anOrder;
import static dev.tradepost.domain.order.OrderFixture.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random orders that are called off and come back piece by piece. */
class OrderPartsPropertyTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Test // S2-11, A68, A74, T-14, T-15
  void whatever_is_called_off_and_comes_back_adds_up_to_exactly_what_the_order_cost() {
    Random random = new Random(SEED);
    for (int run = 0; run < 1_000; run++) {
      Order order = anyOrder(random);
      Money total = order.amounts().total();
      Money given = Money.zero(total.currency());
      for (int calls = random.nextInt(4); calls > 0; calls--) {
        Map<ProductId, Integer> some = anyOf(order, random);
        if (order.keptWithout(some) > 0) {
          Change<Order> less = order.cancelItems(some, "Test", Optional.empty(), STAMP);
          given = given.plus(value(less, order, some));
          order = less.state();
          check(order, total, given);
          assertThat(order.amounts().cancelled()).as("seed %d", SEED).isEqualTo(given);
          assertThat(order.amounts().total()).as("seed %d", SEED).isEqualTo(total.minus(given));
        }
      }
      order = order.pay(STAMP).then(it -> it.ship(STAMP)).then(it -> it.deliver(STAMP)).state();
      while (order.keptWithout(Map.of()) > 0) {
        Map<ProductId, Integer> some = anyOf(order, random);
        Change<Order> less = order.takeBack(some, STAMP);
        given = given.plus(value(less, order, some));
        order = less.state();
        check(order, total, given);
      }
      assertThat(given).as("seed %d", SEED).isEqualTo(total);
      assertThat(order.status()).as("seed %d", SEED).isEqualTo("DELIVERED");
    }
  }

  /** The amount of the one event, which is what the order had said before. */
  private static Money value(Change<Order> less, Order before, Map<ProductId, Integer> some) {
    Money said = before.valueOf(some);
    assertThat(less.events()).as("seed %d", SEED).hasSize(1);
    DomainEvent event = less.events().get(0);
    Money told =
        event instanceof OrderEvent.ItemsCancelled cancelled
            ? cancelled.amount()
            : ((OrderEvent.ItemsReturned) event).amount();
    assertThat(told).as("seed %d", SEED).isEqualTo(said);
    assertThat(told.isNegative()).as("seed %d", SEED).isFalse();
    return told;
  }

  /** What was given back and what would be if all the rest came back is the whole, always. */
  private static void check(Order order, Money total, Money given) {
    Map<ProductId, Integer> rest = new HashMap<>();
    order.lines().stream()
        .filter(line -> line.kept() > 0)
        .forEach(line -> rest.put(line.productId(), line.kept()));
    assertThat(given.plus(order.valueOf(rest))).as("seed %d", SEED).isEqualTo(total);
    assertThat(order.amounts().total().isNegative()).as("seed %d", SEED).isFalse();
  }

  private static Order anyOrder(Random random) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      OrderLine line = line("p" + i, 1 + random.nextInt(7), "0." + (11 + random.nextInt(80)));
      Money discount = cents(random.nextLong(0, line.total().minor() + 1));
      lines.add(random.nextBoolean() ? line : line.priced(discount, cents(random.nextInt(50))));
    }
    String shipping = random.nextBoolean() ? "0" : "4.99";
    return anOrder(StandardLifecycles.CHECKOUT, lines, shipping);
  }

  /** One piece or more of one product or more that are kept. */
  private static Map<ProductId, Integer> anyOf(Order order, Random random) {
    List<OrderLine> kept =
        new ArrayList<>(order.lines().stream().filter(line -> line.kept() > 0).toList());
    Collections.shuffle(kept, random);
    Map<ProductId, Integer> some = new HashMap<>();
    for (OrderLine line : kept.subList(0, 1 + random.nextInt(kept.size()))) {
      some.put(line.productId(), 1 + random.nextInt(line.kept()));
    }
    return some;
  }

  private static Money cents(long minor) {
    return new Money(minor, Money.currency("USD"));
  }
}
