package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentTest {
  private static final ShipmentId ID = new ShipmentId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));
  private static final UserId ALICE = new UserId("alice");
  private static final WarehouseId EAST = new WarehouseId("east");
  private static final List<Shipment.Item> ITEMS =
      List.of(new Shipment.Item(new ProductId("p1"), 2));
  private static final Stamp NOON = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);
  private static final Stamp NEXT_DAY = new Stamp(Instant.parse("2026-03-02T12:00:00Z"), ALICE);

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          PENDING  SHIP     SHIPPED
          PENDING  REDUCE   PENDING
          PENDING  CANCEL   CANCELLED
          SHIPPED  DELIVER  DELIVERED
          """);

  static Stream<Pair<ShipmentStatus, ShipmentAction>> pairs() {
    return LifecycleTable.pairs(Shipment.LIFECYCLE, ShipmentAction.values());
  }

  @ParameterizedTest // A54, S2-43
  @MethodSource("pairs")
  void a_shipment_moves_only_as_its_table_says(Pair<ShipmentStatus, ShipmentAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test // S2-43
  void it_leaves_by_the_carrier_and_under_the_number_that_are_given_then() {
    Shipment planned =
        Shipment.plan(ID, ORDER, ALICE, EAST, ITEMS, Optional.of("UPS"), Optional.of("N1")).state();
    assertThat(planned.ship(Optional.empty(), Optional.empty(), NEXT_DAY))
        .isEqualTo(planned.ship(NEXT_DAY));
    Change<Shipment> left = planned.ship(Optional.of("DHL"), Optional.of("N2"), NEXT_DAY);
    assertThat(left.state().carrier()).contains("DHL");
    assertThat(left.state().trackingNumber()).contains("N2");
    assertThat(left.events())
        .containsExactly(
            new ShipmentEvent.StatusChanged(
                ID,
                ORDER,
                ShipmentStatus.PENDING,
                ShipmentStatus.SHIPPED,
                Optional.of("N2"),
                ITEMS));
    assertThat(reasonOf(() -> left.state().ship(Optional.of("UPS"), Optional.empty(), NOON)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Shipment.LIFECYCLE.states()).containsExactlyInAnyOrder(ShipmentStatus.values());
  }

  @Test // S0-64, S2-43, S2-60, T-11
  void a_planned_shipment_says_what_it_contains_and_has_not_left() {
    Change<Shipment> planned = plan("DHL", "TRACK-1");
    Shipment shipment = planned.state();
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.PENDING);
    assertThat(shipment.items()).isEqualTo(ITEMS);
    assertThat(shipment.warehouseId()).isEqualTo(EAST);
    assertThat(shipment.carrier()).contains("DHL");
    assertThat(shipment.trackingNumber()).contains("TRACK-1");
    assertThat(shipment.shippedAt()).isEmpty();
    assertThat(shipment.deliveredAt()).isEmpty();
    assertThat(shipment.version()).isEqualTo(1);
    assertThat(shipment.aggregateId()).isEqualTo(ID.toString());
    assertThat(shipment.owner()).contains(ALICE);
    assertThat(planned.events())
        .containsExactly(new ShipmentEvent.Created(ID, ORDER, EAST, Optional.of("TRACK-1"), ITEMS));
  }

  @Test // S0-64, S2-43
  void a_shipment_leaves_and_arrives_and_remembers_when() {
    Change<Shipment> shipped = plan("DHL", "TRACK-1").state().ship(NOON);
    assertThat(shipped.state().status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(shipped.state().shippedAt()).contains(NOON.at());
    assertThat(shipped.state().deliveredAt()).isEmpty();
    Change<Shipment> delivered = shipped.state().deliver(NEXT_DAY);
    assertThat(delivered.state().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(delivered.state().shippedAt()).contains(NOON.at());
    assertThat(delivered.state().deliveredAt()).contains(NEXT_DAY.at());
    assertThat(delivered.state().version()).isEqualTo(3);
    assertThat(delivered.state())
        .usingRecursiveComparison()
        .ignoringFields("status", "shippedAt", "deliveredAt", "version")
        .isEqualTo(plan("DHL", "TRACK-1").state());
    assertThat(shipped.events())
        .containsExactly(moved(ShipmentStatus.PENDING, ShipmentStatus.SHIPPED, ITEMS));
    assertThat(delivered.events())
        .containsExactly(moved(ShipmentStatus.SHIPPED, ShipmentStatus.DELIVERED, ITEMS));
  }

  @Test
  void a_shipment_cannot_arrive_before_it_has_left_nor_leave_twice() {
    Shipment planned = plan("DHL", "TRACK-1").state();
    Shipment shipped = planned.ship(NOON).state();
    assertThat(reasonOf(() -> planned.deliver(NOON)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> shipped.ship(NEXT_DAY)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(refusalOf(() -> shipped.deliver(NOON).state().deliver(NEXT_DAY)).detail())
        .isEqualTo("DELIVER is not allowed in state DELIVERED (nothing is, it is final)");
  }

  @Test
  void the_carrier_and_its_number_are_readable_text_or_absent() {
    assertThat(refusalOf(() -> plan(" ", "TRACK-1")).field()).contains("carrier");
    assertThat(refusalOf(() -> plan("DHL", "x".repeat(65))).field()).contains("trackingNumber");
    assertThat(plan(null, null).state().trackingNumber()).isEmpty();
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {0, -1})
  void an_item_has_at_least_one_piece(int quantity) {
    ProductId product = new ProductId("p1");
    assertThat(reasonOf(() -> new Shipment.Item(product, quantity)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThatNullPointerException().isThrownBy(() -> new Shipment.Item(null, 1));
  }

  @Test
  void the_items_of_a_shipment_do_not_change() {
    List<Shipment.Item> items = new ArrayList<>(ITEMS);
    Shipment shipment =
        Shipment.plan(ID, ORDER, ALICE, EAST, items, Optional.empty(), Optional.empty()).state();
    items.clear();
    assertThat(shipment.items()).isEqualTo(ITEMS);
  }

  @Test
  void the_items_of_the_event_do_not_change() {
    List<Shipment.Item> items = new ArrayList<>(ITEMS);
    Change<Shipment> planned =
        Shipment.plan(ID, ORDER, ALICE, EAST, items, Optional.empty(), Optional.empty());
    items.clear();
    assertThat(planned.events())
        .containsExactly(new ShipmentEvent.Created(ID, ORDER, EAST, Optional.empty(), ITEMS));
  }

  private static ShipmentEvent moved(
      ShipmentStatus from, ShipmentStatus to, List<Shipment.Item> items) {
    return new ShipmentEvent.StatusChanged(ID, ORDER, from, to, Optional.of("TRACK-1"), items);
  }

  private static Change<Shipment> plan(String carrier, String trackingNumber) {
    return Shipment.plan(
        ID,
        ORDER,
        ALICE,
        EAST,
        ITEMS,
        Optional.ofNullable(carrier),
        Optional.ofNullable(trackingNumber));
  }
}
