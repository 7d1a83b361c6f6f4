package dev.tradepost.domain.cart.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law2FeaturesAreIslands {
  dev.tradepost.domain.order.Order order;
}
