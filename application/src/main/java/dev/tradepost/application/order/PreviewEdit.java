package dev.tradepost.application.order;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;

/**
 * Shows what an edit would make of an order, or refuses as the edit would; nothing is saved. It is
 * decided by the edit itself, so the two can never disagree about the same order.
 */
public record PreviewEdit(EditOrder edit) implements UseCase<EditedOrder> {

  @Override
  public EditedOrder run(UnitOfWork work) {
    return edit.decide(work).outcome();
  }
}
