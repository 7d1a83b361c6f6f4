package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.ProductId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planned leaves by the carrier and under the number that are given when it leaves. */
public abstract class ParcelContract extends GoodsContract {
  private ProductId phone;
  private ProductId laptop;

  @BeforeEach
  void furnish() {
    phone = product("p1", "20");
    laptop = product("p2", "100");
    count(phone, MAIN, 9);
    count(laptop, warehouse("north"), 9);
    wallet(ALICE, "5000");
  }

  private static ShipOrder shippingBy(String carrier, String number, Order order) {
    return new ShipOrder(
        order.id(),
        Optional.empty(),
        Optional.ofNullable(carrier),
        Optional.ofNullable(number),
        ANY_VERSION);
  }

  private Shipment planned(Order order) {
    return execute(CLERK, planning(order)).shipments().get(0);
  }

  @Test // S2-43, S2-58, S2-59
  void a_planned_shipment_leaves_as_is_said_now_and_else_as_was_planned() {
    Order order = paid("fulfilment", pieces(1, phone));
    Shipment planned = planned(order);
    OrderView left = execute(CLERK, shippingBy("Colissimo", "N1", order));
    Shipment sent = left.shipments().get(0);
    assertThat(sent.id()).isEqualTo(planned.id());
    assertThat(sent.carrier()).contains("Colissimo");
    assertThat(sent.trackingNumber()).contains("N1");
    assertThat(sent.status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(view(order)).isEqualTo(left);

    Order other = paid("fulfilment", pieces(1, phone));
    Shipment asPlanned = planned(other);
    Shipment gone = execute(CLERK, shippingBy("DHL", null, other)).shipments().get(0);
    assertThat(gone.carrier()).contains("DHL");
    assertThat(gone.trackingNumber()).isEqualTo(asPlanned.trackingNumber());
    assertThat(view(other).shipments()).containsExactly(gone);
    allIsSound();
  }

  @Test // S2-43
  void its_number_is_its_own_alone_whether_it_was_planned_or_not() {
    Order first = paid("fulfilment", pieces(1, phone));
    execute(CLERK, shippingBy(null, "N1", first));
    Order second = paid("fulfilment", pieces(1, phone));
    Shipment planned = planned(second);
    refused(CLERK, shippingBy(null, "N1", second), FulfilmentReason.TRACKING_NUMBER_TAKEN);
    String own = planned.trackingNumber().orElseThrow();
    Shipment sent = execute(CLERK, shippingBy(null, own, second)).shipments().get(0);
    assertThat(sent.trackingNumber()).contains(own);
    assertThat(sent.carrier()).isEqualTo(planned.carrier());
    allIsSound();
  }

  @Test // S2-43
  void of_many_who_give_one_number_to_what_was_planned_one_wins() {
    List<Order> orders =
        List.of(paid("fulfilment", pieces(1, phone)), paid("fulfilment", pieces(1, phone)));
    orders.forEach(this::planned);
    Crowd<OrderView> crowd =
        Crowd.atOnce(2, i -> execute(CLERK, shippingBy(null, "N1", orders.get(i))));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).containsExactly(FulfilmentReason.TRACKING_NUMBER_TAKEN);
    assertThat(stock(phone).onHand()).isEqualTo(8);
    allIsSound();
  }

  @Test // S2-43, S2-57
  void one_number_is_not_for_two_shipments_planned_or_not_and_one_carrier_is() {
    Order order = paid("fulfilment", pieces(2, phone), pieces(2, laptop));
    execute(CLERK, shipping(order, pieces(1, phone)));
    execute(CLERK, planning(order));
    assertThat(
            refused(CLERK, shippingBy("DHL", "N1", order), FulfilmentReason.TRACKING_NUMBER_TAKEN)
                .field())
        .contains("trackingNumber");
    execute(CLERK, shippingBy("DHL", null, order));
    assertThat(view(order).shipments())
        .filteredOn(it -> it.carrier().equals(Optional.of("DHL")))
        .hasSize(2);
    allIsSound();
  }
}
