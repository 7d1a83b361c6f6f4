package dev.tradepost.domain.shared;

/** Checks of quantities: whole pieces, at least one. */
public final class Quantities {

  private Quantities() {}

  /** The quantity; refuses zero and less. */
  public static int requirePositive(int quantity) {
    if (quantity < 1) {
      throw new Rejection(SharedReason.QUANTITY_NOT_POSITIVE, "the quantity must be 1 or more");
    }
    return quantity;
  }

  /** The refusal where fewer pieces are available than were asked for. */
  public static Rejection insufficient(ProductId product, long asked, long available) {
    return new Rejection(
        SharedReason.INSUFFICIENT_STOCK,
        asked + " of product " + product + " were asked for, " + available + " are available");
  }
}
