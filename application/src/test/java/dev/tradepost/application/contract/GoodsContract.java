package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.Shop;
import dev.tradepost.application.fulfilment.DecideReturn;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.fulfilment.RefundReturn;
import dev.tradepost.application.fulfilment.RequestReturn;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.process.ExpireReservations;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.Allocation;
import dev.tradepost.domain.inventory.AllocationPolicy;
import dev.tradepost.domain.inventory.Destination;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.LifecycleDraft;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.wallet.Escrow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ground of the contracts about goods: words for how they go out and come back, in parts. */
public abstract class GoodsContract extends MoneyContract {

  /** The standard shop with these lifecycles besides and another way to reserve and send. */
  protected static Shop shop(FulfilmentPolicy policy, OrderLifecycle... added) {
    return Shop.standard(USD).with(List.of(added)).with(policy);
  }

  /** A lifecycle of steps such as {@code "PLACED CANCEL CANCELLED"}; the first one begins it. */
  protected static OrderLifecycle lifecycle(String name, boolean paymentRequired, String... steps) {
    List<LifecycleDraft.Step> all =
        Stream.of(steps)
            .map(step -> step.split(" "))
            .map(words -> new LifecycleDraft.Step(words[0], words[1], words[2]))
            .toList();
    return new LifecycleDraft(name, all.get(0).from(), paymentRequired, all).lifecycle();
  }

  protected final Cashier cashier() {
    return new Cashier(useCases(), views(), new SandboxProvider());
  }

  /** An order of Alice's that her wallet has paid. */
  protected final Order paid(String lifecycle, OrderPlacement.Item... items) {
    Order order = placed(lifecycle, items);
    execute(ALICE, paying(order.id()));
    return order(order.id());
  }

  /** The same, paid by card. */
  protected final Order paidByCard(String lifecycle, OrderPlacement.Item... items) {
    Order order = placed(lifecycle, items);
    cashier().pay(ALICE, order.id(), "success");
    return order(order.id());
  }

  /** An order of Alice's of these lines, whatever they cost. */
  protected final Order placed(String lifecycle, List<OrderLine> lines, String shipping) {
    return work(
        work -> {
          Map<ProductId, Integer> needs = new LinkedHashMap<>();
          lines.forEach(line -> needs.put(line.productId(), line.quantity()));
          OrderId id = new OrderId(work.newId());
          Map<StockId, Stock> stocks = new LinkedHashMap<>();
          work.stock().getOfProducts(needs.keySet()).forEach(it -> stocks.put(it.id(), it));
          Allocation.Plan plan =
              Allocation.plan(
                  needs, stocks.values(), AllocationPolicy.standard(), Destination.UNKNOWN);
          Change<Order> placed =
              Order.place(
                  id,
                  OrderNumber.generate(work.now(), work.chance()),
                  ALICE.userId(),
                  work.shop().lifecycle(lifecycle),
                  lines,
                  Amounts.of(lines, usd(shipping)),
                  Terms.NONE,
                  "Reserved",
                  work.stamp());
          work.orders().save(placed);
          work.reservations().save(Reservation.make(id, ALICE.userId(), plan.lines()));
          plan.lines()
              .forEach(it -> work.stock().save(stocks.get(it.stock()).reserve(it.quantity(), id)));
          return placed.state();
        });
  }

  /**
   * {@code pick-first}: the warehouses may begin before the payment, and send nothing before it.
   */
  protected static OrderLifecycle pickedBeforePaid() {
    return lifecycle(
        "pick-first",
        true,
        "PLACED START_FULFILMENT PICKED",
        "PLACED CANCEL CANCELLED",
        "PICKED PAY PAID",
        "PICKED CANCEL CANCELLED",
        "PAID SHIP SHIPPED",
        "PAID CANCEL CANCELLED",
        "SHIPPED DELIVER DELIVERED");
  }

  /** How many pieces of a product are promised, in all warehouses. */
  protected final long reserved(ProductId product) {
    return views().inventory().find(product).orElseThrow().stocks().stream()
        .mapToLong(it -> it.reserved())
        .sum();
  }

  /** A line with a discount and a tax. */
  protected static OrderLine line(
      ProductId product, int pieces, String price, String discount, String tax) {
    return OrderLine.of(product, "The " + product, NONE, pieces, usd(price))
        .priced(usd(discount), usd(tax));
  }

  /** Shipped at once and arrived. */
  protected final Order delivered(Order order) {
    execute(CLERK, shipping(order));
    return execute(CLERK, new DeliverOrder(order.id(), ANY_VERSION)).order();
  }

  protected static PlanFulfilment planning(Order order) {
    return new PlanFulfilment(order.id(), ANY_VERSION);
  }

  /** All that has not left; without items a lifecycle's own way. */
  protected static ShipOrder shipping(Order order, OrderPlacement.Item... items) {
    Optional<List<OrderPlacement.Item>> some =
        items.length == 0 ? Optional.empty() : Optional.of(List.of(items));
    return new ShipOrder(order.id(), some, NONE, NONE, ANY_VERSION);
  }

  protected static ShipOrder shippingAs(String number, Order order, OrderPlacement.Item... items) {
    Optional<List<OrderPlacement.Item>> some =
        items.length == 0 ? Optional.empty() : Optional.of(List.of(items));
    return new ShipOrder(order.id(), some, NONE, Optional.of(number), ANY_VERSION);
  }

  protected static MoveShipment leaving(Shipment shipment) {
    return new MoveShipment(shipment.id(), ShipmentAction.SHIP);
  }

  protected static MoveShipment arriving(Shipment shipment) {
    return new MoveShipment(shipment.id(), ShipmentAction.DELIVER);
  }

  protected static CancelOrder cancelling(Order order) {
    return new CancelOrder(order.id(), NONE, ANY_VERSION);
  }

  protected static CancelItems cancelling(Order order, OrderPlacement.Item... items) {
    return new CancelItems(order.id(), List.of(items), NONE, ANY_VERSION);
  }

  protected static RequestReturn returning(Order order, OrderPlacement.Item... items) {
    return new RequestReturn(order.id(), List.of(items), "Too loud");
  }

  protected static DecideReturn approving(Return it) {
    return new DecideReturn(it.id(), true);
  }

  protected static DecideReturn rejecting(Return it) {
    return new DecideReturn(it.id(), false);
  }

  /** All of it came, in good condition. */
  protected static ReceiveReturn receiving(Return it) {
    return new ReceiveReturn(it.id(), Optional.empty(), true);
  }

  protected static ReceiveReturn receiving(Return it, boolean restock, ReceiveReturn.Part... some) {
    return new ReceiveReturn(it.id(), Optional.of(List.of(some)), restock);
  }

  protected static ReceiveReturn.Part sound(int pieces, ProductId product) {
    return new ReceiveReturn.Part(product, pieces, false);
  }

  protected static ReceiveReturn.Part damaged(int pieces, ProductId product) {
    return new ReceiveReturn.Part(product, pieces, true);
  }

  protected static RefundReturn repaying(Return it) {
    return new RefundReturn(it.id(), Optional.empty());
  }

  protected static RefundReturn repaying(Return it, String major) {
    return new RefundReturn(it.id(), Optional.of(new BigDecimal(major)));
  }

  /** Asked for, taken back, and repaid. */
  protected final Return repaid(Order order, OrderPlacement.Item... items) {
    Return asked = execute(ALICE, returning(order, items));
    execute(CLERK, approving(asked));
    execute(CLERK, receiving(asked));
    return execute(CLERK, repaying(asked));
  }

  protected final OrderView view(Order order) {
    return views().orders().find(order.id(), CLERK).orElseThrow();
  }

  protected final String status(Order order) {
    return order(order.id()).status();
  }

  protected final List<Shipment> shipments(Order order, ShipmentStatus status) {
    return view(order).shipments().stream().filter(it -> it.status() == status).toList();
  }

  protected final Reservation reservation(Order order) {
    return work(work -> work.reservations().read(order.id())).orElseThrow();
  }

  protected final Escrow escrow(OrderId order) {
    return work(work -> work.escrows().read(order)).orElseThrow();
  }

  /** What has reached a card again. */
  protected final Money backOnCard(Order order) {
    cashier().refund(order.id());
    return cashier().payment(order.id()).refunded();
  }

  /** All that holds of every order and of the stock. */
  protected final void allIsSound() {
    Invariants invariants = new Invariants(storage());
    invariants.stockIsSound();
    invariants.orders().forEach(view -> invariants.orderIsSound(view.order().id()));
  }

  /** Ends what has run out, and adds what could not be ended; how many ended. */
  protected final int sweep(List<OrderId> failed) {
    return new ExpireReservations(useCases(), views().fulfilment())
        .sweep(clock.instant(), (id, failure) -> failed.add(id));
  }

  /** How many orders ended now; one that could not breaks the test. */
  protected final int sweep() {
    List<OrderId> failed = new ArrayList<>();
    int ended = sweep(failed);
    assertThat(failed).isEmpty();
    return ended;
  }

  protected final TimelineEntry lastMove(Order order) {
    List<TimelineEntry> timeline = views().orders().timeline(order.id(), CLERK);
    return timeline.get(timeline.size() - 1);
  }
}
