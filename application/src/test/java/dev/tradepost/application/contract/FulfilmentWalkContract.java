package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Shop;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Random orders edited, planned, sent, called off and returned in random parts, allowed or not;
 * after each step everything still adds up.
 */
public abstract class FulfilmentWalkContract extends GoodsContract {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final List<ReturnStatus> ALL = List.of(ReturnStatus.values());
  private static final int MOST_ORDERS = 90;

  private final List<ProductId> products = new ArrayList<>();
  private final List<OrderId> orders = new CopyOnWriteArrayList<>();
  private WalletId wallet;

  /** How many walks this storage can take in a few seconds. */
  protected abstract int walks();

  /** How long each of them is. */
  protected int steps() {
    return 250;
  }

  /** What the storage can prove of itself beside what all can see. */
  protected void prove() {}

  private void furnish() {
    WarehouseId north = warehouse("north");
    WarehouseId south = warehouse("south");
    for (int i = 0; i < 3; i++) {
      products.add(product("p" + i, List.of("33.33", "0.07", "19.99").get(i)));
      for (WarehouseId place : List.of(MAIN, north, south)) {
        count(products.get(i), place, 60);
      }
    }
    wallet = wallet(ALICE, "9000");
  }

  @Test // A60, S2-09
  void after_each_of_many_random_steps_everything_adds_up() {
    Random random = new Random(SEED);
    int refusals = 0;
    for (int walk = 0; walk < walks(); walk++) {
      open(Shop.standard(USD), random);
      orders.clear();
      products.clear();
      furnish();
      refusals += refusalsOf(walk, random);
      finish(new Invariants(storage()));
    }
    int steps = walks() * steps();
    assertThat(refusals).as("seed %d", SEED).isBetween(steps / 20, steps * 19 / 20);
  }

  private int refusalsOf(int walk, Random random) {
    Invariants invariants = new Invariants(storage());
    int refusals = 0;
    for (int step = 0; step < steps(); step++) {
      try {
        clock.advance(Duration.ofSeconds(random.nextInt(60)));
        refusals += allowed(random) ? 0 : 1;
        invariants.stockIsSound();
        orders.stream().skip(Math.max(0, orders.size() - 3L)).forEach(invariants::orderIsSound);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + SEED + ", walk " + walk + ", step " + step, e);
      }
    }
    return refusals;
  }

  @Test // A60, A104, S2-09
  void when_many_take_random_steps_at_once_everything_adds_up_in_the_end() {
    furnish();
    Crowd<Integer> crowd =
        Crowd.atOnce(
            4,
            i -> {
              Random random = new Random(SEED + i);
              int done = 0;
              for (int step = 0; step < steps() / 4; step++) {
                clock.advance(Duration.ofSeconds(random.nextInt(60)));
                done += allowed(random) ? 1 : 0;
              }
              return done;
            });
    assertThat(crowd.done()).as("seed %d", SEED).hasSize(4);
    finish(new Invariants(storage()));
  }

  private void finish(Invariants invariants) {
    try {
      cashier().sweep(clock.advance(Duration.ofDays(1)));
      sweep(new ArrayList<>());
      cashier().sweep(clock.advance(Duration.ofDays(1)));
      invariants.stockIsSound();
      orders.forEach(invariants::orderIsSound);
      orders.forEach(this::moneyIsWhereItIsSaidToBe);
      assertThat(sweep()).isZero();
      historyIsSound(wallet);
      prove();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + SEED, e);
    }
  }

  /** What was captured and not given back is in escrow or earned; a wallet has lost just that. */
  private void moneyIsWhereItIsSaidToBe(OrderId id) {
    Order order = order(id);
    Money kept =
        views().payments().ofOrder(id).stream()
            .map(it -> it.captured().minus(it.refunded()))
            .reduce(usd("0"), Money::plus);
    boolean any = order.moneyState() != MoneyState.PENDING;
    assertThat(any ? escrow(id).refundable() : usd("0")).isEqualTo(kept);
  }

  private boolean allowed(Random random) {
    try {
      step(random);
      return true;
    } catch (Rejection refused) {
      return false;
    }
  }

  private void step(Random random) {
    int what = random.nextInt(20);
    if (orders.isEmpty() || (what == 0 && orders.size() < MOST_ORDERS)) {
      placeSomething(random);
    } else if (what == 1) {
      sweep(new ArrayList<>());
    } else if (what == 2) {
      cashier().sweep(clock.instant());
    } else {
      OrderView view = views().orders().find(recent(random), CLERK).orElseThrow();
      boolean arrived =
          view.shipments().stream().anyMatch(it -> it.status() == ShipmentStatus.DELIVERED);
      if (view.shipments().isEmpty() && random.nextInt(3) == 0) {
        execute(ALICE, RandomEdit.of(random, view.order()));
      } else if (random.nextInt(10) < (arrived ? 3 : 7)) {
        sendSomething(random, view);
      } else if (arrived && random.nextInt(4) > 0) {
        returnSomething(random, view.order());
      } else {
        callSomethingOff(random, view.order());
      }
    }
  }

  /** One of the last orders, most of the time: the others have come to their ends. */
  private OrderId recent(Random random) {
    int from = random.nextInt(8) == 0 ? 0 : Math.max(0, orders.size() - 3);
    return orders.get(from + random.nextInt(orders.size() - from));
  }

  private void placeSomething(Random random) {
    String lifecycle = any(random, List.of("direct", "checkout", "fulfilment", "fulfilment"));
    if (random.nextBoolean()) {
      orders.add(placed(lifecycle, some(random, 60), some(random, 5)).id());
    } else {
      List<OrderLine> lines =
          List.of(
              line(products.get(0), 1 + random.nextInt(9), "33.33", "2.22", "0.01"),
              line(products.get(1), 1 + random.nextInt(70), "0.07", "0.03", "0.05"));
      orders.add(placed(lifecycle, lines, "4.99").id());
    }
    pay(random, orders.get(orders.size() - 1));
  }

  private void pay(Random random, OrderId id) {
    switch (random.nextInt(7)) {
      case 0, 1, 2 -> execute(ALICE, paying(id));
      case 3, 4 -> cashier().pay(ALICE, id, "success");
      case 5 -> cashier().pay(ALICE, id, any(random, List.of("declined", "unknown", "timeout")));
      default -> {}
    }
  }

  private void sendSomething(Random random, OrderView view) {
    Order order = view.order();
    switch (random.nextInt(12)) {
      case 0 -> pay(random, order.id());
      case 1, 2 -> execute(CLERK, shipping(order, one(random, order)));
      case 3 -> execute(CLERK, shipping(order, some(random, 9), some(random, 9)));
      case 4, 5 -> execute(CLERK, planning(order));
      case 6 -> execute(CLERK, random.nextInt(4) == 0 ? shipping(order) : planning(order));
      case 7 -> execute(CLERK, new DeliverOrder(order.id(), ANY_VERSION));
      default -> {
        if (!view.shipments().isEmpty()) {
          Shipment shipment = any(random, view.shipments());
          boolean pending = shipment.status() == ShipmentStatus.PENDING;
          boolean leaves = random.nextInt(5) == 0 ? !pending : pending;
          execute(CLERK, leaves ? leaving(shipment) : arriving(shipment));
        }
      }
    }
  }

  private void callSomethingOff(Random random, Order order) {
    int what = random.nextInt(12);
    if (what == 0) {
      execute(ALICE, cancelling(order));
    } else if (what == 1) {
      execute(ALICE, cancelling(order, all(order)));
    } else if (what == 2) {
      execute(ALICE, cancelling(order, some(random, 9), some(random, 9)));
    } else if (what < 5) {
      BigDecimal some = BigDecimal.valueOf(1 + random.nextInt(300), 2);
      execute(CLERK, new RefundOrder(order.id(), some, "Sorry", ANY_VERSION));
    } else {
      execute(ALICE, cancelling(order, one(random, order)));
    }
  }

  private void returnSomething(Random random, Order order) {
    List<Return> open =
        views().fulfilment().returnsOf(order.id()).stream()
            .filter(it -> random.nextInt(9) == 0 || it.status() != ReturnStatus.REFUNDED)
            .toList();
    if (open.isEmpty() || random.nextInt(4) == 0) {
      boolean whole = random.nextInt(3) == 0;
      execute(ALICE, returning(order, whole ? all(order) : one(random, order)));
    } else {
      Return it = any(random, open);
      switch (random.nextInt(4) == 0 ? any(random, ALL) : it.status()) {
        case REQUESTED -> execute(CLERK, random.nextInt(5) == 0 ? rejecting(it) : approving(it));
        case APPROVED -> receive(random, it);
        default -> execute(CLERK, random.nextInt(4) == 0 ? repaying(it, "0.05") : repaying(it));
      }
    }
  }

  private void receive(Random random, Return it) {
    if (random.nextInt(3) > 0) {
      execute(CLERK, receiving(it));
    } else {
      Return.Item item = it.items().get(0);
      int came = random.nextInt(2 + item.quantity());
      ReceiveReturn.Part part =
          new ReceiveReturn.Part(item.productId(), came, random.nextBoolean());
      execute(CLERK, receiving(it, true, part));
    }
  }

  /** Some pieces of a product of this order, rarely more than it has. */
  private static OrderPlacement.Item[] one(Random random, Order order) {
    OrderLine line = any(random, order.lines());
    int most = Math.max(1, line.kept() / 2 + random.nextInt(2));
    return new OrderPlacement.Item[] {pieces(1 + random.nextInt(most), line.productId())};
  }

  private OrderPlacement.Item some(Random random, int most) {
    return pieces(1 + random.nextInt(most), any(random, products));
  }

  private static OrderPlacement.Item[] all(Order order) {
    return order.lines().stream()
        .filter(line -> line.kept() > 0)
        .map(line -> pieces(line.kept(), line.productId()))
        .toArray(OrderPlacement.Item[]::new);
  }

  private static <T> T any(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
