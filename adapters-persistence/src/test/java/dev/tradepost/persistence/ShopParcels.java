package dev.tradepost.persistence;

import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.fulfilment.TrackShipment;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.List;
import java.util.Optional;

/** An order's parcels, of which the carrier has said something about the second. */
final class ShopParcels {

  private ShopParcels() {}

  /** The parcel that is on its way. */
  static ShipmentId follow(OneShop shop, OrderId order) {
    List<Shipment> parcels =
        shop.storage().views().orders().find(order, OneShop.CLERK).orElseThrow().shipments();
    if (parcels.size() != 2) {
      throw new AssertionError("there are " + parcels);
    }
    Shipment parcel = parcels.get(1);
    TrackingUpdate update =
        new TrackingUpdate(
            "1",
            CarrierStatus.IN_TRANSIT,
            TestClock.NOON,
            Optional.of("On its way"),
            Optional.of("Pune"));
    shop.execute(
        OneShop.CLERK,
        new TrackShipment(
            parcel.carrier().orElseThrow(), parcel.trackingNumber().orElseThrow(), update));
    return parcel.id();
  }
}
