package dev.tradepost.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Taxes and shipping of orders. */
class TaxRuleTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private static OrderLine line(String total, String discount) {
    return OrderLine.of(new ProductId("p"), "Thing", Optional.empty(), 1, usd(total))
        .priced(usd(discount), usd("0"));
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static TaxRule rule(String percent, TaxRule.Level level, RoundingMode rounding) {
    return new TaxRule(new BigDecimal(percent), level, rounding);
  }

  private static List<String> taxes(TaxRule rule, OrderLine... lines) {
    return rule.on(List.of(lines)).stream()
        .map(line -> line.tax().major().toPlainString())
        .toList();
  }

  @Test // S2-36
  void what_is_taxed_is_the_price_after_the_discount() {
    TaxRule german = rule("19", TaxRule.Level.LINE, RoundingMode.HALF_UP);
    assertThat(taxes(german, line("10", "1"))).containsExactly("1.71");
    assertThat(german.on(List.of(line("10", "1"))).get(0).net()).isEqualTo(usd("10.71"));
    assertThat(taxes(TaxRule.NONE, line("10", "1"))).containsExactly("0.00");
  }

  @Test
  void on_lines_each_is_rounded_and_on_the_total_the_sum() {
    OrderLine[] three = {line("0.05", "0"), line("0.05", "0"), line("0.05", "0")};
    assertThat(taxes(rule("10", TaxRule.Level.LINE, RoundingMode.HALF_UP), three))
        .containsExactly("0.01", "0.01", "0.01");
    assertThat(taxes(rule("10", TaxRule.Level.TOTAL, RoundingMode.HALF_UP), three))
        .containsExactly("0.01", "0.01", "0.00");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.01, 0.00", "0.15, 0.02, 0.02", "0.25, 0.03, 0.02", "0.26, 0.03, 0.03"})
  void halves_go_up_or_to_the_even_neighbour(String cost, String up, String even) {
    for (TaxRule.Level level : TaxRule.Level.values()) {
      assertThat(taxes(rule("10", level, RoundingMode.HALF_UP), line(cost, "0")))
          .containsExactly(up);
      assertThat(taxes(rule("10", level, RoundingMode.HALF_EVEN), line(cost, "0")))
          .containsExactly(even);
    }
  }

  @Test // A19
  void ten_thousand_random_taxes_add_up() {
    Random random = new Random(SEED);
    for (int round = 0; round < 10_000; round++) {
      BigDecimal percent = BigDecimal.valueOf(random.nextInt(1_000_001), 4);
      RoundingMode rounding = random.nextBoolean() ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN;
      List<OrderLine> lines = anyLines(random);
      String what = "round " + round + ", seed " + SEED + ": " + percent + " % of " + lines;

      Amounts byTotal = amounts(new TaxRule(percent, TaxRule.Level.TOTAL, rounding), lines);
      Money cost = byTotal.items().minus(byTotal.discount());
      BigDecimal exact = BigDecimal.valueOf(cost.minor()).multiply(percent).movePointLeft(2);
      assertThat(byTotal.tax().minor())
          .as(what)
          .isEqualTo(exact.setScale(0, rounding).longValueExact());

      Amounts byLine = amounts(new TaxRule(percent, TaxRule.Level.LINE, rounding), lines);
      assertThat(exact.subtract(BigDecimal.valueOf(byLine.tax().minor())).abs())
          .as(what)
          .isLessThanOrEqualTo(BigDecimal.valueOf(lines.size(), 0).multiply(new BigDecimal("0.5")));
    }
  }

  private static Amounts amounts(TaxRule rule, List<OrderLine> lines) {
    return Amounts.of(rule.on(lines), usd("0"));
  }

  private static List<OrderLine> anyLines(Random random) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      long total = 1 + random.nextInt(random.nextBoolean() ? 20 : 1_000_000);
      lines.add(
          line(
              BigDecimal.valueOf(total, 2).toPlainString(),
              BigDecimal.valueOf(random.nextLong(total), 2).toPlainString()));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100.0001", "7.00001"})
  void what_is_no_rate_is_a_mistake_of_the_shop(String percent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(percent, TaxRule.Level.LINE, RoundingMode.HALF_UP))
        .withMessageContaining("is no tax rate: 0 to 100");
  }

  @Test
  void nothing_but_halves_are_decided_by_rounding() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule("1", TaxRule.Level.LINE, RoundingMode.DOWN));
    assertThat(rule("100.00", TaxRule.Level.LINE, RoundingMode.HALF_UP).percent())
        .isEqualTo(new BigDecimal("100"));
  }

  private static Optional<Address> to(String country, String region) {
    return Optional.of(
        new Address(
            "Ann",
            "Street 1",
            Optional.empty(),
            "Town",
            Optional.ofNullable(region),
            Optional.empty(),
            country));
  }

  @Test
  void the_narrower_place_gives_the_rate() {
    TaxTable table =
        new TaxTable(
            Map.of(
                "DE", new BigDecimal("19"),
                "US-CA", new BigDecimal("7.25"),
                "US", new BigDecimal("1")),
            new BigDecimal("2"),
            TaxRule.Level.TOTAL,
            RoundingMode.HALF_EVEN);
    assertThat(table.to(to("DE", "BY")).percent()).isEqualTo("19");
    assertThat(table.to(to("US", " ca ")).percent()).isEqualTo("7.25");
    assertThat(table.to(to("US", "NV")).percent()).isEqualTo("1");
    assertThat(table.to(to("US", null)).percent()).isEqualTo("1");
    assertThat(table.to(to("FR", null)).percent()).isEqualTo("2");
    assertThat(table.to(Optional.empty()))
        .isEqualTo(rule("2", TaxRule.Level.TOTAL, RoundingMode.HALF_EVEN));
    assertThat(TaxTable.NONE.to(to("DE", null))).isEqualTo(TaxRule.NONE);
  }

  @Test
  void shipping_is_flat_by_country_and_free_above_a_sum() {
    ShippingRule rule =
        new ShippingRule(usd("4.95"), Optional.of(usd("50")), Map.of("DE", usd("2.95")));
    assertThat(rule.of(usd("50"), Optional.empty())).isEqualTo(usd("4.95"));
    assertThat(rule.of(usd("50"), to("FR", null))).isEqualTo(usd("4.95"));
    assertThat(rule.of(usd("50"), to("DE", null))).isEqualTo(usd("2.95"));
    assertThat(rule.of(usd("50.01"), to("DE", null))).isEqualTo(usd("0"));
    assertThat(rule.in(money -> money.times(2)))
        .isEqualTo(new ShippingRule(usd("9.9"), Optional.of(usd("100")), Map.of("DE", usd("5.9"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShippingRule(usd("-1"), Optional.empty(), Map.of()));
  }
}
