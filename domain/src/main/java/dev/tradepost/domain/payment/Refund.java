package dev.tradepost.domain.payment;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.RefundId;
import java.util.Objects;

/**
 * Captured money that goes back. It is due from the moment it is decided, and done once the
 * provider has said so.
 */
public record Refund(RefundId id, Money amount, String reason, boolean done) {

  public Refund {
    Objects.requireNonNull(id);
    Objects.requireNonNull(reason);
    amount.requirePositive();
  }

  Refund completed() {
    return new Refund(id, amount, reason, true);
  }
}
