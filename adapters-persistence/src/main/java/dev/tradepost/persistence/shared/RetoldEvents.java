package dev.tradepost.persistence.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.EscrowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads events back out of the JSON that {@link EventJson} wrote; those alone that somebody needs.
 */
final class RetoldEvents {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  private RetoldEvents() {}

  /** The event as it happened; empty for a type that is not read back. */
  static Optional<DomainEvent> of(Logged logged) {
    return switch (logged.type()) {
      case "shipment.status_changed" -> Optional.of(shipmentMoved(json(logged)));
      case "escrow.moved" -> Optional.of(escrowMoved(json(logged)));
      default -> Optional.empty();
    };
  }

  private static DomainEvent shipmentMoved(JsonNode data) {
    return new ShipmentEvent.StatusChanged(
        new ShipmentId(uuid(data, "shipmentId")),
        new OrderId(uuid(data, "orderId")),
        ShipmentStatus.valueOf(text(data, "from")),
        ShipmentStatus.valueOf(text(data, "to")),
        Optional.ofNullable(data.path("trackingNumber").textValue()),
        items(data.path("items")));
  }

  /** None in events of the time before they told them. */
  private static List<Shipment.Item> items(JsonNode data) {
    List<Shipment.Item> items = new ArrayList<>();
    data.forEach(
        it ->
            items.add(
                new Shipment.Item(
                    new ProductId(text(it, "productId")), it.required("quantity").intValue())));
    return items;
  }

  private static DomainEvent escrowMoved(JsonNode data) {
    return new EscrowEvent.Moved(
        new OrderId(uuid(data, "orderId")),
        EntryType.valueOf(text(data, "kind")),
        money(data.required("amount")),
        money(data.required("left")));
  }

  private static UUID uuid(JsonNode data, String field) {
    return UUID.fromString(text(data, field));
  }

  private static String text(JsonNode data, String field) {
    return data.required(field).textValue();
  }

  private static Money money(JsonNode data) {
    return Money.of(data.required("amount").decimalValue(), Money.currency(text(data, "currency")));
  }

  private static JsonNode json(Logged logged) {
    try {
      return READER.readTree(logged.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event " + logged.seq() + " cannot be read", e);
    }
  }
}
