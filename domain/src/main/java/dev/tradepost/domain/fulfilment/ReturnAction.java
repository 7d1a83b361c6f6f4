package dev.tradepost.domain.fulfilment;

/** What can be done with a return. */
public enum ReturnAction {
  APPROVE,
  REJECT,
  RECEIVE,
  REFUND
}
