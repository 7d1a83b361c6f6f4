package dev.tradepost.application.port;

import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import java.util.List;
import java.util.Set;

/**
 * The way to carriers that take parcels and tell where they are. They know parcels by their
 * tracking numbers, so every call may be repeated. Calls may block; they are never made inside a
 * transaction.
 */
public interface CarrierGateway {

  /** The names of the carriers it speaks for. */
  Set<String> carriers();

  /** Tells the carrier of a parcel that is to be picked up; it is told of each once. */
  TrackingUpdate announce(Shipment parcel);

  /**
   * What the carrier knows of a parcel that was announced, the first thing first. What was told
   * before may be told again, under the same ids.
   */
  List<TrackingUpdate> news(TrackedShipment parcel);
}
