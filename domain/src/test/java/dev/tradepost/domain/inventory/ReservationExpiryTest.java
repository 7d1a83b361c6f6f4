package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.inventory.ReservationStatus.COMMITTED;
import static dev.tradepost.domain.inventory.ReservationStatus.EXPIRED;
import static dev.tradepost.domain.inventory.ReservationStatus.RESERVED;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a reservation waits for a payment. */
class ReservationExpiryTest {
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final UserId ALICE = new UserId("alice");
  private static final StockId EAST = new StockId(new ProductId("p1"), new WarehouseId("east"));
  private static final StockId WEST = new StockId(new ProductId("p2"), new WarehouseId("west"));
  private static final List<Reservation.Line> LINES =
      List.of(new Reservation.Line(EAST, 2), new Reservation.Line(WEST, 1));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant END = minute(15);

  @Test // S2-51
  void a_reservation_says_until_when_it_waits() {
    Change<Reservation> made = Reservation.make(ORDER, ALICE, LINES, Optional.of(END));
    assertThat(made.state())
        .isEqualTo(new Reservation(ORDER, ALICE, LINES, RESERVED, Optional.of(END), false, 1));
    assertThat(made.events())
        .containsExactly(new ReservationEvent.Made(ORDER, LINES, Optional.of(END)));
  }

  @Test // S2-51, S2-54, A62
  void its_time_runs_out_at_the_very_moment_and_not_before() {
    assertThat(waiting().lapsed(NOON)).isFalse();
    assertThat(waiting().lapsed(END.minusNanos(1))).isFalse();
    assertThat(waiting().lapsed(END)).isTrue();
    assertThat(waiting().lapsed(END.plusSeconds(1))).isTrue();
  }

  @Test // S2-51
  void one_without_an_end_waits_as_long_as_it_takes() {
    Reservation patient = Reservation.make(ORDER, ALICE, LINES).state();
    assertThat(patient.lapsed(Instant.MAX)).isFalse();
    patient.requireActive(Instant.MAX);
    assertThatIllegalStateException().isThrownBy(() -> patient.expire(Instant.MAX));
  }

  @Test // T-01
  void a_reservation_paid_in_the_first_minute_is_still_there_in_the_sixteenth() {
    Change<Reservation> paid = waiting().commit();
    assertThat(paid.state().status()).isEqualTo(COMMITTED);
    assertThat(paid.state().expiresAt()).isEmpty();
    assertThat(paid.state().lapsed(minute(16))).isFalse();
    paid.state().requireActive(minute(16));
    assertThatIllegalStateException().isThrownBy(() -> paid.state().expire(minute(16)));
    assertThat(paid.state().open()).isEqualTo(Map.of(EAST, 2, WEST, 1));
  }

  @Test // T-01
  void a_committed_reservation_never_lapses_even_where_an_end_was_kept() {
    Reservation kept = new Reservation(ORDER, ALICE, LINES, COMMITTED, Optional.of(END), false, 2);
    assertThat(kept.lapsed(minute(16))).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> kept.expire(minute(16)));
  }

  @Test // S2-54, A62, A63, T-02
  void an_order_of_two_lines_has_one_reservation_which_ends_as_a_whole_and_once() {
    Change<Reservation> over = waiting().expire(END);
    List<Reservation.Line> back =
        List.of(new Reservation.Line(EAST, 2, 0, 2), new Reservation.Line(WEST, 1, 0, 1));
    assertThat(over.state())
        .isEqualTo(new Reservation(ORDER, ALICE, back, EXPIRED, Optional.of(END), false, 2));
    assertThat(over.state().open()).isEmpty();
    assertThat(over.events())
        .containsExactly(new ReservationEvent.Moved(ORDER, RESERVED, EXPIRED, back));
    assertThat(over.state().lapsed(minute(16))).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> over.state().expire(minute(16)));
  }

  @Test // S2-54, A37
  void an_expired_reservation_is_neither_paid_nor_sent_nor_given_back_again() {
    Reservation over = waiting().expire(END).state();
    assertThat(reasonOf(over::commit)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> over.extend(minute(30))))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> over.release(over.open())))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> over.ship(over.open())))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S2-54, A37
  void what_was_given_back_before_is_not_given_back_again_when_it_expires() {
    Reservation less = waiting().release(Map.of(EAST, 1)).state();
    Reservation over = less.expire(END).state();
    assertThat(over.lines())
        .containsExactly(new Reservation.Line(EAST, 2, 0, 2), new Reservation.Line(WEST, 1, 0, 1));
  }

  @Test
  void a_reservation_does_not_expire_before_its_time() {
    assertThatIllegalStateException().isThrownBy(() -> waiting().expire(END.minusNanos(1)));
  }

  @Test // A62
  void only_a_reservation_whose_time_has_not_run_out_can_be_paid() {
    waiting().requireActive(END.minusNanos(1));
    assertThat(reasonOf(() -> waiting().requireActive(END)))
        .isEqualTo(InventoryReason.RESERVATION_EXPIRED);
    Reservation over = waiting().expire(END).state();
    assertThat(reasonOf(() -> over.requireActive(END)))
        .isEqualTo(InventoryReason.RESERVATION_EXPIRED);
  }

  @Test // S2-51
  void a_payment_that_has_begun_gets_more_time() {
    Change<Reservation> longer = waiting().extend(minute(20));
    assertThat(longer.state())
        .isEqualTo(
            new Reservation(ORDER, ALICE, LINES, RESERVED, Optional.of(minute(20)), true, 2));
    assertThat(longer.events())
        .containsExactly(new ReservationEvent.Moved(ORDER, RESERVED, RESERVED, LINES));
    assertThat(longer.state().lapsed(END)).isFalse();
    assertThat(longer.state().lapsed(minute(20))).isTrue();
  }

  @Test // S2-51
  void more_time_is_never_less_time() {
    Reservation same = waiting().extend(minute(5)).state();
    assertThat(same.expiresAt()).contains(END);
    assertThat(same.extended()).isTrue();
    assertThat(waiting().extend(END).state().expiresAt()).contains(END);
  }

  @Test
  void one_without_an_end_gets_none_by_an_extension() {
    Reservation patient = Reservation.make(ORDER, ALICE, LINES).state().extend(END).state();
    assertThat(patient.expiresAt()).isEmpty();
    assertThat(patient.extended()).isTrue();
  }

  @Test // S2-51
  void the_end_and_the_extension_are_kept_while_parts_leave() {
    Reservation less = waiting().extend(minute(20)).state().release(Map.of(EAST, 1)).state();
    assertThat(less.expiresAt()).contains(minute(20));
    assertThat(less.extended()).isTrue();
    assertThat(less.commit().state().extended()).isTrue();
  }

  private static Reservation waiting() {
    return Reservation.make(ORDER, ALICE, LINES, Optional.of(END)).state();
  }

  private static Instant minute(int n) {
    return NOON.plus(Duration.ofMinutes(n));
  }

  @Test // S2-54
  void one_that_is_kept_waits_as_long_as_it_takes_and_is_still_only_a_promise() {
    Reservation kept = waiting().keep().state();
    assertThat(kept.expiresAt()).isEmpty();
    assertThat(kept.status()).isEqualTo(ReservationStatus.RESERVED);
    assertThat(kept.lapsed(END.plusSeconds(1_000_000))).isFalse();
    assertThat(kept.open()).isEqualTo(waiting().open());
    assertThat(reasonOf(() -> waiting().commit().state().keep()))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }
}
