package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.cart.RemoveFromCart;
import dev.tradepost.application.catalog.AmendProduct;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.MoveOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Random commands, good and bad, after each of which everything still adds up. */
public abstract class RandomWalkContract extends StorageContract {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int STEPS = 300;
  private static final int MOST_ORDERS = 90;
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();
  private static final Optional<String> NONE = Optional.empty();
  private static final List<Actor> CUSTOMERS = List.of(ALICE, BOB, CLERK);

  private static final List<String> CARDS = SandboxProvider.CARDS.stream().sorted().toList();

  private final List<OrderId> orders = new CopyOnWriteArrayList<>();
  private final List<ProductId> products = new ArrayList<>();
  private final List<WarehouseId> warehouses = new ArrayList<>();
  private Cashier cashier;

  private void furnish() {
    warehouses.addAll(List.of(MAIN, warehouse("north")));
    for (int i = 1; i <= 3; i++) {
      products.add(stocked("p" + i, 20));
      count(products.get(i - 1), warehouses.get(1), 10);
    }
    cashier = new Cashier(useCases(), views(), new SandboxProvider());
  }

  @Test // A60, S0-05, S2-09
  void after_each_of_many_random_commands_everything_adds_up() {
    furnish();
    Random random = new Random(SEED);
    Invariants invariants = new Invariants(storage());
    int refusals = 0;
    for (int step = 0; step < STEPS; step++) {
      clock.advance(Duration.ofMillis(random.nextInt(2_000)));
      try {
        refusals += allowed(random) ? 0 : 1;
        invariants.stockIsSound();
        for (int i = 0; i < Math.min(2, orders.size()); i++) {
          invariants.orderIsSound(i == 0 ? orders.get(orders.size() - 1) : any(random, orders));
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + SEED + ", step " + step, e);
      }
    }
    finish(invariants);
    assertThat(refusals).as("seed %d", SEED).isBetween(STEPS / 20, STEPS * 19 / 20);
  }

  @Test // A60, A104, S2-09
  void when_many_do_random_commands_at_once_everything_adds_up_in_the_end() {
    furnish();
    Crowd<Integer> crowd =
        Crowd.atOnce(
            6,
            i -> {
              Random random = new Random(SEED + i);
              int done = 0;
              for (int step = 0; step < STEPS / 6; step++) {
                done += allowed(random) ? 1 : 0;
              }
              return done;
            });
    assertThat(crowd.done()).as("seed %d", SEED).hasSize(6);
    Invariants invariants = new Invariants(storage());
    try {
      invariants.stockIsSound();
      finish(invariants);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + SEED, e);
    }
  }

  private void finish(Invariants invariants) {
    cashier.sweep(clock.advance(Duration.ofDays(1)));
    cashier.sweep(clock.advance(Duration.ofDays(1)));
    assertThat(views().payments().unfinished(clock.instant(), 1)).as("seed %d", SEED).isEmpty();
    orders.forEach(invariants::orderIsSound);
    invariants.eventsAreComplete(CUSTOMERS.stream().map(Actor::userId).toList());
    assertThat(invariants.orders()).hasSameSizeAs(orders);
  }

  private boolean allowed(Random random) {
    try {
      command(random);
      return true;
    } catch (Rejection refused) {
      return false;
    }
  }

  private void command(Random random) {
    Actor customer = any(random, CUSTOMERS);
    ProductId product = any(random, products);
    StockId shelf = new StockId(product, any(random, warehouses));
    switch (random.nextInt(8)) {
      case 0 -> placeSomething(random, customer);
      case 1 -> execute(customer, new AddToCart(product, random.nextInt(4), ANY_VERSION));
      case 2 -> checkOutSomething(random, customer);
      case 3 -> execute(CLERK, new CountStock(shelf, random.nextInt(40)));
      case 4 -> execute(CLERK, repricing(product, 1 + random.nextInt(900)));
      case 5 -> cashier.sweep(clock.advance(Duration.ofMillis(1)));
      default -> onSomeOrder(random, customer);
    }
  }

  private static AmendProduct repricing(ProductId product, int dollars) {
    Money price = Money.of(String.valueOf(dollars), "USD");
    return new AmendProduct(product, NONE, Optional.of(price), NONE, ANY_VERSION);
  }

  private void placeSomething(Random random, Actor customer) {
    String lifecycle = any(random, List.of("direct", "checkout", "fulfilment"));
    PlaceOrder order =
        orderingUnder(
            lifecycle,
            pieces(random.nextInt(6), any(random, products)),
            pieces(1 + random.nextInt(5), any(random, products)));
    remember(customer, order);
  }

  private void checkOutSomething(Random random, Actor customer) {
    if (random.nextInt(4) == 0) {
      execute(customer, new RemoveFromCart(any(random, products), ANY_VERSION));
    } else {
      remember(customer, new CheckOut(Optional.empty(), NONE, ANY_VERSION));
    }
  }

  private void remember(Actor customer, UseCase<OrderView> placing) {
    if (orders.size() < MOST_ORDERS) {
      orders.add(execute(customer, placing).order().id());
    }
  }

  private void onSomeOrder(Random random, Actor customer) {
    if (orders.isEmpty()) {
      return;
    }
    OrderId id = any(random, orders);
    Actor owner = new Actor(order(id).userId(), customer.role());
    switch (random.nextInt(9)) {
      case 0 -> execute(owner, new CancelOrder(id, NONE, ANY_VERSION));
      case 1 -> execute(customer, new CancelOrder(id, Optional.of("Not mine"), ANY_VERSION));
      case 2 -> execute(CLERK, new ConfirmOrder(id, ANY_VERSION));
      case 3 -> execute(CLERK, new PlanFulfilment(id, ANY_VERSION));
      case 4 -> execute(CLERK, new ShipOrder(id, NONE, ANY_VERSION));
      case 5 -> execute(CLERK, new DeliverOrder(id, ANY_VERSION));
      case 6 -> execute(customer, moving(random, id));
      default -> cashier.pay(owner, id, any(random, CARDS));
    }
  }

  private MoveOrder moving(Random random, OrderId id) {
    Set<String> states = order(id).lifecycle().table().states();
    return new MoveOrder(id, any(random, List.copyOf(states)), NONE, ANY_VERSION);
  }

  private static <T> T any(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
