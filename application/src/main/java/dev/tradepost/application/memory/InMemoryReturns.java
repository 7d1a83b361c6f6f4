package dev.tradepost.application.memory;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.ReturnStore;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import java.util.List;

/** Returns over the tables. */
final class InMemoryReturns extends MapStore<ReturnId, Return> implements ReturnStore {

  InMemoryReturns(Tables tables, EventSink sink) {
    super(tables.returns, Return::id, sink);
  }

  @Override
  public List<Return> getOfOrder(OrderId order) {
    return getWhere(it -> it.orderId().equals(order));
  }
}
