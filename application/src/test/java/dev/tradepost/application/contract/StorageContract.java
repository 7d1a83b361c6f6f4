package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.EditOrder;
import dev.tradepost.application.order.EditedOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.PreviewEdit;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.port.Views;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/**
 * The ground all contracts stand on: an empty shop with one warehouse, a clock that stands still,
 * two customers and a clerk, and words for what they do.
 */
public abstract class StorageContract implements Storages {
  protected static final Currency USD = Currency.getInstance("USD");
  protected static final Actor ALICE = new Actor(new UserId("alice"), Role.CUSTOMER);
  protected static final Actor BOB = new Actor(new UserId("bob"), Role.CUSTOMER);
  protected static final Actor CLERK = new Actor(new UserId("clerk"), Role.STAFF);
  protected static final WarehouseId MAIN = new WarehouseId("main");
  protected static final Page.Request FIRST_PAGE = new Page.Request(100, 1, Optional.empty());
  protected static final OrderViews.Filter EVERY_ORDER = everyOrder(false);

  protected final TestClock clock = new TestClock();
  private final AtomicLong lastId = new AtomicLong();
  private Storage storage;
  private UseCases useCases;

  @BeforeEach
  void openAnEmptyShop() {
    open(Shop.standard(USD));
  }

  /** Starts over with an empty storage for a shop of these choices. */
  protected final void open(Shop shop) {
    open(shop, new Random());
  }

  /** Starts over with an empty storage whose chance is this. */
  protected final void open(Shop shop, RandomGenerator chance) {
    storage =
        empty(shop, new Sources(clock, () -> new UUID(0x7000, lastId.incrementAndGet()), chance));
    useCases = new UseCases(storage.transactions(), UseCaseObserver.NONE);
    execute(CLERK, new OpenWarehouse(Optional.of(MAIN), "Main"));
  }

  protected final Storage storage() {
    return storage;
  }

  protected final Views views() {
    return storage.views();
  }

  protected final UseCases useCases() {
    return useCases;
  }

  protected final <R> R execute(Actor actor, UseCase<R> useCase) {
    return useCases.execute(actor, useCase);
  }

  /** Runs work of the clerk's in a transaction of its own. */
  protected final <R> R work(Function<UnitOfWork, R> work) {
    return storage.transactions().run(CLERK, work);
  }

  /** The refusal of a use case; it must be for this reason and leave everything as it was. */
  protected final Rejection refused(Actor actor, UseCase<?> useCase, Reason reason) {
    Object before = everything();
    Rejection refusal =
        catchThrowableOfType(Rejection.class, () -> useCases.execute(actor, useCase));
    assertThat(refusal).as("refusal of %s", useCase).isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(everything()).as("after the refusal of %s", useCase).isEqualTo(before);
    return refusal;
  }

  /** All that can be seen of a small shop, to compare it with a later look. */
  protected final Object everything() {
    List<AnyOrder> orders =
        views().orders().listAny(Optional.empty(), EVERY_ORDER, FIRST_PAGE).items();
    InventoryViews.Filter all = new InventoryViews.Filter(Optional.empty(), false);
    return List.of(
        storage.rowCounts(),
        views().inventory().list(all, FIRST_PAGE),
        views().carts().of(ALICE.userId()),
        views().carts().of(BOB.userId()),
        views().wallets().ofUser(ALICE.userId(), clock.instant()),
        views().wallets().ofUser(BOB.userId(), clock.instant()),
        views().events().last(),
        orders,
        orders.stream().map(it -> views().payments().ofOrder(it.id())).toList(),
        orders.stream().map(it -> views().fulfilment().returnsOf(it.id())).toList(),
        Stream.of(ALICE, BOB)
            .flatMap(it -> views().wallets().ofUser(it.userId(), clock.instant()).stream())
            .map(it -> List.of(it, views().wallets().holds(it.wallet().id(), FIRST_PAGE)))
            .toList());
  }

  /** A product at this price in dollars, of which there is nothing yet. */
  protected final ProductId product(String id, String price) {
    ProductId product = new ProductId(id);
    execute(
        CLERK,
        new AddProduct(
            Optional.of(product), "The " + id, Money.of(price, "USD"), Optional.of("SKU-" + id)));
    return product;
  }

  /** A product at 500 dollars and so many pieces of it. */
  protected final ProductId stocked(String id, long onHand) {
    ProductId product = product(id, "500");
    count(product, MAIN, onHand);
    return product;
  }

  protected final void count(ProductId product, WarehouseId warehouse, long onHand) {
    execute(CLERK, new CountStock(new StockId(product, warehouse), onHand));
  }

  protected final WarehouseId warehouse(String id) {
    return execute(CLERK, new OpenWarehouse(Optional.of(new WarehouseId(id)), "At " + id)).id();
  }

  protected static OrderPlacement.Item pieces(int quantity, ProductId product) {
    return new OrderPlacement.Item(product, quantity);
  }

  /** An order under the shop's default lifecycle. */
  protected static PlaceOrder ordering(OrderPlacement.Item... items) {
    return new PlaceOrder(Optional.empty(), List.of(items), Optional.empty());
  }

  protected static PlaceOrder orderingUnder(String lifecycle, OrderPlacement.Item... items) {
    return new PlaceOrder(Optional.empty(), List.of(items), Optional.of(lifecycle));
  }

  /** So many pieces wanted of these products of the order. */
  protected static EditOrder editing(Order order, OrderPlacement.Item... wanted) {
    return new EditOrder(
        order.id(),
        List.of(wanted),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** Other addresses for the order, and so many pieces. */
  protected static EditOrder editing(
      Order order, Address goods, Address bill, OrderPlacement.Item... wanted) {
    return new EditOrder(
        order.id(),
        List.of(wanted),
        Optional.ofNullable(goods),
        Optional.ofNullable(bill),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** A place in this country where nobody lives. */
  protected static Address in(String country) {
    return new Address(
        "Ann",
        "Secret Street 1",
        Optional.empty(),
        "Town",
        Optional.empty(),
        Optional.empty(),
        country);
  }

  /** Does what was previewed before: the preview changed nothing and said just what came. */
  protected final EditedOrder edited(Actor actor, EditOrder edit) {
    Object before = everything();
    EditedOrder preview = execute(actor, new PreviewEdit(edit));
    assertThat(everything()).as("after a preview of %s", edit).isEqualTo(before);
    EditedOrder done = execute(actor, edit);
    assertThat(done).isEqualTo(preview);
    assertThat(order(edit.id())).isEqualTo(done.after().order());
    return done;
  }

  /** The refusal of an edit and of its preview, which are the same. */
  protected final Rejection unchanged(Actor actor, EditOrder edit, Reason reason) {
    Rejection preview = refused(actor, new PreviewEdit(edit), reason);
    Rejection refusal = refused(actor, edit, reason);
    assertThat(refusal).hasMessage(preview.getMessage());
    assertThat(refusal.field()).isEqualTo(preview.field());
    return refusal;
  }

  /** An order of Alice's under this lifecycle. */
  protected final Order placed(String lifecycle, OrderPlacement.Item... items) {
    return execute(ALICE, orderingUnder(lifecycle, items)).order();
  }

  /** The order as it stands now. */
  protected final Order order(OrderId id) {
    return views().orders().find(id, CLERK).orElseThrow().order();
  }

  /** The product's stock in the main warehouse. */
  protected final Stock stock(ProductId product) {
    return stock(product, MAIN);
  }

  protected final Stock stock(ProductId product, WarehouseId warehouse) {
    return views().inventory().find(product).orElseThrow().stocks().stream()
        .filter(stock -> stock.id().warehouse().equals(warehouse))
        .findFirst()
        .orElseThrow();
  }

  protected static OrderViews.Filter everyOrder(boolean oldestFirst) {
    return new OrderViews.Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        oldestFirst);
  }
}
