package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CartView;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.cart.RemoveFromCart;
import dev.tradepost.application.cart.SetCartQuantity;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.cart.CartReason;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** From the cart to the order. */
public abstract class CartContract extends StorageContract {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  private static AddToCart adding(int quantity, ProductId product) {
    return new AddToCart(product, quantity, ANY_VERSION);
  }

  private static CheckOut checkingOutAll() {
    return new CheckOut(Optional.empty(), Optional.empty(), ANY_VERSION);
  }

  private static CheckOut checkingOut(OrderPlacement.Item... items) {
    return new CheckOut(Optional.of(List.of(items)), Optional.empty(), ANY_VERSION);
  }

  private Map<ProductId, Integer> alicesCart() {
    return views().carts().of(ALICE.userId()).cart().items();
  }

  @Test // S1-03, S1-04
  void what_is_added_twice_is_summed_and_reserves_nothing() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 5);

    execute(ALICE, adding(2, phones));
    execute(ALICE, adding(1, laptop));
    Cart cart = execute(ALICE, adding(3, phones));

    assertThat(cart.items()).containsExactly(entry(phones, 5), entry(laptop, 1));
    assertThat(views().carts().of(ALICE.userId()).cart()).isEqualTo(cart);
    assertThat(stock(phones).reserved()).isZero();
    assertThat(views().carts().of(BOB.userId()).cart().items()).isEmpty();
  }

  @Test // S1-03, S0-18
  void more_than_is_available_unknown_products_and_nothing_are_not_added() {
    ProductId laptop = stocked("p1", 5);
    execute(BOB, ordering(pieces(2, laptop)));
    execute(ALICE, adding(2, laptop));

    refused(ALICE, adding(2, laptop), SharedReason.INSUFFICIENT_STOCK);
    refused(ALICE, adding(0, laptop), SharedReason.QUANTITY_NOT_POSITIVE);
    refused(ALICE, adding(Integer.MAX_VALUE, laptop), SharedReason.INSUFFICIENT_STOCK);
    refused(ALICE, adding(1, new ProductId("nothing")), SharedReason.UNKNOWN_PRODUCT);
    assertThat(alicesCart()).containsExactly(entry(laptop, 2));
  }

  @Test // S1-05
  void a_quantity_is_set_for_what_is_in_the_cart() {
    ProductId laptop = stocked("p1", 5);
    execute(ALICE, adding(2, laptop));

    execute(ALICE, new SetCartQuantity(laptop, 5, ANY_VERSION));

    assertThat(alicesCart()).containsExactly(entry(laptop, 5));
    refused(ALICE, new SetCartQuantity(laptop, 6, ANY_VERSION), SharedReason.INSUFFICIENT_STOCK);
    refused(ALICE, new SetCartQuantity(laptop, 0, ANY_VERSION), SharedReason.QUANTITY_NOT_POSITIVE);
    refused(BOB, new SetCartQuantity(laptop, 1, ANY_VERSION), CartReason.NOT_IN_CART);
  }

  @Test // S1-06
  void a_product_is_removed_once() {
    ProductId laptop = stocked("p1", 5);
    execute(ALICE, adding(2, laptop));

    execute(ALICE, new RemoveFromCart(laptop, ANY_VERSION));

    assertThat(alicesCart()).isEmpty();
    refused(ALICE, new RemoveFromCart(laptop, ANY_VERSION), CartReason.NOT_IN_CART);
    execute(ALICE, adding(1, laptop));
    assertThat(alicesCart()).containsExactly(entry(laptop, 1));
  }

  @Test // A38
  void a_change_decided_on_an_older_cart_is_refused() {
    ProductId laptop = stocked("p1", 5);
    long version = execute(ALICE, adding(1, laptop)).version();
    execute(ALICE, new AddToCart(laptop, 1, OptionalLong.of(version)));
    OptionalLong stale = OptionalLong.of(version);

    refused(ALICE, new AddToCart(laptop, 1, stale), SharedReason.STALE_VERSION);
    refused(ALICE, new SetCartQuantity(laptop, 1, stale), SharedReason.STALE_VERSION);
    refused(ALICE, new RemoveFromCart(laptop, stale), SharedReason.STALE_VERSION);
    refused(
        ALICE, new CheckOut(Optional.empty(), Optional.empty(), stale), SharedReason.STALE_VERSION);
  }

  @Test // S1-07, S1-09, S1-10
  void checking_out_all_makes_an_order_and_empties_the_cart() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 5);
    execute(ALICE, adding(2, laptop));
    execute(ALICE, adding(1, phones));

    OrderView placed = execute(ALICE, checkingOutAll());

    assertThat(placed.order().status()).isEqualTo("CREATED");
    assertThat(placed.order().userId()).isEqualTo(ALICE.userId());
    assertThat(placed.order().amounts().total()).isEqualTo(Money.of("1500", "USD"));
    assertThat(alicesCart()).isEmpty();
    assertThat(stock(laptop).reserved()).isEqualTo(2);
    refused(ALICE, checkingOutAll(), CartReason.CART_EMPTY);
  }

  @Test // S1-07
  void checking_out_some_leaves_the_rest_in_the_cart() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 5);
    ProductId mouse = stocked("p3", 5);
    execute(ALICE, adding(3, laptop));
    execute(ALICE, adding(1, phones));
    execute(ALICE, adding(2, mouse));

    OrderView placed = execute(ALICE, checkingOut(pieces(1, phones), pieces(1, laptop)));

    assertThat(placed.order().lines()).hasSize(2);
    assertThat(alicesCart()).containsExactly(entry(laptop, 2), entry(mouse, 2));
    assertThat(stock(laptop).reserved()).isEqualTo(1);
    assertThat(stock(mouse).reserved()).isZero();
  }

  @Test // S1-07, T-08
  void what_the_cart_does_not_hold_is_not_checked_out() {
    ProductId laptop = stocked("p1", 9);
    ProductId phones = stocked("p2", 9);
    execute(ALICE, adding(3, laptop));

    refused(ALICE, checkingOut(pieces(4, laptop)), CartReason.NOT_IN_CART);
    refused(ALICE, checkingOut(pieces(2, laptop), pieces(2, laptop)), CartReason.NOT_IN_CART);
    refused(ALICE, checkingOut(pieces(1, phones)), CartReason.NOT_IN_CART);
    refused(ALICE, checkingOut(pieces(0, laptop)), SharedReason.QUANTITY_NOT_POSITIVE);
    refused(ALICE, checkingOut(), CartReason.CART_EMPTY);
    refused(
        ALICE,
        new CheckOut(Optional.empty(), Optional.of("express"), ANY_VERSION),
        OrderReason.UNKNOWN_LIFECYCLE);
  }

  @Test // S1-08, T-05
  void the_order_takes_the_prices_of_the_moment_of_checkout() {
    ProductId laptop = stocked("p1", 5);
    execute(ALICE, adding(1, laptop));
    work(
        work -> {
          work.products()
              .save(
                  work.products()
                      .get(laptop)
                      .orElseThrow()
                      .amend(
                          Optional.empty(),
                          Optional.of(Money.of("650", "USD")),
                          Optional.empty(),
                          work.stamp()));
          return true;
        });

    assertThat(execute(ALICE, checkingOutAll()).order().amounts().total())
        .isEqualTo(Money.of("650", "USD"));
  }

  @Test // S1-04, S1-02
  void a_cart_shows_todays_names_prices_stock_and_their_sum() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 7);
    execute(ALICE, adding(2, laptop));
    execute(ALICE, adding(1, phones));
    execute(BOB, ordering(pieces(3, phones)));

    CartView seen = views().carts().of(ALICE.userId());

    assertThat(seen.lines())
        .containsExactly(line(laptop, 2, "500", "1000", 5), line(phones, 1, "500", "500", 4));
    assertThat(seen.total()).contains(Money.of("1500", "USD"));
    assertThat(views().carts().of(BOB.userId()).total()).isEmpty();
  }

  private static CartView.Line line(
      ProductId product, int quantity, String price, String total, long available) {
    return new CartView.Line(
        product,
        "The " + product,
        quantity,
        Money.of(price, "USD"),
        Optional.of(Money.of(total, "USD")),
        available);
  }
}
