package dev.tradepost.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A92: how long a receiver asks to be left alone. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void seconds_and_dates_are_understood() {
    assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse(" 0 ", NOW)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 12:01:30 GMT", NOW))
        .contains(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999", "Sun, 01 Mar 2026 11:59:59 GMT"})
  void anything_else_asks_for_nothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }
}
