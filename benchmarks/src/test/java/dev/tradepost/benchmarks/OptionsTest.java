package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.benchmarks.Operation.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line can ask for. */
class OptionsTest {

  @Test
  void without_options_everything_is_measured_on_both_databases() {
    Options options = Options.parse();
    assertThat(options.operations()).containsExactly(Operation.values());
    assertThat(options.databases()).containsExactly("h2", "postgresql");
    assertThat(options.clients()).containsExactly(1, 8, 32);
    assertThat(options.live()).contains(new LivePlan(1_000, 10, 200));
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.growth()).containsExactly(10_000, 1_000_000);
    assertThat(options.out()).isEmpty();
  }

  @Test
  void a_part_of_it_can_be_asked_for() {
    Options options = Options.parse("--operations", "fx,orders", "--out", "x.md");
    assertThat(options.kinds()).containsExactlyInAnyOrder(Kind.FX, Kind.ORDERS);
    assertThat(options.live()).isEmpty();
    assertThat(options.out()).contains(Path.of("x.md"));
  }

  @Test
  void the_live_stream_can_be_measured_alone() {
    Options options =
        Options.parse("--operations", "live", "--sockets", "7,70", "--slow", "0", "--rate", "3");
    assertThat(options.operations()).isEmpty();
    assertThat(options.live()).containsExactly(new LivePlan(7, 0, 3), new LivePlan(70, 0, 3));
  }

  @Test
  void the_growth_of_the_database_can_be_measured_alone() {
    Options options = Options.parse("--operations", "growth", "--orders", "1000,5000");
    assertThat(options.comparesSides()).isFalse();
    assertThat(options.growth()).containsExactly(1_000, 5_000);
    assertThat(Options.parse("--operations", "orders").growth()).isEmpty();
  }

  @Test
  void a_function_in_the_database_is_no_reference_on_h2() {
    Options options = Options.parse("--operations", "wallets");
    assertThat(options.operations(true)).doesNotContain(Operation.TRANSFER_CALL);
    assertThat(options.operations(false)).contains(Operation.TRANSFER_CALL);
  }

  @ParameterizedTest
  @CsvSource({
    "--operations, carts",
    "--databases, oracle",
    "--clients, '1,0'",
    "--seconds, 0",
    "--rate, many",
    "--slow, -1",
    "--sockets, 0",
    "--rounds, 0",
    "--orders, '2000,1000'",
    "--orders, 1500",
    "--speed, 1"
  })
  void what_cannot_be_is_refused_by_its_name(String name, String value) {
    assertThatThrownBy(() -> Options.parse(name, value))
        .isInstanceOf(Options.Invalid.class)
        .hasMessageContaining(name);
  }

  @Test
  void a_name_needs_a_value() {
    assertThatThrownBy(() -> Options.parse("--out")).hasMessageContaining("--out");
  }
}
