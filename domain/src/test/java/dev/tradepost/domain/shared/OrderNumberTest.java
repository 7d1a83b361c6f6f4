package dev.tradepost.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderNumberTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Test // S2-50
  void a_number_is_ord_then_the_time_then_six_random_digits_in_upper_case() {
    Random random = new Random(SEED);
    String time = Long.toString(NOON.toEpochMilli(), 36).toUpperCase(Locale.ROOT);
    for (int round = 0; round < 1_000; round++) {
      assertThat(OrderNumber.generate(NOON, random).value())
          .as("seed %d", SEED)
          .matches("ORD-" + time + "-[0-9A-Z]{6}");
    }
  }

  @Test // S2-50
  void the_same_moment_and_the_same_chance_give_the_same_number() {
    assertThat(OrderNumber.generate(NOON, new Random(SEED)))
        .as("seed %d", SEED)
        .isEqualTo(OrderNumber.generate(NOON, new Random(SEED)));
  }

  @Test // S0-49, T-18
  void two_orders_of_the_same_moment_get_different_numbers() {
    Random random = new Random(42);
    Set<OrderNumber> numbers = new HashSet<>();
    for (int round = 0; round < 1_000; round++) {
      numbers.add(OrderNumber.generate(NOON, random));
    }
    assertThat(numbers).hasSize(1_000);
  }

  @Test // S2-50
  void a_later_number_tells_a_later_time() {
    OrderNumber early = OrderNumber.generate(NOON, new Random(1));
    OrderNumber late = OrderNumber.generate(NOON.plusMillis(1), new Random(1));
    assertThat(late.value()).isGreaterThan(early.value());
  }

  @Test
  void a_number_reads_as_itself() {
    assertThat(new OrderNumber("ORD-MM7K2R00-1A2B3C")).hasToString("ORD-MM7K2R00-1A2B3C");
  }

  @ParameterizedTest // S0-61
  @CsvSource({
    "ORD-MM7K2R00-1A2B3C, true",
    "ord-mm7k, true",
    "mm7k, true",
    "1a2b3c, true",
    "3C, true",
    "7K2R, false",
    "ORD-1A2B3C, false",
    "MM7K2R00-1A2B3C-, false"
  })
  void a_number_is_found_by_how_it_begins_and_how_it_ends(String part, boolean found) {
    assertThat(new OrderNumber("ORD-MM7K2R00-1A2B3C").isFoundBy(part)).isEqualTo(found);
  }
}
