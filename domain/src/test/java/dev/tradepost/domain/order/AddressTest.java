package dev.tradepost.domain.order;

import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static final Optional<String> NONE = Optional.empty();

  /** One part of an address, how long it may be and whether it must be there. */
  record Part(String field, int most, boolean needed, Function<String, Address> address) {
    @Override
    public String toString() {
      return field;
    }
  }

  static Stream<Part> parts() {
    return Stream.of(
        new Part("name", 200, true, it -> address(it, "1", NONE, "C", NONE, NONE)),
        new Part("line1", 200, true, it -> address("A", it, NONE, "C", NONE, NONE)),
        new Part("line2", 200, false, it -> address("A", "1", some(it), "C", NONE, NONE)),
        new Part("city", 100, true, it -> address("A", "1", NONE, it, NONE, NONE)),
        new Part("region", 100, false, it -> address("A", "1", NONE, "C", some(it), NONE)),
        new Part("postalCode", 20, false, it -> address("A", "1", NONE, "C", NONE, some(it))));
  }

  @Test // S2-38
  void an_address_says_who_is_where() {
    Address address =
        new Address(
            "Zoë 電腦",
            "Hauptstraße 1",
            Optional.of("3. Stock"),
            "Köln",
            Optional.of("NRW"),
            Optional.of("50667"),
            "DE");
    assertThat(address.country()).isEqualTo("DE");
    assertThat(address.city()).isEqualTo("Köln");
    assertThat(address.line2()).contains("3. Stock");
  }

  @ParameterizedTest // S2-38
  @MethodSource("parts")
  void a_part_is_as_long_as_it_may_be_and_no_longer(Part part) {
    assertThat(part.address().apply("x".repeat(part.most()))).isNotNull();
    checkRefused(part, "x".repeat(part.most() + 1));
  }

  @ParameterizedTest // S2-38, A10
  @MethodSource("parts")
  void a_part_is_readable(Part part) {
    checkRefused(part, "");
    checkRefused(part, " ");
    checkRefused(part, "a\nb");
    checkRefused(part, "a\u0000b");
  }

  @ParameterizedTest // S2-38
  @MethodSource("parts")
  void a_part_is_missing_only_where_it_may_be(Part part) {
    if (part.needed()) {
      checkRefused(part, null);
    } else {
      assertThat(part.address().apply(null)).isNotNull();
    }
  }

  private static void checkRefused(Part part, String text) {
    Rejection refusal = refusalOf(() -> part.address().apply(text));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.field()).contains(part.field());
  }

  @ParameterizedTest // S2-38
  @NullSource
  @ValueSource(strings = {"", " ", "de", "De", "DEU", "D", "ZZ", "EU", "Germany", "DE "})
  void a_country_is_a_code_of_two_letters_that_exists(String country) {
    Rejection refusal = refusalOf(() -> new Address("A", "1", NONE, "C", NONE, NONE, country));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.field()).contains("country");
  }

  @Test // S2-38
  void every_country_there_is_can_be_sent_to() {
    assertThat(Locale.getISOCountries())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            country ->
                assertThat(new Address("A", "1", NONE, "C", NONE, NONE, country).country())
                    .isEqualTo(country));
  }

  private static Address address(
      String name,
      String line1,
      Optional<String> line2,
      String city,
      Optional<String> region,
      Optional<String> postalCode) {
    return new Address(name, line1, line2, city, region, postalCode, "DE");
  }

  private static Optional<String> some(String text) {
    return Optional.ofNullable(text);
  }
}
