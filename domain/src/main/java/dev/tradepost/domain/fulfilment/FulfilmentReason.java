package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why shipments and returns refuse. */
public enum FulfilmentReason implements Reason {
  SHIPMENT_NOT_FOUND(
      notFound(
          "There is no such shipment, or it is not yours.",
          "Use an id from the shipments of an order.")),
  RETURN_NOT_FOUND(
      notFound("There is no such return, or it is not yours.", "Use the id a return was given.")),
  RETURN_EMPTY(invalid("A return needs at least one item.", "Send one item or more.")),
  NOT_IN_RETURN(
      invalid("A product is none of this return's.", "Use a productId of the return's items.")),
  MORE_THAN_RETURNED(
      invalid(
          "More pieces were received than were to come back.",
          "Send at most the quantity of the return.")),
  NOTHING_TO_SHIP(
      conflict(
          "Nothing of that is left to be shipped, or it is planned in another shipment.",
          "Read the order's shipments, and ship those that are PENDING.")),
  TRACKING_NUMBER_TAKEN(
      conflict(
          "Another shipment has this tracking number, or several shipments would share it.",
          "Send a number of its own for each shipment, or none.")),
  NOT_RETURNABLE(
      conflict(
          "More pieces are to come back than were delivered and not returned yet.",
          "Return at most what was delivered, less what is on its way back."));

  private final Meaning meaning;

  FulfilmentReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
