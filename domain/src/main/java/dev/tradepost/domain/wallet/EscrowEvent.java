package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;

/** What happens to an order's escrow. */
public sealed interface EscrowEvent extends DomainEvent {

  /**
   * Money came in, went back, or became the shop's.
   *
   * @param left what the escrow has after it
   */
  record Moved(OrderId orderId, EntryType kind, Money amount, Money left) implements EscrowEvent {
    @Override
    public String type() {
      return "escrow.moved";
    }
  }
}
