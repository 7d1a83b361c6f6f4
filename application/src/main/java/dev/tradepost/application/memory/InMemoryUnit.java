package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Once;
import dev.tradepost.application.Shop;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.PaymentStore;
import dev.tradepost.application.port.ShipmentStore;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.StagedStore;
import dev.tradepost.application.port.StockStore;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderNumber;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A unit of work over the tables; it runs under their lock. */
final class InMemoryUnit implements UnitOfWork {
  private final Actor actor;
  private final Shop shop;
  private final Sources sources;
  private final Instant now;
  private final Tables tables;
  private final List<Tables.Event> events = new ArrayList<>();
  private final MapStore<UserId, Cart> carts;
  private final MapStore<OrderId, Order> orders;
  private final Payments payments;
  private final Shipments shipments;
  private final MapStore<OrderId, Reservation> reservations;
  private final Stocks stock;
  private final MapStore<ProductId, Product> products;
  private final MapStore<WarehouseId, Warehouse> warehouses;
  private final Answers answers = new Answers();

  InMemoryUnit(Actor actor, Shop shop, Sources sources, Tables tables) {
    this.actor = actor;
    this.shop = shop;
    this.sources = sources;
    this.tables = tables;
    this.now = sources.clock().instant().truncatedTo(ChronoUnit.MICROS);
    EventSink sink = this::addEvents;
    carts = new MapStore<>(tables.carts, Cart::userId, sink);
    orders = new MapStore<>(tables.orders, Order::id, sink);
    payments = new Payments(sink);
    shipments = new Shipments(sink);
    reservations = new MapStore<>(tables.reservations, Reservation::orderId, sink);
    stock = new Stocks(sink);
    products = new MapStore<>(tables.products, Product::id, sink);
    warehouses = new MapStore<>(tables.warehouses, Warehouse::id, sink);
  }

  /**
   * Keeps all that was staged; throws {@link Conflict}, and keeps nothing, where a twin was faster.
   */
  void commit() {
    List<MapStore<?, ?>> stores =
        List.of(carts, orders, payments, shipments, reservations, stock, products, warehouses);
    stores.forEach(MapStore::requireNoTwins);
    requireNumbersOfTheirOwn();
    orders.staged().forEach(this::addToTimeline);
    stores.forEach(MapStore::commit);
    answers.commit();
    tables.outbox.addAll(events);
  }

  private void addEvents(Aggregate state, List<DomainEvent> some) {
    long version = state.version() - some.size();
    for (DomainEvent event : some) {
      version++;
      events.add(new Tables.Event(now, state.aggregateId(), version, event));
    }
  }

  private void requireNumbersOfTheirOwn() {
    Map<OrderNumber, OrderId> taken = new HashMap<>(tables.orderNumbers);
    for (StagedStore.Staged<Order> staged : orders.staged()) {
      Order order = staged.state();
      OrderId other = taken.putIfAbsent(order.number(), order.id());
      if (other != null && !other.equals(order.id())) {
        throw new Conflict("order number " + order.number() + " is taken", null);
      }
    }
  }

  private void addToTimeline(StagedStore.Staged<Order> staged) {
    Order order = staged.state();
    tables.orderNumbers.put(order.number(), order.id());
    tables
        .timelines
        .computeIfAbsent(order.id(), id -> new ArrayList<>())
        .addAll(TimelineEntry.of(staged, now, actor.userId()));
  }

  private final class Payments extends MapStore<PaymentId, Payment> implements PaymentStore {
    Payments(EventSink sink) {
      super(tables.payments, Payment::id, sink);
    }

    @Override
    public List<Payment> getOfOrder(OrderId order) {
      return getWhere(payment -> payment.orderId().equals(order));
    }
  }

  private final class Shipments extends MapStore<ShipmentId, Shipment> implements ShipmentStore {
    Shipments(EventSink sink) {
      super(tables.shipments, Shipment::id, sink);
    }

    @Override
    public List<Shipment> getOfOrder(OrderId order) {
      return getWhere(shipment -> shipment.orderId().equals(order));
    }
  }

  private final class Stocks extends MapStore<StockId, Stock> implements StockStore {
    Stocks(EventSink sink) {
      super(tables.stock, Stock::id, sink);
    }

    @Override
    public List<Stock> getOfProducts(Collection<ProductId> wanted) {
      return getWhere(stock -> wanted.contains(stock.id().product()));
    }

    @Override
    public long readAvailable(ProductId product) {
      return lookWhere(stock -> stock.id().product().equals(product)).stream()
          .mapToLong(Stock::available)
          .sum();
    }
  }

  private final class Answers implements AnswerStore {
    private final Map<Tables.AnswerKey, Tables.KeptAt> kept = new HashMap<>();
    private final Set<Tables.AnswerKey> forgotten = new HashSet<>();

    @Override
    public Optional<Kept> find(Once once) {
      Tables.AnswerKey key = Tables.AnswerKey.of(once);
      return Optional.ofNullable(kept.getOrDefault(key, tables.answers.get(key)))
          .map(Tables.KeptAt::answer);
    }

    @Override
    public void keep(Once once, Kept answer) {
      kept.put(Tables.AnswerKey.of(once), new Tables.KeptAt(answer, now));
    }

    @Override
    public int forgetBefore(Instant moment) {
      tables.answers.forEach(
          (key, answer) -> {
            if (answer.at().isBefore(moment)) {
              forgotten.add(key);
            }
          });
      return forgotten.size();
    }

    void commit() {
      tables.answers.keySet().removeAll(forgotten);
      tables.answers.putAll(kept);
    }
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public Shop shop() {
    return shop;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public UUID newId() {
    return sources.ids().get();
  }

  @Override
  public RandomGenerator chance() {
    return sources.chance();
  }

  @Override
  public MapStore<UserId, Cart> carts() {
    return carts;
  }

  @Override
  public MapStore<OrderId, Order> orders() {
    return orders;
  }

  @Override
  public PaymentStore payments() {
    return payments;
  }

  @Override
  public ShipmentStore shipments() {
    return shipments;
  }

  @Override
  public MapStore<OrderId, Reservation> reservations() {
    return reservations;
  }

  @Override
  public StockStore stock() {
    return stock;
  }

  @Override
  public MapStore<ProductId, Product> products() {
    return products;
  }

  @Override
  public MapStore<WarehouseId, Warehouse> warehouses() {
    return warehouses;
  }

  @Override
  public AnswerStore answers() {
    return answers;
  }
}
