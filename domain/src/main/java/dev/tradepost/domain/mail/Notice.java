package dev.tradepost.domain.mail;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a mail says, by reference; its words are found when it is written.
 *
 * @param shipmentId of a shipment that left or arrived, and of nothing else
 * @param amount of money that was returned, and of nothing else
 */
public record Notice(
    Occasion occasion, OrderId orderId, Optional<ShipmentId> shipmentId, Optional<Money> amount) {

  public Notice {
    Objects.requireNonNull(orderId);
    boolean moved = occasion == Occasion.SHIPMENT_LEFT || occasion == Occasion.SHIPMENT_ARRIVED;
    if (moved != shipmentId.isPresent()
        || (occasion == Occasion.MONEY_RETURNED) != amount.isPresent()) {
      throw new IllegalArgumentException(occasion + " of " + shipmentId + " and " + amount);
    }
  }

  public static Notice placed(OrderId order) {
    return new Notice(Occasion.ORDER_PLACED, order, Optional.empty(), Optional.empty());
  }

  public static Notice left(OrderId order, ShipmentId shipment) {
    return new Notice(Occasion.SHIPMENT_LEFT, order, Optional.of(shipment), Optional.empty());
  }

  public static Notice arrived(OrderId order, ShipmentId shipment) {
    return new Notice(Occasion.SHIPMENT_ARRIVED, order, Optional.of(shipment), Optional.empty());
  }

  public static Notice returned(OrderId order, Money amount) {
    return new Notice(Occasion.MONEY_RETURNED, order, Optional.empty(), Optional.of(amount));
  }
}
