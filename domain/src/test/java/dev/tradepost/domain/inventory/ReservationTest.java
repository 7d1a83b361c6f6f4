package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.inventory.ReservationStatus.COMMITTED;
import static dev.tradepost.domain.inventory.ReservationStatus.FULFILLED;
import static dev.tradepost.domain.inventory.ReservationStatus.RELEASED;
import static dev.tradepost.domain.inventory.ReservationStatus.RESERVED;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservationTest {
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final UserId ALICE = new UserId("alice");
  private static final StockId EAST = new StockId(new ProductId("p1"), new WarehouseId("east"));
  private static final List<Reservation.Line> LINES = List.of(new Reservation.Line(EAST, 2));
  private static final List<Reservation.Line> SHIPPED =
      List.of(new Reservation.Line(EAST, 2, 2, 0));
  private static final List<Reservation.Line> GIVEN_BACK =
      List.of(new Reservation.Line(EAST, 2, 0, 2));
  private static final Map<StockId, Integer> ALL = Map.of(EAST, 2);

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          RESERVED   COMMIT   COMMITTED
          RESERVED   EXTEND   RESERVED
          RESERVED   GROW     RESERVED
          RESERVED   REDUCE   RESERVED
          RESERVED   FULFIL   FULFILLED
          RESERVED   RELEASE  RELEASED
          RESERVED   EXPIRE   EXPIRED
          COMMITTED  REDUCE   COMMITTED
          COMMITTED  FULFIL   FULFILLED
          COMMITTED  RELEASE  RELEASED
          """);

  static Stream<Pair<ReservationStatus, ReservationAction>> pairs() {
    return LifecycleTable.pairs(Reservation.LIFECYCLE, ReservationAction.values());
  }

  @ParameterizedTest // A54, S2-42, T-01
  @MethodSource("pairs")
  void a_reservation_moves_only_as_its_table_says(Pair<ReservationStatus, ReservationAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Reservation.LIFECYCLE.states())
        .containsExactlyInAnyOrder(ReservationStatus.values());
  }

  @Test // S1-09, S2-42
  void a_reservation_is_made_for_an_order() {
    Change<Reservation> made = Reservation.make(ORDER, ALICE, LINES);
    assertThat(made.state())
        .isEqualTo(new Reservation(ORDER, ALICE, LINES, RESERVED, Optional.empty(), false, 1));
    assertThat(made.events())
        .containsExactly(new ReservationEvent.Made(ORDER, LINES, Optional.empty()));
    assertThat(made.state().aggregateId()).isEqualTo(ORDER.toString());
    assertThat(made.state().owner()).contains(ALICE);
  }

  @Test // S2-42, T-01
  void a_paid_reservation_is_committed_then_fulfilled() {
    checkMove(Reservation::commit, in(RESERVED), COMMITTED, LINES);
    checkMove(it -> it.ship(ALL), in(COMMITTED), FULFILLED, SHIPPED);
    checkMove(it -> it.ship(ALL), in(RESERVED), FULFILLED, SHIPPED);
  }

  @Test // S1-18, S2-71, T-10
  void a_reservation_is_released_paid_or_not() {
    checkMove(it -> it.release(ALL), in(RESERVED), RELEASED, GIVEN_BACK);
    checkMove(it -> it.release(ALL), in(COMMITTED), RELEASED, GIVEN_BACK);
  }

  @Test // S1-18, A37
  void stock_is_given_back_only_once() {
    assertThat(reasonOf(() -> in(RELEASED).release(ALL)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> in(FULFILLED).release(ALL)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> in(COMMITTED).commit()))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> in(RELEASED).ship(ALL)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S1-18, A37, T-02
  void what_is_left_of_an_ended_reservation_is_nothing_and_cannot_be_given_back_again() {
    Reservation released = in(COMMITTED).release(ALL).state();
    Reservation fulfilled = in(COMMITTED).ship(ALL).state();
    for (Reservation ended : List.of(released, fulfilled)) {
      assertThat(ended.open()).isEmpty();
      assertThat(reasonOf(() -> ended.release(ended.open())))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(reasonOf(() -> ended.ship(ended.open())))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(reasonOf(ended::commit)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThatIllegalArgumentException().isThrownBy(() -> ended.release(ALL));
      assertThatIllegalArgumentException().isThrownBy(() -> ended.ship(ALL));
    }
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {0, -1})
  void a_line_holds_at_least_one_piece(int quantity) {
    assertThat(reasonOf(() -> new Reservation.Line(EAST, quantity)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThatNullPointerException().isThrownBy(() -> new Reservation.Line(null, 1));
  }

  @ParameterizedTest // T-09
  @CsvSource({"-1, 0", "0, -1", "3, 0", "0, 3", "1, 2", "2147483647, 2147483647"})
  void no_line_says_that_more_has_gone_than_was_promised(int shipped, int released) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservation.Line(EAST, 2, shipped, released));
  }

  @Test
  void the_lines_of_a_reservation_do_not_change() {
    List<Reservation.Line> lines = new ArrayList<>(LINES);
    Reservation reservation = Reservation.make(ORDER, ALICE, lines).state();
    lines.clear();
    assertThat(reservation.lines()).isEqualTo(LINES);
  }

  @Test
  void the_lines_of_the_events_do_not_change() {
    List<Reservation.Line> lines = new ArrayList<>(LINES);
    Change<Reservation> made = Reservation.make(ORDER, ALICE, lines);
    ReservationEvent.Moved moved = new ReservationEvent.Moved(ORDER, RESERVED, COMMITTED, lines);
    lines.clear();
    assertThat(made.events())
        .containsExactly(new ReservationEvent.Made(ORDER, LINES, Optional.empty()));
    assertThat(moved.lines()).isEqualTo(LINES);
  }

  private static void checkMove(
      Function<Reservation, Change<Reservation>> verb,
      Reservation from,
      ReservationStatus to,
      List<Reservation.Line> lines) {
    Change<Reservation> change = verb.apply(from);
    assertThat(change.state())
        .isEqualTo(
            new Reservation(ORDER, ALICE, lines, to, Optional.empty(), false, from.version() + 1));
    assertThat(change.events())
        .containsExactly(new ReservationEvent.Moved(ORDER, from.status(), to, lines));
  }

  private static Reservation in(ReservationStatus status) {
    return new Reservation(ORDER, ALICE, LINES, status, Optional.empty(), false, 1);
  }
}
