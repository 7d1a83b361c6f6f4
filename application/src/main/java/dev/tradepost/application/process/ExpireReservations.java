package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.order.ExpireOrder;
import dev.tradepost.domain.shared.OrderId;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Ends orders that were not paid in time, each in a transaction of its own, so that one that cannot
 * be ended stops no other. Any number of nodes may run it at once.
 */
public final class ExpireReservations {
  private static final int BATCH = 100;

  private final UseCases useCases;
  private final FulfilmentViews fulfilment;

  public ExpireReservations(UseCases useCases, FulfilmentViews fulfilment) {
    this.useCases = useCases;
    this.fulfilment = fulfilment;
  }

  /**
   * Ends those that have run out by now; how many that were.
   *
   * @param failed told of each that could not be ended
   */
  public int sweep(Instant now, BiConsumer<OrderId, RuntimeException> failed) {
    int ended = 0;
    for (OrderId order : fulfilment.lapsed(now, BATCH)) {
      try {
        ended += useCases.execute(Actor.system(), new ExpireOrder(order)) ? 1 : 0;
      } catch (RuntimeException e) {
        failed.accept(order, e);
      }
    }
    return ended;
  }
}
