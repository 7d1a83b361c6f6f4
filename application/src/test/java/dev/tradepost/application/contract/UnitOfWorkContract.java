package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Store;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Wallet;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a unit of work sees, and what it may save. */
public abstract class UnitOfWorkContract extends StorageContract {
  private static final Optional<String> NONE = Optional.empty();
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  @Test // S0-05
  void it_sees_the_goods_it_saved_before() {
    ProductId laptop = stocked("p1", 5);
    work(
        work -> {
          Change<Product> amended = changeOf(work.products().get(laptop).orElseThrow(), "600");
          Product dearer = amended.state();
          work.products().save(amended);
          assertThat(work.products().get(laptop)).contains(dearer);
          assertThat(work.products().read(laptop)).contains(dearer);

          Warehouse second =
              Warehouse.open(new WarehouseId("second"), "Second", work.stamp()).state();
          work.warehouses().save(Warehouse.open(second.id(), "Second", work.stamp()));
          assertThat(work.warehouses().read(second.id())).contains(second);

          Stock counted = new CountStock(new StockId(laptop, second.id()), 7).run(work);
          assertThat(work.stock().get(counted.id())).contains(counted);
          assertThat(work.stock().getOfProducts(List.of(laptop))).hasSize(2).contains(counted);

          Cart cart = new AddToCart(laptop, 2, ANY_VERSION).run(work);
          assertThat(work.carts().get(CLERK.userId())).contains(cart);
          return cart;
        });
  }

  @Test // S3-63
  void wallets_are_got_together_by_their_ids_and_by_their_users() {
    CreateWallet create = new CreateWallet(Optional.empty(), Optional.empty());
    Wallet alices = execute(ALICE, create);
    Wallet bobs = execute(BOB, create);
    WalletId nobodys = new WalletId(new UUID(0x7000, 0xdead));
    work(
        work -> {
          work.wallets()
              .getAll(List.of(alices.id(), nobodys), List.of(BOB.userId(), CLERK.userId()));
          assertThat(work.wallets().get(alices.id())).contains(alices);
          assertThat(work.wallets().get(nobodys)).isEmpty();
          assertThat(work.wallets().getOfUser(BOB.userId())).contains(bobs);
          assertThat(work.wallets().getOfUser(CLERK.userId())).isEmpty();

          Freeze both = new Freeze(true, true, "lost card");
          Change<Wallet> frozen = bobs.freeze(both, work.stamp());
          work.wallets().save(frozen);
          assertThat(work.wallets().getOfUser(BOB.userId())).contains(frozen.state());
          return frozen.state();
        });
  }

  private Change<Product> changeOf(Product product, String price) {
    return product.amend(
        NONE,
        Optional.of(Money.of(price, "USD")),
        NONE,
        new Stamp(clock.instant(), CLERK.userId()));
  }

  @Test // S0-05
  void it_sees_the_orders_it_saved_before() {
    ProductId laptop = stocked("p1", 5);
    work(
        work -> {
          Order order = ordering(pieces(2, laptop)).run(work).order();
          OrderId id = order.id();
          assertThat(work.orders().get(id)).contains(order);
          assertThat(work.reservations().get(id)).isPresent();
          PaymentId payment = Cashier.start(id, "success").run(work);
          assertThat(work.payments().getOfOrder(id))
              .extracting(Payment::id)
              .containsExactly(payment);
          List<Shipment> shipments = new ShipOrder(id, NONE, ANY_VERSION).run(work).shipments();
          assertThat(work.shipments().getOfOrder(id)).isEqualTo(shipments).hasSize(1);
          assertThat(work.reservations().get(id).orElseThrow().status())
              .isEqualTo(ReservationStatus.FULFILLED);
          assertThat(work.stock().get(new StockId(laptop, MAIN)).orElseThrow().onHand())
              .isEqualTo(3);
          return id;
        });
    assertThat(stock(laptop).onHand()).isEqualTo(3);
  }

  @Test // S0-05
  void what_is_available_counts_what_it_reserved_before() {
    ProductId laptop = stocked("p1", 5);
    long available =
        work(
            work -> {
              ordering(pieces(2, laptop)).run(work);
              return work.stock().readAvailable(laptop);
            });
    assertThat(available).isEqualTo(3);
  }

  @Test
  void an_order_placed_and_cancelled_in_one_unit_leaves_both_moves_and_free_stock() {
    ProductId laptop = stocked("p1", 5);
    OrderId id =
        work(
            work -> {
              OrderId placed = ordering(pieces(2, laptop)).run(work).order().id();
              new CancelOrder(placed, NONE, ANY_VERSION).run(work);
              return placed;
            });
    assertThat(order(id).status()).isEqualTo("CANCELLED");
    assertThat(stock(laptop).reserved()).isZero();
    assertThat(views().orders().timeline(id, CLERK)).hasSize(2);
  }

  @Test
  void what_was_not_got_cannot_be_saved() {
    ProductId laptop = stocked("p1", 5);
    Product known = views().products().find(laptop).orElseThrow();
    Object before = everything();

    assertThatThrownBy(() -> work(work -> save(work.products(), changeOf(known, "600"))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void what_was_only_read_cannot_be_saved() {
    ProductId laptop = stocked("p1", 5);

    assertThatThrownBy(
            () ->
                work(
                    work ->
                        save(
                            work.products(),
                            changeOf(work.products().read(laptop).orElseThrow(), "600"))))
        .isInstanceOf(IllegalStateException.class);
    Object got =
        work(
            work -> {
              work.products().read(laptop);
              return save(
                  work.products(), changeOf(work.products().get(laptop).orElseThrow(), "600"));
            });

    assertThat(got).isEqualTo(true);
    assertThat(views().products().find(laptop).orElseThrow().price())
        .isEqualTo(Money.of("600", "USD"));
  }

  @Test
  void something_new_never_takes_the_place_of_what_there_is() {
    ProductId laptop = stocked("p1", 5);
    Object before = everything();

    assertThatThrownBy(
            () ->
                work(
                    work ->
                        save(
                            work.products(),
                            Product.list(
                                laptop, "Thief", Money.of("1", "USD"), NONE, work.stamp()))))
        .isInstanceOf(Busy.class);

    assertThat(everything()).isEqualTo(before);
  }

  private static <K, T extends Aggregate> boolean save(Store<K, T> store, Change<T> change) {
    store.save(change);
    return true;
  }

  @Test // S0-63
  void the_version_of_an_aggregate_counts_its_events() {
    ProductId laptop = stocked("p1", 5);
    long before = storage().events();
    Order order = placed("fulfilment", pieces(1, laptop));

    long placing = storage().events() - before;
    assertThat(order.version()).as("created, then reserved").isEqualTo(2);
    assertThat(placing).as("with its reservation and the stock").isEqualTo(2 + 1 + 1);

    work(
        work -> {
          save(work.products(), changeOf(work.products().get(laptop).orElseThrow(), "600"));
          save(work.products(), changeOf(work.products().get(laptop).orElseThrow(), "700"));
          return true;
        });

    Product twiceAmended = views().products().find(laptop).orElseThrow();
    assertThat(twiceAmended.version()).isEqualTo(3);
    assertThat(twiceAmended.price()).isEqualTo(Money.of("700", "USD"));
    assertThat(storage().events() - before - placing).isEqualTo(2);
  }

  @Test // T-19
  void its_moment_comes_from_the_clock_in_microseconds_and_stays() {
    clock.advance(Duration.ofNanos(123_456_789));
    work(
        work -> {
          assertThat(work.now()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MICROS));
          clock.advance(Duration.ofSeconds(1));
          assertThat(work.now()).isEqualTo(TestClock.NOON.plusNanos(123_456_000));
          assertThat(work.actor()).isEqualTo(CLERK);
          UUID first = work.newId();
          assertThat(work.newId()).isGreaterThan(first);
          return true;
        });
  }

  @Test
  void several_are_got_at_once_without_those_that_do_not_exist() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 5);
    ProductId nothing = new ProductId("nothing");
    work(
        work -> {
          assertThat(work.products().getAll(List.of(phones, nothing, laptop, phones)))
              .containsOnlyKeys(phones, laptop);
          assertThat(work.products().readAll(List.of(nothing))).isEmpty();
          assertThat(work.products().getAll(List.of())).isEmpty();
          assertThat(work.stock().getOfProducts(List.of())).isEmpty();
          return true;
        });
  }

  @Test // S0-63
  void what_it_made_is_read_back_field_by_field() {
    ProductId laptop = stocked("p1", 5);
    Order order = placed("checkout", pieces(2, laptop));
    Order confirmed = execute(CLERK, new ConfirmOrder(order.id(), ANY_VERSION)).order();

    assertThat(order(order.id())).isEqualTo(confirmed);
    Optional<Order> got = work(work -> work.orders().get(order.id()));
    assertThat(got).contains(confirmed);
  }
}
