package dev.tradepost.domain.cart;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartTest {
  private static final UserId ALICE = new UserId("alice");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Stamp LATER = new Stamp(NOON.plusSeconds(60), ALICE);
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final ProductId MUG = new ProductId("p2");
  private static final long PLENTY = 1_000;

  @Test
  void the_cart_of_a_user_who_never_had_one_is_empty() {
    Cart cart = Cart.empty(ALICE, NOON);
    assertThat(cart).isEqualTo(new Cart(ALICE, Map.of(), NOON, 0));
    assertThat(cart.quantityOf(LAPTOP)).isZero();
    assertThat(cart.aggregateId()).isEqualTo("alice");
    assertThat(cart.owner()).contains(ALICE);
  }

  @Test // S1-04
  void an_item_is_added() {
    Change<Cart> change = Cart.empty(ALICE, NOON).add(LAPTOP, 2, PLENTY, LATER);
    assertThat(change.state()).isEqualTo(new Cart(ALICE, Map.of(LAPTOP, 2), LATER.at(), 1));
    assertThat(change.events()).containsExactly(new CartEvent.ItemSet(ALICE, LAPTOP, 2));
  }

  @Test // S1-04
  void adding_the_same_item_again_adds_to_what_is_there() {
    Change<Cart> change = aCart().add(LAPTOP, 3, PLENTY, LATER);
    assertThat(change.state().quantityOf(LAPTOP)).isEqualTo(5);
    assertThat(change.state().quantityOf(MUG)).isEqualTo(1);
    assertThat(change.events()).containsExactly(new CartEvent.ItemSet(ALICE, LAPTOP, 5));
  }

  @Test // S1-03
  void no_more_than_is_available_can_be_added() {
    assertThat(aCart().add(LAPTOP, 3, 5, LATER).state().quantityOf(LAPTOP)).isEqualTo(5);
    Rejection refusal = refusalOf(() -> aCart().add(LAPTOP, 4, 5, LATER));
    assertThat(refusal.reason()).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(refusal.detail()).isEqualTo("6 of product p1 were asked for, 5 are available");
  }

  @Test // S1-03
  void a_sum_past_the_range_of_an_int_is_never_wrapped_below_what_is_available() {
    Cart full = aCart().set(LAPTOP, Integer.MAX_VALUE, Integer.MAX_VALUE, LATER).state();
    assertThat(reasonOf(() -> full.add(LAPTOP, 1, Integer.MAX_VALUE, LATER)))
        .isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(reasonOf(() -> full.add(LAPTOP, Integer.MAX_VALUE, Integer.MAX_VALUE, LATER)))
        .isEqualTo(SharedReason.INSUFFICIENT_STOCK);
  }

  @Test // S1-03, S0-40
  void a_sum_past_the_range_of_an_int_is_refused_also_where_more_is_available() {
    Cart full = aCart().set(LAPTOP, Integer.MAX_VALUE, Long.MAX_VALUE, LATER).state();
    refusalOf(() -> full.add(LAPTOP, 1, Long.MAX_VALUE, LATER));
  }

  @Test // S1-05
  void a_quantity_is_set() {
    Change<Cart> change = aCart().set(LAPTOP, 7, 7, LATER);
    assertThat(change.state().quantityOf(LAPTOP)).isEqualTo(7);
    assertThat(change.state().version()).isEqualTo(aCart().version() + 1);
    assertThat(change.events()).containsExactly(new CartEvent.ItemSet(ALICE, LAPTOP, 7));
  }

  @Test // S1-03, S1-05
  void no_quantity_above_what_is_available_can_be_set() {
    assertThat(reasonOf(() -> aCart().set(LAPTOP, 8, 7, LATER)))
        .isEqualTo(SharedReason.INSUFFICIENT_STOCK);
  }

  @Test // S1-05
  void only_what_is_in_the_cart_has_a_quantity_to_set() {
    Cart empty = Cart.empty(ALICE, NOON);
    assertThat(reasonOf(() -> empty.set(LAPTOP, 1, PLENTY, LATER)))
        .isEqualTo(CartReason.NOT_IN_CART);
  }

  @ParameterizedTest // S0-18, S0-35, T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_quantity_below_one_is_refused_everywhere(int quantity) {
    Cart cart = aCart();
    assertThat(reasonOf(() -> cart.add(LAPTOP, quantity, PLENTY, LATER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> cart.set(LAPTOP, quantity, PLENTY, LATER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> cart.checkOut(Map.of(LAPTOP, quantity), LATER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @Test // S1-06
  void an_item_is_removed() {
    Change<Cart> change = aCart().remove(LAPTOP, LATER);
    assertThat(change.state().items()).containsOnlyKeys(MUG);
    assertThat(change.state().version()).isEqualTo(aCart().version() + 1);
    assertThat(change.state().updatedAt()).isEqualTo(LATER.at());
    assertThat(change.events()).containsExactly(new CartEvent.ItemSet(ALICE, LAPTOP, 0));
  }

  @Test // S1-06
  void an_item_that_is_not_there_cannot_be_removed() {
    Cart without = aCart().remove(LAPTOP, LATER).state();
    Rejection refusal = refusalOf(() -> without.remove(LAPTOP, LATER));
    assertThat(refusal.reason()).isEqualTo(CartReason.NOT_IN_CART);
    assertThat(refusal.detail()).isEqualTo("the cart holds 0 of product p1, not 1");
  }

  @Test // S1-07
  void a_part_of_the_cart_is_checked_out_and_the_rest_stays() {
    Change<Cart> change = aCart().checkOut(Map.of(LAPTOP, 1), LATER);
    assertThat(change.state().items()).isEqualTo(Map.of(LAPTOP, 1, MUG, 1));
    assertThat(change.state().version()).isEqualTo(aCart().version() + 1);
    assertThat(change.events()).containsExactly(new CartEvent.CheckedOut(ALICE, Map.of(LAPTOP, 1)));
  }

  @Test // S1-07
  void a_cart_that_is_checked_out_whole_is_empty() {
    assertThat(aCart().checkOut(Map.of(LAPTOP, 2, MUG, 1), LATER).state().items()).isEmpty();
  }

  @Test // S1-07
  void what_the_cart_does_not_hold_cannot_be_checked_out() {
    assertThat(reasonOf(() -> aCart().checkOut(Map.of(LAPTOP, 3), LATER)))
        .isEqualTo(CartReason.NOT_IN_CART);
    assertThat(reasonOf(() -> aCart().checkOut(Map.of(new ProductId("p3"), 1), LATER)))
        .isEqualTo(CartReason.NOT_IN_CART);
  }

  @Test // S0-36, S1-07
  void nothing_cannot_be_checked_out() {
    assertThat(reasonOf(() -> aCart().checkOut(Map.of(), LATER))).isEqualTo(CartReason.CART_EMPTY);
  }

  @Test
  void a_cart_holds_at_most_two_hundred_products() {
    Cart full = Cart.empty(ALICE, NOON);
    for (int i = 0; i < 200; i++) {
      full = full.add(new ProductId("q" + i), 1, PLENTY, LATER).state();
    }
    Cart cart = full;
    assertThat(reasonOf(() -> cart.add(LAPTOP, 1, PLENTY, LATER)))
        .isEqualTo(CartReason.CART_TOO_LARGE);
    assertThat(cart.add(new ProductId("q7"), 1, PLENTY, LATER).state().items()).hasSize(200);
  }

  @Test
  void items_stay_in_the_order_they_were_added() {
    Cart cart = Cart.empty(ALICE, NOON);
    for (String id : "z y a m b x".split(" ")) {
      cart = cart.add(new ProductId(id), 1, PLENTY, LATER).state();
    }
    cart = cart.set(new ProductId("a"), 9, PLENTY, LATER).state();
    assertThat(cart.items().keySet())
        .extracting(ProductId::value)
        .containsExactly("z", "y", "a", "m", "b", "x");
  }

  @Test // S0-05
  void a_cart_does_not_change() {
    Cart cart = aCart();
    cart.add(LAPTOP, 5, PLENTY, LATER);
    cart.remove(MUG, LATER);
    assertThat(cart).isEqualTo(aCart());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> cart.items().clear());
  }

  /** Two laptops and a mug. */
  private static Cart aCart() {
    Stamp stamp = new Stamp(NOON, ALICE);
    return Cart.empty(ALICE, NOON)
        .add(LAPTOP, 2, PLENTY, stamp)
        .then(it -> it.add(MUG, 1, PLENTY, stamp))
        .state();
  }
}
