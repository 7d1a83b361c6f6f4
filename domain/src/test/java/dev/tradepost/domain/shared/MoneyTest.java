package dev.tradepost.domain.shared;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest // S0-40, A13
  @CsvSource({
    "12.50, USD, 1250",
    "35000, INR, 3500000",
    "0.01, EUR, 1",
    "-0.01, EUR, -1",
    "1800, USD, 180000",
    "1.8e3, USD, 180000",
    "12.500000, USD, 1250",
    "7, JPY, 7",
    "7.000, JPY, 7",
    "0.001, KWD, 1",
    "12.345, KWD, 12345",
    "0, USD, 0",
    "-0.00, USD, 0",
  })
  void an_amount_is_counted_exactly_in_minor_units(String major, String currency, long minor) {
    assertThat(Money.of(major, currency).minor()).isEqualTo(minor);
  }

  @Test // T-13
  void two_to_the_53_plus_one_minor_units_stay_exact() {
    Money beyondDouble = Money.of("90071992547409.93", "USD");
    assertThat(beyondDouble.minor()).isEqualTo((1L << 53) + 1);
    assertThat(beyondDouble).hasToString("90071992547409.93 USD");
    assertThat(beyondDouble.minus(new Money(1L << 53, USD))).isEqualTo(new Money(1, USD));
  }

  @Test // A12
  void a_tenth_and_two_tenths_are_three_tenths() {
    Money sum = Money.of("0.10", "USD").plus(Money.of("0.20", "USD"));
    assertThat(sum).isEqualTo(Money.of("0.30", "USD"));
    assertThat(Money.of("0.30", "USD").minus(sum).isZero()).isTrue();
  }

  @ParameterizedTest // A13
  @CsvSource({"0.001, USD", "1.001, EUR", "0.1, JPY", "0.0001, KWD", "-0.001, USD", "1e-400, USD"})
  void an_amount_off_the_grid_of_its_currency_is_refused(String major, String currency) {
    assertThat(reasonOf(() -> Money.of(major, currency))).isEqualTo(SharedReason.AMOUNT_OFF_GRID);
  }

  @Test
  void a_refusal_off_the_grid_names_the_decimals_there_are() {
    assertThat(refusalOf(() -> Money.of("0.001", "USD")).detail())
        .isEqualTo("USD amounts have at most 2 decimals");
  }

  @ParameterizedTest // S0-40
  @CsvSource({
    "92233720368547758.07, USD, 9223372036854775807",
    "-92233720368547758.08, USD, -9223372036854775808",
    "9223372036854775807, JPY, 9223372036854775807",
    "-9223372036854775808, JPY, -9223372036854775808",
    "9223372036854775.807, KWD, 9223372036854775807",
  })
  void the_last_amount_in_range_is_accepted(String major, String currency, long minor) {
    assertThat(Money.of(major, currency).minor()).isEqualTo(minor);
    assertThat(Money.of(major, currency).major()).isEqualByComparingTo(major);
  }

  @ParameterizedTest // S0-40
  @CsvSource({
    "92233720368547758.08, USD",
    "-92233720368547758.09, USD",
    "9223372036854775808, JPY",
    "-9223372036854775809, JPY",
    "9999999999999999999, USD",
    "18446744073709551617, JPY",
    "1e30, USD",
  })
  void the_first_amount_past_the_range_is_refused_and_never_wrapped(String major, String currency) {
    assertThat(reasonOf(() -> Money.of(major, currency)))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test // A15
  void a_number_with_a_huge_exponent_costs_nothing() {
    BigDecimal huge = new BigDecimal("1e1000000000");
    BigDecimal tiny = new BigDecimal("1e-1000000000");
    BigDecimal zero = new BigDecimal("0e1000000000");
    assertThat(reasonOf(() -> Money.of(huge, USD))).isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(reasonOf(() -> Money.of(huge.negate(), USD)))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(reasonOf(() -> Money.of(tiny, USD))).isEqualTo(SharedReason.AMOUNT_OFF_GRID);
    assertThat(Money.of(zero, USD)).isEqualTo(Money.zero(USD));
    assertThat(Money.of(new BigDecimal("0e-1000000000"), USD)).isEqualTo(Money.zero(USD));
  }

  @Test // S0-40, A16, A17
  void arithmetic_past_the_range_is_refused_and_never_wrapped() {
    Money most = new Money(Long.MAX_VALUE, USD);
    Money least = new Money(Long.MIN_VALUE, USD);
    Money cent = new Money(1, USD);
    Stream.<Runnable>of(
            () -> most.plus(cent),
            () -> least.minus(cent),
            () -> most.times(2),
            () -> least.times(-1))
        .forEach(sum -> assertThat(reasonOf(sum)).isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE));
  }

  @Test // S0-40
  void arithmetic_up_to_the_range_is_exact() {
    Money most = new Money(Long.MAX_VALUE, USD);
    Money cent = new Money(1, USD);
    assertThat(most.minus(cent).plus(cent)).isEqualTo(most);
    assertThat(cent.times(Long.MAX_VALUE)).isEqualTo(most);
    assertThat(most.times(-1).minus(cent)).isEqualTo(new Money(Long.MIN_VALUE, USD));
  }

  @Test
  void amounts_of_two_currencies_are_never_combined() {
    Money dollars = Money.of("1", "USD");
    Money euros = Money.of("1", "EUR");
    Stream.<Runnable>of(
            () -> dollars.plus(euros), () -> dollars.minus(euros), () -> dollars.compareTo(euros))
        .forEach(
            verb -> {
              Rejection refusal = refusalOf(verb);
              assertThat(refusal.reason()).isEqualTo(SharedReason.CURRENCY_MISMATCH);
              assertThat(refusal.detail()).isEqualTo("cannot combine USD with EUR");
            });
  }

  @Test
  void equal_amounts_are_equal_however_they_were_written() {
    assertThat(Money.of("10.0", "USD"))
        .isEqualTo(Money.of("10.00", "USD"))
        .hasSameHashCodeAs(Money.of("1e1", "USD"))
        .isNotEqualTo(Money.of("10", "EUR"));
  }

  @Test
  void amounts_of_one_currency_are_ordered() {
    assertThat(Money.of("2", "USD")).isGreaterThan(Money.of("1.99", "USD"));
    assertThat(Money.of("-2", "USD")).isLessThan(Money.zero(USD));
    assertThat(Money.of("2", "USD")).isEqualByComparingTo(Money.of("2.00", "USD"));
  }

  @ParameterizedTest
  @CsvSource({"5, true, false, false", "0, false, true, false", "-5, false, false, true"})
  void an_amount_knows_its_sign(String major, boolean positive, boolean zero, boolean negative) {
    Money money = Money.of(major, "USD");
    assertThat(money.isPositive()).isEqualTo(positive);
    assertThat(money.isZero()).isEqualTo(zero);
    assertThat(money.isNegative()).isEqualTo(negative);
  }

  @ParameterizedTest // A14
  @ValueSource(strings = {"0", "-0.00", "-0.01", "-5"})
  void an_amount_that_must_be_positive_refuses_zero_and_less(String major) {
    assertThat(reasonOf(() -> Money.of(major, "USD").requirePositive()))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test
  void a_positive_amount_passes_as_itself() {
    Money cent = new Money(1, USD);
    assertThat(cent.requirePositive()).isSameAs(cent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usd", "US", "DOLLAR", "ZZZ", "XXX", "XAU"})
  void what_is_no_currency_with_a_minor_unit_is_refused(String code) {
    assertThat(reasonOf(() -> Money.currency(code))).isEqualTo(SharedReason.UNKNOWN_CURRENCY);
    assertThat(reasonOf(() -> Money.of("1", code))).isEqualTo(SharedReason.UNKNOWN_CURRENCY);
  }

  @Test
  void money_without_a_minor_unit_cannot_be_built() {
    Currency gold = Currency.getInstance("XAU");
    assertThat(reasonOf(() -> new Money(1, gold))).isEqualTo(SharedReason.UNKNOWN_CURRENCY);
    assertThatNullPointerException().isThrownBy(() -> new Money(1, null));
  }

  @Test
  void an_amount_reads_in_major_units_at_the_scale_of_its_currency() {
    assertThat(Money.of("12.5", "USD")).hasToString("12.50 USD");
    assertThat(Money.of("-1", "KWD")).hasToString("-1.000 KWD");
    assertThat(Money.of("7", "JPY")).hasToString("7 JPY");
    assertThat(Money.of("12.5", "USD").major()).isEqualTo(new BigDecimal("12.50"));
  }
}
