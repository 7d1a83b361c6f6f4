package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long after it was placed an order may still be called off. */
final class CancellationWindow {

  private CancellationWindow() {}

  /** Refuses when it is too late. */
  static void requireOpen(Instant placedAt, Optional<Duration> window, Instant now) {
    if (window.isPresent() && now.isAfter(placedAt.plus(window.get()))) {
      throw new Rejection(
          OrderReason.CANCELLATION_WINDOW_CLOSED,
          "an order can be cancelled for " + inWords(window.get()) + " after placing");
    }
  }

  private static String inWords(Duration window) {
    return window.toSeconds() % 60 == 0
        ? window.toMinutes() + " minutes"
        : window.toSeconds() + " seconds";
  }
}
