package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.line;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pieces of a line cost when they are given back one by one. */
class OrderLineTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final long MOST = Long.MAX_VALUE;

  @Test // S2-11, A68, T-14
  void one_of_three_pieces_costs_its_share_after_discount_and_with_tax() {
    OrderLine line = line("p1", 3, "10").priced(usd("3"), usd("2.43"));
    assertThat(line.net()).isEqualTo(usd("29.43"));
    assertThat(line.valueOf(1)).isEqualTo(usd("9.81"));
    assertThat(line.valueOf(2)).isEqualTo(usd("19.62"));
    assertThat(line.valueOf(3)).isEqualTo(usd("29.43"));
  }

  @Test // S2-11, A68
  void one_cent_over_three_pieces_comes_back_with_the_last() {
    OrderLine three = line("p1", 3, "1").priced(usd("2.99"), usd("0"));
    OrderLine two = three.takeBack(1);
    OrderLine one = two.cancel(1);
    assertThat(three.valueOf(1)).isEqualTo(usd("0"));
    assertThat(two.valueOf(1)).isEqualTo(usd("0"));
    assertThat(one.valueOf(1)).isEqualTo(usd("0.01"));
    assertThat(two.valueOf(2)).isEqualTo(usd("0.01"));
    assertThat(three.valueOf(3)).isEqualTo(usd("0.01"));
  }

  @Test // S2-11, A74
  void pieces_given_back_in_any_parts_and_any_order_give_back_exactly_what_they_cost() {
    Random random = new Random(SEED);
    for (int run = 0; run < 2_000; run++) {
      OrderLine line = anyLine(random);
      BigInteger given = BigInteger.ZERO;
      while (line.kept() > 0) {
        int pieces = (int) random.nextLong(1, line.kept() + 1L);
        Money value = line.valueOf(pieces);
        assertThat(value.isNegative()).as("seed %d: %s of %s", SEED, value, line).isFalse();
        given = given.add(BigInteger.valueOf(value.minor()));
        line = random.nextBoolean() ? line.cancel(pieces) : line.takeBack(pieces);
        assertThat(given)
            .as("seed %d: %s", SEED, line)
            .isLessThanOrEqualTo(BigInteger.valueOf(line.net().minor()));
      }
      assertThat(given.longValueExact())
          .as("seed %d: %s", SEED, line)
          .isEqualTo(line.net().minor());
    }
  }

  @Test // A68
  void a_share_is_never_a_whole_cent_away_from_the_exact_one() {
    Random random = new Random(SEED);
    for (int run = 0; run < 2_000; run++) {
      OrderLine line = anyLine(random);
      if (line.quantity() > 1 && random.nextBoolean()) {
        line = line.cancel(random.nextInt(1, line.quantity()));
      }
      int pieces = (int) random.nextLong(1, line.kept() + 1L);
      BigInteger quantity = BigInteger.valueOf(line.quantity());
      BigInteger exact =
          BigInteger.valueOf(line.net().minor()).multiply(BigInteger.valueOf(pieces));
      BigInteger share = BigInteger.valueOf(line.valueOf(pieces).minor()).multiply(quantity);
      assertThat(share.subtract(exact).abs())
          .as("seed %d: %d of %s", SEED, pieces, line)
          .isLessThan(quantity);
    }
  }

  /** Of a few pieces or very many, of a few cents or as many as there can be. */
  private static OrderLine anyLine(Random random) {
    int quantity = random.nextInt(4) > 0 ? 1 + random.nextInt(9) : 1 + random.nextInt(1 << 30);
    boolean dear = random.nextInt(4) == 0;
    long total = dear ? random.nextLong(1, MOST) : 1 + random.nextInt(10_000);
    long discount = random.nextInt(3) == 0 ? random.nextLong(0, total + 1) : 0;
    long left = MOST - (total - discount);
    long tax = random.nextInt(3) == 0 ? random.nextLong(0, Math.min(left, total) + 1) : 0;
    Currency currency = Currency.getInstance(random.nextBoolean() ? "USD" : "JPY");
    return new OrderLine(
        new ProductId("p1"),
        "Mug",
        Optional.empty(),
        quantity,
        new Money(1, currency),
        new Money(total, currency),
        new Money(discount, currency),
        new Money(tax, currency),
        0,
        0);
  }

  @Test // S0-40, A16
  void the_share_of_the_dearest_line_of_the_most_pieces_does_not_wrap() {
    OrderLine line =
        new OrderLine(
            new ProductId("p1"),
            "Mug",
            Optional.empty(),
            Integer.MAX_VALUE,
            new Money(1, Currency.getInstance("USD")),
            new Money(MOST, Currency.getInstance("USD")),
            usd("0"),
            usd("0"),
            0,
            0);
    assertThat(line.valueOf(Integer.MAX_VALUE).minor()).isEqualTo(MOST);
    assertThat(line.valueOf(1).minor()).isEqualTo(MOST / Integer.MAX_VALUE);
    assertThat(line.cancel(Integer.MAX_VALUE - 1).valueOf(1).isPositive()).isTrue();
  }

  @Test
  void a_line_that_cost_nothing_gives_nothing_back() {
    OrderLine gift = line("p1", 2, "5").priced(usd("10"), usd("0"));
    assertThat(gift.net()).isEqualTo(usd("0"));
    assertThat(gift.valueOf(1)).isEqualTo(usd("0"));
    assertThat(gift.valueOf(2)).isEqualTo(usd("0"));
  }

  @Test // S2-11, A70
  void no_more_is_called_off_or_taken_back_than_is_kept() {
    OrderLine line = line("p1", 3, "10").cancel(1).takeBack(1);
    assertThat(line.cancelled()).isEqualTo(1);
    assertThat(line.returned()).isEqualTo(1);
    assertThat(line.kept()).isEqualTo(1);
    Rejection refusal = refusalOf(() -> line.valueOf(2));
    assertThat(refusal.reason()).isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
    assertThat(refusal.detail()).isEqualTo("1 of product p1 are left of this order, not 2");
    assertThat(reasonOf(() -> line.cancel(2))).isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
    assertThat(reasonOf(() -> line.takeBack(2))).isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
    OrderLine none = line.cancel(1);
    assertThat(none.kept()).isZero();
    assertThat(reasonOf(() -> none.takeBack(1))).isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
    assertThat(reasonOf(() -> none.valueOf(Integer.MAX_VALUE)))
        .isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_number_of_pieces_below_one_is_refused(int pieces) {
    OrderLine line = line("p1", 3, "10").cancel(1);
    assertThat(reasonOf(() -> line.valueOf(pieces))).isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> line.cancel(pieces))).isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> line.takeBack(pieces))).isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @Test // S0-48
  void nothing_else_of_a_line_moves_when_pieces_go() {
    OrderLine line = line("p1", 3, "10").priced(usd("3"), usd("2.43"));
    OrderLine less = line.cancel(1).takeBack(2);
    assertThat(less)
        .usingRecursiveComparison()
        .ignoringFields("cancelled", "returned")
        .isEqualTo(line);
    assertThat(less.net()).isEqualTo(line.net());
    assertThat(line.priced(usd("0"), usd("0"))).isEqualTo(line("p1", 3, "10"));
  }

  @ParameterizedTest
  @CsvSource({"-0.01, 0", "30.01, 0", "0, -0.01"})
  void a_discount_is_a_part_of_the_total_and_a_tax_is_not_negative(String discount, String tax) {
    OrderLine line = line("p1", 3, "10");
    assertThatIllegalArgumentException().isThrownBy(() -> line.priced(usd(discount), usd(tax)));
  }

  @Test
  void discount_and_tax_are_in_the_currency_of_the_line() {
    OrderLine line = line("p1", 3, "10");
    Money euros = Money.of("1", "EUR");
    assertThat(reasonOf(() -> line.priced(euros, usd("0"))))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
    assertThat(reasonOf(() -> line.priced(usd("0"), euros).net()))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }

  @ParameterizedTest // T-09
  @CsvSource({"-1, 0", "0, -1", "4, 0", "2, 2", "2147483647, 2147483647"})
  void no_line_says_that_more_is_gone_than_was_ordered(int cancelled, int returned) {
    OrderLine line = line("p1", 3, "10");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new OrderLine(
                    line.productId(),
                    line.name(),
                    line.sku(),
                    3,
                    line.unitPrice(),
                    line.total(),
                    line.discount(),
                    line.tax(),
                    cancelled,
                    returned));
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
