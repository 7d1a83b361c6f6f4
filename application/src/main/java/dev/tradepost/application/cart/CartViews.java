package dev.tradepost.application.cart;

import dev.tradepost.domain.shared.UserId;

/** Reads carts. */
public interface CartViews {

  /** The user's cart; an empty one where there was none. */
  CartView of(UserId user);
}
