package dev.tradepost.domain.fulfilment;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import java.util.List;

/** What happens to a return. */
public sealed interface ReturnEvent extends DomainEvent {

  /** A customer wants to send something back. */
  record Requested(ReturnId returnId, OrderId orderId, List<Return.Item> items, String reason)
      implements ReturnEvent {
    public Requested {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "return.requested";
    }
  }

  /**
   * It moved on.
   *
   * @param items with what has arrived by now
   */
  record StatusChanged(
      ReturnId returnId,
      OrderId orderId,
      ReturnStatus from,
      ReturnStatus to,
      List<Return.Item> items)
      implements ReturnEvent {
    public StatusChanged {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "return.status_changed";
    }
  }
}
