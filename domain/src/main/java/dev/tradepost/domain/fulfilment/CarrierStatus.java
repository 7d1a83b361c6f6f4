package dev.tradepost.domain.fulfilment;

/** Where a carrier says a parcel is. */
public enum CarrierStatus {
  /** The carrier has been told of it and waits for it. */
  ANNOUNCED,
  PICKED_UP,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  DELIVERED,
  /** Something went wrong, such as a lost parcel; what, is in the description. */
  EXCEPTION;

  /** Whether a parcel that is there has left the warehouse for certain. */
  boolean hasLeft() {
    return switch (this) {
      case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED -> true;
      case ANNOUNCED, EXCEPTION -> false;
    };
  }
}
