package dev.tradepost.application.port;

import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import java.util.List;

/** Returns, also by order. */
public interface ReturnStore extends Store<ReturnId, Return> {

  /** Gets and locks the returns of an order, the first one first. */
  List<Return> getOfOrder(OrderId order);
}
