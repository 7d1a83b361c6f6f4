package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planned shipment that is called off in whole or in part. */
class ShipmentPartsTest {
  private static final ShipmentId ID = new ShipmentId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));
  private static final UserId ALICE = new UserId("alice");
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final ProductId MOUSE = new ProductId("p2");
  private static final ProductId CHAIR = new ProductId("p3");
  private static final Optional<String> NUMBER = Optional.of("TRACK-1");
  private static final List<Shipment.Item> ITEMS =
      List.of(new Shipment.Item(LAPTOP, 3), new Shipment.Item(MOUSE, 1));
  private static final Stamp NOON = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);

  @Test // T-11
  void a_shipment_says_how_many_pieces_of_a_product_are_in_it() {
    assertThat(planned().quantityOf(LAPTOP)).isEqualTo(3);
    assertThat(planned().quantityOf(MOUSE)).isEqualTo(1);
    assertThat(planned().quantityOf(CHAIR)).isZero();
  }

  @Test // S2-71
  void a_planned_shipment_is_called_off() {
    Change<Shipment> cancelled = planned().cancel();
    assertThat(cancelled.state().status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(cancelled.state().version()).isEqualTo(2);
    assertThat(cancelled.state().shippedAt()).isEmpty();
    assertThat(cancelled.state().deliveredAt()).isEmpty();
    assertThat(cancelled.state())
        .usingRecursiveComparison()
        .ignoringFields("status", "version")
        .isEqualTo(planned());
    assertThat(cancelled.events())
        .containsExactly(
            new ShipmentEvent.StatusChanged(
                ID, ORDER, ShipmentStatus.PENDING, ShipmentStatus.CANCELLED, NUMBER, ITEMS));
    assertThat(reasonOf(() -> cancelled.state().ship(NOON)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S1-17
  void what_has_left_is_not_called_off_any_more() {
    Shipment shipped = planned().ship(NOON).state();
    Shipment delivered = shipped.deliver(NOON).state();
    for (Shipment gone : List.of(shipped, delivered)) {
      assertThat(reasonOf(gone::cancel)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(reasonOf(() -> gone.reduce(LAPTOP, 1)))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(reasonOf(() -> gone.reduce(LAPTOP, 3)))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  @Test // S2-10, T-11
  void a_shipment_shrinks_by_some_pieces() {
    Change<Shipment> less = planned().reduce(LAPTOP, 2);
    List<Shipment.Item> left = List.of(new Shipment.Item(LAPTOP, 1), new Shipment.Item(MOUSE, 1));
    assertThat(less.state().status()).isEqualTo(ShipmentStatus.PENDING);
    assertThat(less.state().items()).isEqualTo(left);
    assertThat(less.state().version()).isEqualTo(2);
    assertThat(less.events())
        .containsExactly(
            new ShipmentEvent.StatusChanged(
                ID, ORDER, ShipmentStatus.PENDING, ShipmentStatus.PENDING, NUMBER, left));
  }

  @Test // S2-10, T-11
  void a_product_of_which_nothing_is_left_is_no_longer_in_it() {
    Shipment less = planned().reduce(LAPTOP, 3).state();
    assertThat(less.items()).containsExactly(new Shipment.Item(MOUSE, 1));
    assertThat(less.quantityOf(LAPTOP)).isZero();
    assertThat(less.ship(NOON).state().status()).isEqualTo(ShipmentStatus.SHIPPED);
  }

  @Test // S2-71
  void a_shipment_of_which_nothing_is_left_is_called_off() {
    Change<Shipment> none = planned().reduce(LAPTOP, 3).then(it -> it.reduce(MOUSE, 1));
    assertThat(none.state().status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(none.events()).hasSize(2);
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_shipment_never_grows_by_being_reduced(int pieces) {
    assertThat(reasonOf(() -> planned().reduce(LAPTOP, pieces)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @Test
  void no_more_is_taken_out_of_a_shipment_than_is_in_it() {
    assertThatIllegalArgumentException().isThrownBy(() -> planned().reduce(LAPTOP, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> planned().reduce(CHAIR, 1));
  }

  @Test
  void the_items_of_the_event_of_a_move_do_not_change() {
    List<Shipment.Item> items = new ArrayList<>(ITEMS);
    ShipmentEvent.StatusChanged moved =
        new ShipmentEvent.StatusChanged(
            ID, ORDER, ShipmentStatus.PENDING, ShipmentStatus.SHIPPED, NUMBER, items);
    items.clear();
    assertThat(moved.items()).isEqualTo(ITEMS);
  }

  private static Shipment planned() {
    WarehouseId east = new WarehouseId("east");
    return Shipment.plan(ID, ORDER, ALICE, east, ITEMS, Optional.of("DHL"), NUMBER).state();
  }
}
