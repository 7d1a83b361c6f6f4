package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CarriersTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Carriers BY_COUNTRY =
      new Carriers(Map.of("DE", "DHL", "FR", "Colissimo"), "UPS");

  @Test // S2-58
  void what_goes_to_a_country_goes_by_its_carrier() {
    assertThat(BY_COUNTRY.to(Optional.of("DE"))).isEqualTo("DHL");
    assertThat(BY_COUNTRY.to(Optional.of("FR"))).isEqualTo("Colissimo");
  }

  @Test // S2-58
  void what_goes_elsewhere_or_nowhere_known_goes_by_the_usual_carrier() {
    assertThat(BY_COUNTRY.to(Optional.of("IN"))).isEqualTo("UPS");
    assertThat(BY_COUNTRY.to(Optional.empty())).isEqualTo("UPS");
  }

  @Test // S2-58
  void one_carrier_is_enough_for_everywhere() {
    assertThat(Carriers.standard().to(Optional.of("DE"))).isEqualTo("Standard");
    assertThat(Carriers.standard().to(Optional.empty())).isEqualTo("Standard");
  }

  @Test // S2-43
  void a_carrier_has_a_readable_name_that_a_shipment_can_bear() {
    Rejection unreadable = refusalOf(() -> new Carriers(Map.of("DE", " "), "UPS"));
    assertThat(unreadable.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(unreadable.field()).contains("carrier");
    assertThat(refusalOf(() -> new Carriers(Map.of(), "x".repeat(65))).field()).contains("carrier");
    assertThat(refusalOf(() -> new Carriers(Map.of(), null)).field()).contains("carrier");
    assertThat(new Carriers(Map.of(), "x".repeat(64)).to(Optional.empty())).hasSize(64);
  }

  @Test
  void the_carriers_do_not_change() {
    Map<String, String> some = new HashMap<>(Map.of("DE", "DHL"));
    Carriers carriers = new Carriers(some, "UPS");
    some.put("DE", "Hermes");
    assertThat(carriers.to(Optional.of("DE"))).isEqualTo("DHL");
  }

  @Test // S2-59
  void a_tracking_number_tells_its_time_and_then_chance() {
    Random random = new Random(SEED);
    String number = Carriers.trackingNumber(NOON, random);
    String time = Long.toString(NOON.toEpochMilli(), 36).toUpperCase(Locale.ROOT);
    assertThat(number).as("seed %d", SEED).matches("TRK-" + time + "-[0-9A-Z]{8}");
    assertThat(Long.parseLong(number.split("-")[1], 36)).isEqualTo(NOON.toEpochMilli());
    assertThat(number.length()).isLessThanOrEqualTo(64);
  }

  @Test // S2-43, S2-59
  void tracking_numbers_of_one_moment_differ() {
    Random random = new Random(SEED);
    Set<String> numbers = new HashSet<>();
    Set<Character> used = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String number = Carriers.trackingNumber(NOON, random);
      assertThat(numbers.add(number)).as("seed %d: %s came twice", SEED, number).isTrue();
      for (char character : number.substring(number.length() - 8).toCharArray()) {
        used.add(character);
      }
    }
    assertThat(used).as("seed %d", SEED).hasSize(36);
  }

  @Test // S2-59
  void the_same_chance_gives_the_same_number() {
    assertThat(Carriers.trackingNumber(NOON, new Random(7)))
        .isEqualTo(Carriers.trackingNumber(NOON, new Random(7)))
        .isNotEqualTo(Carriers.trackingNumber(NOON.plusMillis(1), new Random(7)));
  }
}
