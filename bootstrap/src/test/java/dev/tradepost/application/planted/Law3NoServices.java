package dev.tradepost.application.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law3NoServices {
  static final class OrderService {}
}
