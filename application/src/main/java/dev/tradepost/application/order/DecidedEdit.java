package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import java.util.List;
import java.util.function.Consumer;

/**
 * An edit that was decided and not saved yet.
 *
 * @param save keeps it, in the unit of work in which it was decided
 */
record DecidedEdit(EditedOrder outcome, Consumer<UnitOfWork> save) {

  /** One by which nothing changes. */
  static DecidedEdit nothing(Outgoing out) {
    OrderView same = out.view(out.order(), List.of());
    return new DecidedEdit(EditedOrder.withoutRefund(same, same), work -> {});
  }
}
