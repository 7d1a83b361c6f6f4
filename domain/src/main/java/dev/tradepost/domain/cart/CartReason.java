package dev.tradepost.domain.cart;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why a cart refuses. */
public enum CartReason implements Reason {
  NOT_IN_CART(
      notFound(
          "The product, or that many of it, is not in the cart.",
          "Read GET /cart, and name what is there.")),
  CART_TOO_LARGE(
      conflict(
          "The cart already holds the largest number of different products.",
          "Check out or remove lines first.")),
  CART_EMPTY(
      conflict("There is nothing in the cart to check out.", "Add items to the cart first."));

  private final Meaning meaning;

  CartReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
