package dev.tradepost.domain.order;

import java.util.Optional;

/**
 * The fixed verbs of goods orders. A lifecycle says where each leads; the effect on stock and money
 * is the same in every lifecycle.
 */
public enum OrderAction {
  /** Stock was promised. */
  RESERVE(By.NOBODY),
  /** The shop accepts the order. */
  CONFIRM(By.STAFF),
  /** The whole total was paid. */
  PAY(By.PAYMENT),
  /** The warehouses begin to pick. */
  START_FULFILMENT(By.STAFF),
  /** Everything has left. */
  SHIP(By.STAFF),
  /** Everything has arrived. */
  DELIVER(By.STAFF),
  /** Called off: stock and money go back. */
  CANCEL(By.CUSTOMER),
  /** The promise of stock ran out before payment. */
  EXPIRE(By.NOBODY),
  /** The customer wants to send everything back. */
  REQUEST_RETURN(By.NOBODY),
  APPROVE_RETURN(By.NOBODY),
  /** The shop does not take it back, or not all of it came. */
  REJECT_RETURN(By.NOBODY),
  /** Everything came back and was repaid. */
  REFUND(By.NOBODY);

  /** Whose hand may do an action directly. */
  public enum By {
    CUSTOMER,
    STAFF,
    PAYMENT,
    NOBODY
  }

  private final By by;

  OrderAction(By by) {
    this.by = by;
  }

  /** Who may do this; what nobody does by hand follows from other events. */
  public By by() {
    return by;
  }

  /** The step that is taken first where this action is not yet allowed, if there is one. */
  public Optional<OrderAction> preparedBy() {
    return switch (this) {
      case PAY -> Optional.of(CONFIRM);
      case SHIP -> Optional.of(START_FULFILMENT);
      case RESERVE,
          CONFIRM,
          START_FULFILMENT,
          DELIVER,
          CANCEL,
          EXPIRE,
          REQUEST_RETURN,
          APPROVE_RETURN,
          REJECT_RETURN,
          REFUND ->
          Optional.empty();
    };
  }
}
