package dev.tradepost.http.order;

import dev.tradepost.application.process.SettlePayments;
import dev.tradepost.domain.shared.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Money of orders that a card paid, on its way back before the answer. */
public final class OrderRefunds {
  private static final Logger LOG = LoggerFactory.getLogger(OrderRefunds.class);

  private final SettlePayments settle;

  public OrderRefunds(SettlePayments settle) {
    this.settle = settle;
  }

  /** Gives back what is due; where that fails, the sweep does it later. */
  void settle(OrderId id) {
    try {
      settle.refund(id);
    } catch (RuntimeException e) {
      LOG.warn("the refund of order {} has to wait for the sweep", id, e);
    }
  }
}
