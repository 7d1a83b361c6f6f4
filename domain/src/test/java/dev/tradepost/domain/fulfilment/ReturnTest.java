package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.fulfilment.ReturnStatus.APPROVED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.RECEIVED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.REFUNDED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.REJECTED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.REQUESTED;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTest {
  private static final ReturnId ID = new ReturnId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));
  private static final UserId ALICE = new UserId("alice");
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final ProductId MOUSE = new ProductId("p2");
  private static final String WHY = "Too loud";
  private static final List<Return.Item> ITEMS =
      List.of(new Return.Item(LAPTOP, 3), new Return.Item(MOUSE, 1));
  private static final Stamp NOON = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);
  private static final Stamp LATER = new Stamp(Instant.parse("2026-03-02T12:00:00Z"), ALICE);
  private static final Money MONEY = Money.of("29.43", "USD");

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          REQUESTED  APPROVE  APPROVED
          REQUESTED  REJECT   REJECTED
          APPROVED   RECEIVE  RECEIVED
          APPROVED   REFUND   REFUNDED
          RECEIVED   REFUND   REFUNDED
          """);

  static Stream<Pair<ReturnStatus, ReturnAction>> pairs() {
    return LifecycleTable.pairs(Return.LIFECYCLE, ReturnAction.values());
  }

  @ParameterizedTest // A54, S2-05, S2-31, S2-32, S2-34, T-15
  @MethodSource("pairs")
  void a_return_moves_only_as_its_table_says(Pair<ReturnStatus, ReturnAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Return.LIFECYCLE.states()).containsExactlyInAnyOrder(ReturnStatus.values());
  }

  @Test // S2-05, S2-30, T-14, T-15
  void a_return_is_asked_for_some_pieces_of_an_order() {
    Change<Return> asked = request();
    assertThat(asked.state())
        .isEqualTo(
            new Return(
                ID,
                ORDER,
                ALICE,
                ITEMS,
                WHY,
                REQUESTED,
                Optional.empty(),
                NOON.at(),
                NOON.at(),
                1));
    assertThat(asked.events()).containsExactly(new ReturnEvent.Requested(ID, ORDER, ITEMS, WHY));
    assertThat(asked.state().aggregateId()).isEqualTo(ID.toString());
    assertThat(asked.state().owner()).contains(ALICE);
  }

  @Test
  void a_return_of_nothing_is_refused() {
    Rejection refusal = refusalOf(() -> Return.request(ID, ORDER, ALICE, Map.of(), WHY, NOON));
    assertThat(refusal.reason()).isEqualTo(FulfilmentReason.RETURN_EMPTY);
    assertThat(refusal.field()).contains("items");
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_return_is_of_at_least_one_piece_of_a_product(int quantity) {
    assertThat(
            reasonOf(() -> Return.request(ID, ORDER, ALICE, Map.of(LAPTOP, quantity), WHY, NOON)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThatNullPointerException().isThrownBy(() -> new Return.Item(null, 1));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a\nb"})
  void a_return_has_a_readable_reason(String reason) {
    Rejection refusal =
        refusalOf(() -> Return.request(ID, ORDER, ALICE, Map.of(LAPTOP, 1), reason, NOON));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.field()).contains("reason");
  }

  @Test
  void a_reason_has_at_most_five_hundred_characters() {
    Map<ProductId, Integer> one = Map.of(LAPTOP, 1);
    Return.request(ID, ORDER, ALICE, one, "x".repeat(500), NOON);
    assertThat(reasonOf(() -> Return.request(ID, ORDER, ALICE, one, "x".repeat(501), NOON)))
        .isEqualTo(SharedReason.UNREADABLE_TEXT);
  }

  @Test // S2-31
  void the_shop_takes_it_back() {
    checkMove(request().state().approve(LATER), REQUESTED, APPROVED);
  }

  @Test // S2-34, A71
  void the_shop_does_not_take_it_back() {
    Change<Return> rejected = request().state().reject(LATER);
    checkMove(rejected, REQUESTED, REJECTED);
    Return over = rejected.state();
    assertThat(reasonOf(() -> over.approve(LATER))).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> over.receive(Map.of(), Map.of(), LATER)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> over.refund(MONEY, LATER)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @ParameterizedTest // A71
  @EnumSource(ReturnStatus.class)
  void every_return_counts_that_was_not_rejected(ReturnStatus status) {
    Return it = request().state();
    Return there =
        new Return(ID, ORDER, ALICE, ITEMS, WHY, status, it.refunded(), NOON.at(), NOON.at(), 1);
    assertThat(there.counts()).isEqualTo(status != REJECTED);
  }

  @Test // S2-32, T-14
  void what_was_given_back_for_a_return_is_kept() {
    Change<Return> refunded = approved().refund(MONEY, LATER);
    assertThat(refunded.state().status()).isEqualTo(REFUNDED);
    assertThat(refunded.state().refunded()).contains(MONEY);
    assertThat(refunded.state().items()).isEqualTo(ITEMS);
    assertThat(refunded.events())
        .containsExactly(new ReturnEvent.StatusChanged(ID, ORDER, APPROVED, REFUNDED, ITEMS));
  }

  @Test // S2-32, A72, T-14
  void a_return_is_repaid_only_once() {
    Return refunded = approved().refund(MONEY, LATER).state();
    assertThat(reasonOf(() -> refunded.refund(MONEY, LATER)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(refunded.refunded()).contains(MONEY);
  }

  @Test
  void a_return_can_be_repaid_with_nothing() {
    Money nothing = Money.of("0", "USD");
    Return received = approved().receive(Map.of(), Map.of(), LATER).state();
    assertThat(received.refund(nothing, LATER).state().refunded()).contains(nothing);
  }

  @Test
  void a_return_that_was_not_decided_is_neither_received_nor_repaid() {
    assertThat(reasonOf(() -> request().state().receive(Map.of(), Map.of(), LATER)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> request().state().refund(MONEY, LATER)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // T-15
  void two_returns_of_one_order_go_their_own_ways() {
    ReturnId second = new ReturnId(new UUID(0, 9));
    Return other = Return.request(second, ORDER, ALICE, Map.of(LAPTOP, 1), WHY, NOON).state();
    Return repaid = approved().refund(MONEY, LATER).state();
    Return rejected = other.reject(LATER).state();
    assertThat(repaid.status()).isEqualTo(REFUNDED);
    assertThat(rejected.status()).isEqualTo(REJECTED);
    assertThat(rejected.refunded()).isEmpty();
  }

  @Test
  void the_items_of_a_return_and_of_its_events_do_not_change() {
    List<Return.Item> items = new ArrayList<>(ITEMS);
    Return it =
        new Return(
            ID, ORDER, ALICE, items, WHY, RECEIVED, Optional.empty(), NOON.at(), NOON.at(), 1);
    ReturnEvent.Requested asked = new ReturnEvent.Requested(ID, ORDER, items, WHY);
    ReturnEvent.StatusChanged moved =
        new ReturnEvent.StatusChanged(ID, ORDER, REQUESTED, APPROVED, items);
    items.clear();
    assertThat(it.items()).isEqualTo(ITEMS);
    assertThat(asked.items()).isEqualTo(ITEMS);
    assertThat(moved.items()).isEqualTo(ITEMS);
  }

  private static void checkMove(Change<Return> change, ReturnStatus from, ReturnStatus to) {
    assertThat(change.state())
        .isEqualTo(
            new Return(
                ID, ORDER, ALICE, ITEMS, WHY, to, Optional.empty(), NOON.at(), LATER.at(), 2));
    assertThat(change.events())
        .containsExactly(new ReturnEvent.StatusChanged(ID, ORDER, from, to, ITEMS));
  }

  private static Change<Return> request() {
    Map<ProductId, Integer> pieces = new LinkedHashMap<>();
    pieces.put(LAPTOP, 3);
    pieces.put(MOUSE, 1);
    return Return.request(ID, ORDER, ALICE, pieces, WHY, NOON);
  }

  private static Return approved() {
    return request().state().approve(LATER).state();
  }
}
