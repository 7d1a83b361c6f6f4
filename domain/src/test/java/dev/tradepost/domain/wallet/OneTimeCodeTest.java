package dev.tradepost.domain.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final UUID SALT = new UUID(6, 1);
  private static final UUID OTHER_SALT = new UUID(6, 2);

  @Test // S3-70
  void a_code_is_six_digits_drawn_by_chance() {
    Random random = new Random(SEED);
    Set<String> drawn = new HashSet<>();
    boolean leadingZero = false;
    for (int draw = 0; draw < 2_000; draw++) {
      String code = OneTimeCode.draw(random);
      assertThat(code).as("seed %d", SEED).matches("[0-9]{6}");
      leadingZero |= code.startsWith("0");
      drawn.add(code);
    }
    assertThat(leadingZero).as("seed %d", SEED).isTrue();
    assertThat(drawn).as("seed %d", SEED).hasSizeGreaterThan(1_900);
  }

  @Test // S3-70
  void the_first_and_the_last_code_have_six_digits_too() {
    assertThat(OneTimeCode.draw(always(0))).isEqualTo("000000");
    assertThat(OneTimeCode.draw(always(7))).isEqualTo("000007");
    assertThat(OneTimeCode.draw(always(999_999))).isEqualTo("999999");
  }

  @Test // S3-70
  void the_same_code_under_another_salt_has_another_hash() {
    OneTimeCode code = OneTimeCode.of("012345", SALT);
    assertThat(code).isEqualTo(OneTimeCode.of("012345", SALT));
    assertThat(OneTimeCode.of("012345", OTHER_SALT).hash()).isNotEqualTo(code.hash());
    assertThat(OneTimeCode.of("012346", SALT).hash()).isNotEqualTo(code.hash());
  }

  @Test // S3-70
  void what_is_kept_does_not_show_the_code() {
    OneTimeCode code = OneTimeCode.of("012345", SALT);
    assertThat(code.hash()).matches("[0-9a-f]{64}");
    assertThat(code.toString()).doesNotContain("012345");
  }

  @Test // S3-70
  void a_code_matches_itself_alone() {
    OneTimeCode code = OneTimeCode.of("012345", SALT);
    assertThat(code.matches("012345")).isTrue();
    assertThat(code.matches("12345")).isFalse();
    assertThat(code.matches("012346")).isFalse();
    assertThat(code.matches(code.hash())).isFalse();
    assertThat(code.matches("")).isFalse();
    assertThat(code.matches(null)).isFalse();
  }

  @Test
  void a_kept_code_has_a_salt_and_a_hash() {
    assertThatNullPointerException().isThrownBy(() -> new OneTimeCode(null, "ff"));
    assertThatNullPointerException().isThrownBy(() -> new OneTimeCode(SALT, null));
  }

  /** Chance that draws the same number for ever. */
  private static RandomGenerator always(int number) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("a code is drawn below a bound");
      }

      @Override
      public int nextInt(int bound) {
        assertThat(number).isLessThan(bound);
        return number;
      }
    };
  }
}
