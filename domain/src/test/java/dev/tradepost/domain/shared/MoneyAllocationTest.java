package dev.tradepost.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyAllocationTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Test // A19, S2-11
  void a_hundred_over_three_lines_keeps_every_cent() {
    assertThat(Money.of("100.00", "USD").allocate(List.of(1L, 1L, 1L)))
        .containsExactly(
            Money.of("33.34", "USD"), Money.of("33.33", "USD"), Money.of("33.33", "USD"));
  }

  @Test
  void the_units_left_over_go_to_the_largest_remainders() {
    assertThat(units(10, 1, 5, 1)).containsExactly(2L, 7L, 1L);
    assertThat(units(5, 3, 3, 4)).containsExactly(2L, 1L, 2L);
    assertThat(units(1, 1, 2)).containsExactly(0L, 1L);
  }

  @Test
  void a_negative_amount_is_split_as_its_opposite() {
    assertThat(units(-100, 1, 1, 1)).containsExactly(-34L, -33L, -33L);
  }

  @Test
  void a_weight_of_zero_gets_nothing() {
    assertThat(units(7, 0, 2, 0, 1)).containsExactly(0L, 5L, 0L, 2L);
  }

  @Test // S0-40
  void the_edges_of_the_range_are_split_exactly() {
    assertThat(units(Long.MAX_VALUE, 1, 1)).containsExactly((1L << 62), (1L << 62) - 1);
    assertThat(units(Long.MIN_VALUE, 1, 1)).containsExactly(-(1L << 62), -(1L << 62));
    assertThat(units(Long.MIN_VALUE, 5)).containsExactly(Long.MIN_VALUE);
    assertThat(units(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .containsExactly(3074457345618258603L, 3074457345618258602L, 3074457345618258602L);
  }

  static Stream<List<Long>> senseless_weights() {
    return Stream.of(List.of(), List.of(0L), List.of(0L, 0L), List.of(2L, -1L), List.of(-1L));
  }

  @ParameterizedTest
  @MethodSource("senseless_weights")
  void senseless_weights_are_a_mistake_of_the_caller(List<Long> weights) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of("1", "USD").allocate(weights))
        .withMessage("weights must not be negative and not all zero");
  }

  @Test // A19
  void ten_thousand_random_splits_keep_every_unit_and_are_fair() {
    Random random = new Random(SEED);
    for (int round = 0; round < 10_000; round++) {
      Money amount = new Money(anyAmount(random), USD);
      List<Long> weights = anyWeights(random);
      List<Money> parts = amount.allocate(weights);
      String what = "seed %d, round %d: %s over %s".formatted(SEED, round, amount, weights);
      assertThat(parts).as(what).hasSameSizeAs(weights);
      assertThat(exactSum(parts)).as(what).isEqualTo(BigInteger.valueOf(amount.minor()));
      checkFairness(what, amount, weights, parts);
    }
  }

  /** No part is a whole unit or more away from its exact share, nor on the other side of zero. */
  private static void checkFairness(
      String what, Money amount, List<Long> weights, List<Money> parts) {
    BigInteger sum =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    for (int i = 0; i < parts.size(); i++) {
      BigInteger exact =
          BigInteger.valueOf(amount.minor()).multiply(BigInteger.valueOf(weights.get(i)));
      BigInteger error = BigInteger.valueOf(parts.get(i).minor()).multiply(sum).subtract(exact);
      assertThat(error.abs()).as(what).isLessThan(sum);
      assertThat(parts.get(i).currency()).as(what).isEqualTo(USD);
      assertThat(Long.signum(parts.get(i).minor()) * Long.signum(amount.minor()))
          .as(what)
          .isNotNegative();
    }
  }

  private static BigInteger exactSum(List<Money> parts) {
    return parts.stream()
        .map(part -> BigInteger.valueOf(part.minor()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static long anyAmount(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(21) - 10;
      case 1 -> random.nextInt(2_000_001) - 1_000_000;
      case 2 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
      default -> random.nextLong();
    };
  }

  private static List<Long> anyWeights(Random random) {
    long bound = random.nextBoolean() ? 10 : Long.MAX_VALUE;
    List<Long> weights =
        LongStream.generate(() -> random.nextLong(bound))
            .limit(1 + random.nextInt(12))
            .boxed()
            .toList();
    return weights.stream().allMatch(weight -> weight == 0) ? List.of(1L) : weights;
  }

  private static List<Long> units(long minor, long... weights) {
    List<Long> boxed = LongStream.of(weights).boxed().toList();
    return new Money(minor, USD).allocate(boxed).stream().map(Money::minor).toList();
  }
}
