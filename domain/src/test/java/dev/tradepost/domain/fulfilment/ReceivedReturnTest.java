package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.fulfilment.ReturnStatus.APPROVED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.RECEIVED;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of three laptops and a mouse that were to come back. */
class ReceivedReturnTest {
  private static final ReturnId ID = new ReturnId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));
  private static final UserId ALICE = new UserId("alice");
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final ProductId MOUSE = new ProductId("p2");
  private static final Stamp NOON = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);
  private static final Map<ProductId, Integer> ALL = Map.of(LAPTOP, 3, MOUSE, 1);

  @Test // S2-05, A66
  void all_of_it_came_and_can_be_sold_again() {
    Change<Return> received = approved().receive(ALL, ALL, NOON);
    List<Return.Item> items = List.of(item(LAPTOP, 3, 3, 3), item(MOUSE, 1, 1, 1));
    assertThat(received.state().status()).isEqualTo(RECEIVED);
    assertThat(received.state().items()).isEqualTo(items);
    assertThat(received.state().refunded()).isEmpty();
    assertThat(received.state().version()).isEqualTo(3);
    assertThat(received.events())
        .containsExactly(new ReturnEvent.StatusChanged(ID, ORDER, APPROVED, RECEIVED, items));
  }

  @Test // S2-05, A66, T-14
  void some_of_it_came_and_some_of_that_is_damaged() {
    Return received = approved().receive(Map.of(LAPTOP, 2), Map.of(LAPTOP, 1), NOON).state();
    assertThat(received.items()).containsExactly(item(LAPTOP, 3, 2, 1), item(MOUSE, 1, 0, 0));
  }

  @Test // A66
  void all_of_it_came_and_nothing_can_be_sold_again() {
    Return received = approved().receive(ALL, Map.of(), NOON).state();
    assertThat(received.items()).containsExactly(item(LAPTOP, 3, 3, 0), item(MOUSE, 1, 1, 0));
    assertThat(received.pieces()).isEqualTo(ALL);
  }

  @Test // A68, T-14
  void a_return_is_about_what_is_to_come_and_then_about_what_came() {
    assertThat(requested().pieces()).isEqualTo(ALL);
    assertThat(approved().pieces()).isEqualTo(ALL);
    Return received = approved().receive(Map.of(LAPTOP, 2), Map.of(), NOON).state();
    assertThat(received.pieces()).isEqualTo(Map.of(LAPTOP, 2));
    Return refunded = received.refund(Money.of("10", "USD"), NOON).state();
    assertThat(refunded.pieces()).isEqualTo(Map.of(LAPTOP, 2));
    assertThat(refunded.items()).isEqualTo(received.items());
  }

  @Test
  void an_empty_parcel_is_about_nothing() {
    Return received = approved().receive(Map.of(), Map.of(), NOON).state();
    assertThat(received.status()).isEqualTo(RECEIVED);
    assertThat(received.pieces()).isEmpty();
    Return zero = approved().receive(Map.of(LAPTOP, 0), Map.of(), NOON).state();
    assertThat(zero.pieces()).isEmpty();
    assertThat(zero.items()).isEqualTo(received.items());
  }

  @Test // A70
  void what_is_not_in_a_return_cannot_come_with_it() {
    Map<ProductId, Integer> chair = Map.of(new ProductId("p3"), 1);
    Rejection refusal = refusalOf(() -> approved().receive(chair, chair, NOON));
    assertThat(refusal.reason()).isEqualTo(FulfilmentReason.NOT_IN_RETURN);
    assertThat(refusal.field()).contains("items");
  }

  @Test // A70
  void no_more_comes_back_than_was_to_come() {
    Map<ProductId, Integer> four = Map.of(LAPTOP, 4);
    Rejection refusal = refusalOf(() -> approved().receive(four, Map.of(), NOON));
    assertThat(refusal.reason()).isEqualTo(FulfilmentReason.MORE_THAN_RETURNED);
    assertThat(refusal.detail()).isEqualTo("3 of product p1 were to come, not 4");
    assertThat(refusal.field()).contains("items");
  }

  @Test
  void a_return_is_received_only_once() {
    Return received = approved().receive(Map.of(LAPTOP, 2), Map.of(), NOON).state();
    Map<ProductId, Integer> last = Map.of(LAPTOP, 1);
    assertThat(reasonOf(() -> received.receive(last, last, NOON)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // A54
  void a_return_that_cannot_be_received_says_so_before_it_looks_into_the_parcel() {
    Map<ProductId, Integer> wrong = Map.of(LAPTOP, 99);
    assertThat(reasonOf(() -> requested().receive(wrong, Map.of(), NOON)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @ParameterizedTest // A66, T-09
  @CsvSource({"-1, 0", "4, 0", "2, 3", "2, -1", "0, 1"})
  void no_more_is_restocked_than_came_and_no_more_came_than_was_to(int came, int restocked) {
    assertThatIllegalArgumentException().isThrownBy(() -> item(LAPTOP, 3, came, restocked));
  }

  @Test // A66, T-09
  void nothing_is_restocked_before_it_came() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Return.Item(LAPTOP, 3, Optional.empty(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> approved().receive(Map.of(LAPTOP, 1), Map.of(LAPTOP, 2), NOON));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> approved().receive(Map.of(LAPTOP, -1), Map.of(), NOON));
  }

  private static Return.Item item(ProductId product, int quantity, int came, int restocked) {
    return new Return.Item(product, quantity, Optional.of(came), restocked);
  }

  private static Return requested() {
    Map<ProductId, Integer> pieces = new LinkedHashMap<>();
    pieces.put(LAPTOP, 3);
    pieces.put(MOUSE, 1);
    return Return.request(ID, ORDER, ALICE, pieces, "Too loud", NOON).state();
  }

  private static Return approved() {
    return requested().approve(NOON).state();
  }
}
