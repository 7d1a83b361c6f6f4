package dev.tradepost.domain.promotion;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private static Discount.Line line(int quantity, String price) {
    Money unitPrice = Money.of(price, "USD");
    return new Discount.Line(quantity, unitPrice, unitPrice.times(quantity));
  }

  private static List<String> off(Discount discount, Discount.Line... lines) {
    return discount.off(List.of(lines)).stream()
        .map(money -> money.major().toPlainString())
        .toList();
  }

  private static Discount percent(String percent) {
    return new Discount.PercentOff(new BigDecimal(percent));
  }

  private static Discount dollars(String amount) {
    return new Discount.AmountOff(Money.of(amount, "USD"));
  }

  @Test // S0-58
  void ten_percent_off_ten_dollars_is_one() {
    assertThat(off(percent("10"), line(1, "10"))).containsExactly("1.00");
  }

  @Test // A19
  void a_discount_is_spread_by_largest_remainder() {
    assertThat(off(dollars("1"), line(1, "10"), line(1, "10"), line(1, "10")))
        .containsExactly("0.34", "0.33", "0.33");
    assertThat(off(dollars("100"), line(1, "100"), line(2, "50"), line(1, "100")))
        .containsExactly("33.34", "33.33", "33.33");
    assertThat(off(percent("12.5"), line(3, "0.99"), line(1, "5"))).containsExactly("0.37", "0.63");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.01", "0.04, 0.00", "0.15, 0.02", "10.05, 1.01"})
  void a_percentage_is_rounded_half_up(String price, String off) {
    assertThat(off(percent("10"), line(1, price))).containsExactly(off);
  }

  @Test
  void one_minor_unit_of_each_line_is_always_left_to_pay() {
    assertThat(off(percent("100"), line(1, "10"), line(1, "0.02"), line(1, "0.01")))
        .containsExactly("9.99", "0.01", "0.00");
    assertThat(off(dollars("1000"), line(2, "5"), line(1, "5"))).containsExactly("9.99", "4.99");
    assertThat(off(percent("50"), line(1, "0.01"), line(1, "10")))
        .as("the first line's share would be all of it")
        .containsExactly("0.00", "5.01");
    assertThat(off(dollars("5"), line(1, "0.01"))).containsExactly("0.00");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 2, 0", "2, 1, 3, 1", "2, 1, 5, 1", "2, 1, 6, 2", "1, 1, 1, 0", "1, 1, 2, 1",
    "1, 2, 2, 1", "1, 2, 3, 2", "1, 2, 4, 2", "3, 2, 4, 1", "3, 2, 9, 3", "1000, 1000, 2000, 1000"
  })
  void for_every_so_many_pieces_bought_the_next_ones_of_the_product_are_free(
      int buy, int get, int quantity, int free) {
    assertThat(new Discount.BuyGet(buy, get).off(List.of(line(quantity, "3"))))
        .containsExactly(Money.of("3", "USD").times(free));
  }

  @Test
  void pieces_of_two_products_do_not_add_up_to_a_free_one() {
    assertThat(off(new Discount.BuyGet(2, 1), line(2, "3"), line(1, "3"), line(3, "4")))
        .containsExactly("0.00", "0.00", "4.00");
  }

  @Test // A19
  void ten_thousand_random_discounts_add_up_and_leave_something_of_each_line() {
    Random random = new Random(SEED);
    for (int round = 0; round < 10_000; round++) {
      List<Discount.Line> lines = anyLines(random);
      Money sum = Spread.sum(lines);
      Money wanted = new Money(1 + random.nextLong(sum.minor() * 2), USD);

      List<Money> off = new Discount.AmountOff(wanted).off(lines);

      long most = sum.minor() - lines.size();
      assertThat(off.stream().mapToLong(Money::minor).sum())
          .as("round %d, seed %d: %s off %s", round, SEED, wanted, lines)
          .isEqualTo(Math.min(wanted.minor(), most));
      for (int i = 0; i < lines.size(); i++) {
        assertThat(off.get(i).minor())
            .as("round %d, seed %d: %s off %s", round, SEED, wanted, lines)
            .isBetween(0L, lines.get(i).total().minor() - 1);
      }
    }
  }

  /** Often of a few cents only, where remainders are most of what there is. */
  private static List<Discount.Line> anyLines(Random random) {
    List<Discount.Line> lines = new ArrayList<>();
    int most = random.nextBoolean() ? 5 : 1_000_000;
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      int quantity = 1 + random.nextInt(5);
      Money price = new Money(1 + random.nextInt(most), USD);
      lines.add(new Discount.Line(quantity, price, price.times(quantity)));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100.01", "0.001", "1e9", "1e-9"})
  void what_is_no_percentage_is_refused(String percent) {
    assertThat(refusalOf(() -> percent(percent)))
        .extracting(it -> it.reason(), it -> it.field().orElseThrow())
        .containsExactly(PromotionReason.PROMOTION_NOT_SOUND, "percentOff");
  }

  @Test
  void a_percentage_is_the_same_however_it_is_written() {
    assertThat(percent("10.00")).isEqualTo(percent("10")).isEqualTo(percent("1e1"));
    assertThat(percent("100").toString()).isEqualTo("100 % off");
  }

  @Test
  void nothing_off_and_nothing_free_are_no_discounts() {
    assertThat(reasonOf(() -> dollars("0"))).isEqualTo(PromotionReason.PROMOTION_NOT_SOUND);
    for (int[] wrong : new int[][] {{0, 1}, {1, 0}, {1_001, 1}, {1, 1_001}}) {
      assertThat(reasonOf(() -> new Discount.BuyGet(wrong[0], wrong[1])))
          .isEqualTo(PromotionReason.PROMOTION_NOT_SOUND);
    }
  }

  @Test
  void dollars_cannot_be_taken_off_euros() {
    Money euro = Money.of("10", "EUR");
    assertThat(reasonOf(() -> dollars("5").off(List.of(new Discount.Line(1, euro, euro)))))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }
}
