package dev.tradepost.domain.order;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why an order of goods refuses. */
public enum OrderReason implements Reason {
  ORDER_NOT_FOUND(
      notFound("There is no such order, or it is not yours.", "Use an id from GET /orders.")),
  ORDER_EMPTY(invalid("An order needs at least one line.", "Send one item or more.")),
  TOO_MANY_LINES(
      invalid(
          "The order has more different products than an order can hold.",
          "Split it into several orders.")),
  UNKNOWN_LIFECYCLE(
      invalid("The shop has no lifecycle of this name.", "Use one of the names the detail lists.")),
  UNKNOWN_STATUS(
      invalid(
          "The status is none of the order's lifecycle.",
          "Use one of the states the detail lists.")),
  STATUS_NOT_BY_HAND(
      conflict(
          "The status exists but is reached by an event, such as a payment, not by hand.",
          "Do what leads to it: pay, or add a trade.")),
  REASON_NOT_KEPT(
      invalid(
          "A reason is kept for a cancellation only.",
          "Leave the reason out, or ask for a cancellation.")),
  CANCELLATION_WINDOW_CLOSED(
      conflict(
          "The time in which an order may be cancelled is over.",
          "Ask the shop: its staff can still cancel.")),
  PARTLY_SHIPPED(
      conflict(
          "Some of the order has left and cannot be called off any more.",
          "Cancel what has not left by POST /orders/{id}/cancellations.")),
  FULFILMENT_BEGUN(
      conflict(
          "Shipments of the order are planned or sent: it cannot be changed any more.",
          "Cancel what has not left by POST /orders/{id}/cancellations, or place a second order.")),
  EDIT_ADDS_TO_PAID_ORDER(
      conflict(
          "The order has been paid, and the edit asks for more pieces.",
          "Place a second order for them.")),
  EDIT_CHANGES_PAID_AMOUNTS(
      conflict(
          "At the new address the tax or the shipping of an order that has been paid would differ.",
          "Keep the address, or cancel the order and place it anew.")),
  NOT_SO_MANY_KEPT(
      conflict(
          "More pieces were named than the order still has.",
          "Read the order's items, and name at most what was neither cancelled nor returned.")),
  NOT_ORDERED(
      invalid("A product is none of this order's.", "Use a productId of the order's items.")),
  NAMED_TWICE(
      invalid(
          "A product is named twice, so that it is not clear how many pieces are wanted.",
          "Name each product once, with all the pieces that are wanted of it.")),
  ALREADY_PAID(conflict("The order has been paid.", "Nothing is left to pay."));

  private final Meaning meaning;

  OrderReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
