package dev.tradepost.persistence.fulfilment;

import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what carriers have said about shipments. */
final class TrackingRows {

  private TrackingRows() {}

  /** The shipments of these ids with their trails, by id. */
  static List<TrackedShipment> tracked(Handle handle, List<UUID> ids) {
    // The trails first: a shipment may be read ahead of its trail, a trail never ahead of it.
    Map<UUID, List<TrackingUpdate>> trails = trails(handle, ids);
    return ShipmentRows.read(handle, "id", ids, false).stream()
        .map(it -> new TrackedShipment(it, trails.getOrDefault(it.id().value(), List.of())))
        .toList();
  }

  /** By shipment, in the order in which it was heard. */
  static Map<UUID, List<TrackingUpdate>> trails(Handle handle, List<UUID> shipments) {
    Map<UUID, List<TrackingUpdate>> trails = new HashMap<>();
    if (shipments.isEmpty()) {
      return trails;
    }
    handle
        .createQuery(
            "SELECT * FROM shipment_tracking WHERE shipment_id = ANY (:ids)"
                + " ORDER BY shipment_id, seq")
        .bindArray("ids", UUID.class, shipments)
        .map(
            (row, context) ->
                trails
                    .computeIfAbsent(Columns.uuid(row, "shipment_id"), id -> new ArrayList<>())
                    .add(update(row)))
        .list();
    return trails;
  }

  private static TrackingUpdate update(ResultSet row) throws SQLException {
    return new TrackingUpdate(
        row.getString("update_id"),
        CarrierStatus.valueOf(row.getString("status")),
        Columns.instant(row, "at"),
        Columns.text(row, "description"),
        Columns.text(row, "place"));
  }
}
