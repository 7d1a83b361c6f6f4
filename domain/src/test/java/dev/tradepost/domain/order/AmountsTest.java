package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.exampleLines;
import static dev.tradepost.domain.order.OrderFixture.line;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @Test // S0-09, S0-20
  void the_total_of_a_line_is_its_price_times_its_quantity() {
    OrderLine line = line("p1", 3, "19.99");
    assertThat(line.productId()).isEqualTo(new ProductId("p1"));
    assertThat(line.quantity()).isEqualTo(3);
    assertThat(line.unitPrice()).isEqualTo(usd("19.99"));
    assertThat(line.total()).isEqualTo(usd("59.97"));
  }

  @Test // S0-04, S0-21, S0-50, S1-13
  void the_total_of_the_example_is_1800() {
    Amounts amounts = Amounts.of(exampleLines());
    assertThat(amounts.items()).isEqualTo(usd("1800"));
    assertThat(amounts.total()).isEqualTo(usd("1800"));
    assertThat(amounts.discount().isZero()).isTrue();
    assertThat(amounts.tax().isZero()).isTrue();
    assertThat(amounts.shipping().isZero()).isTrue();
  }

  @Test // S0-04, S2-36
  void the_customer_pays_the_lines_less_the_discount_plus_tax_and_shipping() {
    Amounts amounts = new Amounts(usd("100"), usd("30"), usd("13.30"), usd("4.95"), usd("0"));
    assertThat(amounts.total()).isEqualTo(usd("88.25"));
  }

  @Test
  void an_order_may_cost_nothing_but_not_less() {
    assertThat(new Amounts(usd("10"), usd("10"), usd("0"), usd("0"), usd("0")).total())
        .isEqualTo(usd("0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Amounts(usd("10"), usd("10.01"), usd("0"), usd("0"), usd("0")))
        .withMessage("an order cannot cost less than nothing");
  }

  @Test // S2-36
  void what_was_called_off_is_no_longer_paid() {
    Amounts amounts = new Amounts(usd("100"), usd("30"), usd("13.30"), usd("4.95"), usd("0"));
    Amounts less = amounts.cancel(usd("40")).cancel(usd("0.25"));
    assertThat(less)
        .isEqualTo(new Amounts(usd("100"), usd("30"), usd("13.30"), usd("4.95"), usd("40.25")));
    assertThat(less.total()).isEqualTo(usd("48.00"));
    assertThat(less.cancel(usd("48")).total()).isEqualTo(usd("0"));
    assertThatIllegalArgumentException().isThrownBy(() -> less.cancel(usd("48.01")));
  }

  @Test // S2-36, S2-40
  void the_discounts_and_taxes_of_an_order_are_those_of_its_lines() {
    List<OrderLine> lines =
        List.of(
            line("p1", 2, "500").priced(usd("100"), usd("90.01")),
            line("p2", 1, "800").priced(usd("0"), usd("80")));
    Amounts amounts = Amounts.of(lines, usd("9.99"));
    assertThat(amounts)
        .isEqualTo(new Amounts(usd("1800"), usd("100"), usd("170.01"), usd("9.99"), usd("0")));
    assertThat(amounts.total()).isEqualTo(usd("1880"));
  }

  @Test
  void shipping_is_in_the_currency_of_the_lines() {
    Money euros = Money.of("5", "EUR");
    assertThat(reasonOf(() -> Amounts.of(exampleLines(), euros)))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }

  @ParameterizedTest // S0-18, S0-35, T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_line_of_no_pieces_is_refused(int quantity) {
    assertThat(reasonOf(() -> line("p1", quantity, "5")))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void a_line_without_a_price_is_refused(String price) {
    assertThat(reasonOf(() -> line("p1", 1, price))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test
  void a_line_needs_a_product_and_a_name() {
    Money price = usd("5");
    assertThatNullPointerException()
        .isThrownBy(() -> OrderLine.of(null, "Laptop", Optional.empty(), 1, price));
    assertThatNullPointerException()
        .isThrownBy(() -> OrderLine.of(new ProductId("p1"), null, Optional.empty(), 1, price));
  }

  @Test // S0-40, A16
  void a_line_total_past_the_range_is_refused_and_never_wrapped() {
    assertThat(line("p1", 1, "92233720368547758.07").total())
        .isEqualTo(usd("92233720368547758.07"));
    assertThat(reasonOf(() -> line("p1", 2, "92233720368547758.07")))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(reasonOf(() -> line("p1", Integer.MAX_VALUE, "92233720368547758.07")))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test // S0-40, T-13
  void a_large_line_total_is_exact() {
    assertThat(line("p1", Integer.MAX_VALUE, "99999.99").total())
        .isEqualTo(usd("214748343225163.53"));
  }

  @Test // S0-40, A16
  void a_sum_of_lines_past_the_range_is_refused_and_never_wrapped() {
    List<OrderLine> lines = List.of(line("p1", 1, "92233720368547758.07"), line("p2", 1, "0.01"));
    assertThat(reasonOf(() -> Amounts.of(lines))).isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test
  void lines_of_two_currencies_are_refused() {
    OrderLine euros =
        OrderLine.of(new ProductId("p2"), "Mug", Optional.empty(), 1, Money.of("5", "EUR"));
    assertThat(reasonOf(() -> Amounts.of(List.of(line("p1", 1, "5"), euros))))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }

  @Test // S0-42, S0-43
  void a_stored_total_is_kept_and_never_computed_again() {
    OrderLine stored =
        new OrderLine(
            new ProductId("p1"),
            "Mug",
            Optional.empty(),
            2,
            usd("5"),
            usd("9.50"),
            usd("0"),
            usd("0"),
            0,
            0);
    assertThat(stored.total()).isEqualTo(usd("9.50"));
    assertThat(Amounts.of(List.of(stored)).total()).isEqualTo(usd("9.50"));
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
