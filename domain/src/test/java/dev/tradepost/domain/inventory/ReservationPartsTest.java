package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.inventory.ReservationStatus.COMMITTED;
import static dev.tradepost.domain.inventory.ReservationStatus.FULFILLED;
import static dev.tradepost.domain.inventory.ReservationStatus.RELEASED;
import static dev.tradepost.domain.inventory.ReservationStatus.RESERVED;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reservation that leaves and is given back piece by piece, from several warehouses. */
class ReservationPartsTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final UserId ALICE = new UserId("alice");
  private static final StockId EAST = stock("p1", "east");
  private static final StockId WEST = stock("p1", "west");
  private static final StockId EAST_2 = stock("p2", "east");
  private static final StockId WEST_2 = stock("p2", "west");

  @Test // S2-10, S2-42, A61
  void all_of_a_new_reservation_is_open() {
    assertThat(reserved().open()).isEqualTo(Map.of(EAST, 3, WEST, 1, EAST_2, 2));
  }

  @Test // S2-10, S2-43, A61, T-11
  void some_pieces_of_a_product_leave_one_warehouse_and_the_rest_stays_promised() {
    Change<Reservation> shipped = committed().ship(Map.of(EAST, 2, WEST, 1));
    List<Reservation.Line> lines =
        List.of(
            new Reservation.Line(EAST, 3, 2, 0),
            new Reservation.Line(WEST, 1, 1, 0),
            new Reservation.Line(EAST_2, 2));
    assertThat(shipped.state().status()).isEqualTo(COMMITTED);
    assertThat(shipped.state().lines()).isEqualTo(lines);
    assertThat(shipped.state().open()).isEqualTo(Map.of(EAST, 1, EAST_2, 2));
    assertThat(shipped.state().version()).isEqualTo(committed().version() + 1);
    assertThat(shipped.events())
        .containsExactly(new ReservationEvent.Moved(ORDER, COMMITTED, COMMITTED, lines));
  }

  @Test // S2-71, T-10
  void some_pieces_are_given_back_and_the_rest_stays_promised() {
    Reservation less = reserved().release(Map.of(EAST, 1)).state();
    assertThat(less.status()).isEqualTo(RESERVED);
    assertThat(less.lines().get(0)).isEqualTo(new Reservation.Line(EAST, 3, 0, 1));
    assertThat(less.open()).isEqualTo(Map.of(EAST, 2, WEST, 1, EAST_2, 2));
  }

  @Test // S2-10, S2-42
  void a_reservation_of_which_anything_left_ends_as_fulfilled() {
    Reservation last =
        committed()
            .ship(Map.of(WEST, 1))
            .then(it -> it.release(Map.of(EAST, 3)))
            .then(it -> it.release(Map.of(EAST_2, 2)))
            .state();
    assertThat(last.status()).isEqualTo(FULFILLED);
    assertThat(last.open()).isEmpty();
    Reservation other =
        committed().release(Map.of(WEST, 1, EAST, 3)).then(it -> it.ship(it.open())).state();
    assertThat(other.status()).isEqualTo(FULFILLED);
  }

  @Test
  void an_unpaid_reservation_grows_by_larger_lines_and_new_ones() {
    Reservation less = reserved().release(Map.of(EAST, 2)).state();
    List<Reservation.Line> more =
        List.of(new Reservation.Line(EAST, 3), new Reservation.Line(WEST_2, 7));
    Change<Reservation> grown = less.grow(more);
    List<Reservation.Line> lines =
        List.of(
            new Reservation.Line(EAST, 4),
            new Reservation.Line(WEST, 1),
            new Reservation.Line(EAST_2, 2),
            new Reservation.Line(WEST_2, 7));
    assertThat(grown.state())
        .usingRecursiveComparison()
        .ignoringFields("lines", "version")
        .isEqualTo(less);
    assertThat(grown.state().lines()).isEqualTo(lines);
    assertThat(grown.state().version()).isEqualTo(less.version() + 1);
    assertThat(grown.events()).containsExactly(new ReservationEvent.Grown(ORDER, lines));
  }

  @Test
  void a_reservation_that_was_paid_or_has_ended_does_not_grow() {
    List<Reservation.Line> more = List.of(new Reservation.Line(EAST, 1));
    Reservation released = reserved().release(reserved().open()).state();
    for (Reservation it : List.of(committed(), released)) {
      assertThat(reasonOf(() -> it.grow(more))).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  @Test
  void what_is_promised_again_and_again_leaves_no_longer_and_longer_trail() {
    Reservation now = reserved();
    for (int round = 0; round < 9; round++) {
      now =
          now.grow(List.of(new Reservation.Line(EAST, Integer.MAX_VALUE - 3)))
              .then(it -> it.release(Map.of(EAST, Integer.MAX_VALUE - 3)))
              .state();
    }
    assertThat(now.open()).isEqualTo(reserved().open());
  }

  @Test // S2-71, T-10
  void a_reservation_of_which_nothing_left_ends_as_released() {
    for (Reservation from : List.of(reserved(), committed())) {
      Change<Reservation> some = from.release(Map.of(EAST, 2));
      assertThat(some.state().status()).isEqualTo(from.status());
      Reservation none = some.then(it -> it.release(it.open())).state();
      assertThat(none.status()).isEqualTo(RELEASED);
      assertThat(none.open()).isEmpty();
    }
  }

  @Test // S1-23, S2-09, A37
  void no_more_than_is_still_promised_leaves_or_is_given_back() {
    Reservation less = committed().ship(Map.of(EAST, 2)).state();
    for (Map<StockId, Integer> tooMany :
        List.of(
            Map.of(EAST, 2),
            Map.of(EAST, Integer.MAX_VALUE),
            Map.of(WEST, 1, EAST, 2),
            Map.of(stock("p3", "east"), 1),
            Map.of(stock("p2", "west"), 1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> less.ship(tooMany));
      assertThatIllegalArgumentException().isThrownBy(() -> less.release(tooMany));
    }
    assertThat(less.release(Map.of(EAST, 1)).state().open()).isEqualTo(Map.of(WEST, 1, EAST_2, 2));
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void a_negative_number_of_pieces_promises_nothing_more(int some) {
    Reservation partly = committed().ship(Map.of(EAST, 2)).state();
    assertThat(openAfter(() -> partly.ship(Map.of(EAST, some)), partly)).isEqualTo(partly.open());
    assertThat(openAfter(() -> partly.release(Map.of(EAST, some)), partly))
        .isEqualTo(partly.open());
  }

  private static Map<StockId, Integer> openAfter(
      Supplier<Change<Reservation>> verb, Reservation before) {
    try {
      return verb.get().state().open();
    } catch (RuntimeException refused) {
      return before.open();
    }
  }

  @Test // S2-10
  void two_lines_of_one_stock_are_used_up_one_after_the_other() {
    Reservation twice =
        Reservation.make(
                ORDER, ALICE, List.of(new Reservation.Line(EAST, 2), new Reservation.Line(EAST, 3)))
            .state();
    assertThat(twice.open()).isEqualTo(Map.of(EAST, 5));
    Reservation some = twice.ship(Map.of(EAST, 4)).state();
    assertThat(some.lines())
        .containsExactly(new Reservation.Line(EAST, 2, 2, 0), new Reservation.Line(EAST, 3, 2, 0));
    assertThat(some.release(Map.of(EAST, 1)).state().status()).isEqualTo(FULFILLED);
  }

  @Test // S1-23, S2-09, S2-10, A61
  void whatever_leaves_and_comes_back_adds_up_to_what_was_promised() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Reservation now = anyReservation(random);
      Map<StockId, Integer> promised = now.open();
      Map<StockId, Integer> gone = new HashMap<>();
      boolean left = false;
      while (!now.open().isEmpty()) {
        Map<StockId, Integer> some = anyOf(now.open(), random);
        boolean ships = random.nextBoolean();
        left |= ships;
        now = (ships ? now.ship(some) : now.release(some)).state();
        some.forEach((id, n) -> gone.merge(id, n, Integer::sum));
        Map<StockId, Integer> sum = new HashMap<>(gone);
        now.open().forEach((id, n) -> sum.merge(id, n, Integer::sum));
        assertThat(sum).as("seed %d", SEED).isEqualTo(promised);
      }
      assertThat(now.status()).as("seed %d", SEED).isEqualTo(left ? FULFILLED : RELEASED);
    }
  }

  private static Reservation anyReservation(Random random) {
    List<Reservation.Line> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      StockId id = stock("p" + random.nextInt(2), "w" + random.nextInt(2));
      lines.add(new Reservation.Line(id, 1 + random.nextInt(6)));
    }
    Change<Reservation> made = Reservation.make(ORDER, ALICE, lines);
    return (random.nextBoolean() ? made.then(Reservation::commit) : made).state();
  }

  private static Map<StockId, Integer> anyOf(Map<StockId, Integer> open, Random random) {
    List<StockId> ids = new ArrayList<>(open.keySet());
    Map<StockId, Integer> some = new HashMap<>();
    for (int i = 0; i <= random.nextInt(ids.size()); i++) {
      StockId id = ids.get(random.nextInt(ids.size()));
      some.put(id, 1 + random.nextInt(open.get(id)));
    }
    return some;
  }

  private static Reservation reserved() {
    return Reservation.make(
            ORDER,
            ALICE,
            List.of(
                new Reservation.Line(EAST, 3),
                new Reservation.Line(WEST, 1),
                new Reservation.Line(EAST_2, 2)))
        .state();
  }

  private static Reservation committed() {
    return reserved().commit().state();
  }

  private static StockId stock(String product, String warehouse) {
    return new StockId(new ProductId(product), new WarehouseId(warehouse));
  }
}
