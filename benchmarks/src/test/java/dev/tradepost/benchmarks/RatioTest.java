package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rounds become a ratio, and ratios a table and a picture. */
class RatioTest {
  private static final Sample FAST = new Sample(new long[] {1_000_000, 2_000_000}, 1_000_000, 0);
  private static final Sample SLOW = new Sample(new long[] {9_000_000}, 1_000_000, 3_000);

  @TempDir Path directory;

  private static Result.Row row(Operation operation, Double... ratios) {
    Measured measured = Measured.of(List.of(FAST, SLOW));
    return new Result.Row(operation, 32, measured, measured, Spread.of(List.of(ratios)));
  }

  private static Result postgres(Result.Row... rows) {
    return new Result("PostgreSQL", "small", false, List.of(rows), Optional.empty(), List.of());
  }

  @Test
  void rounds_are_pooled() {
    Measured pooled = Measured.of(List.of(FAST, SLOW));
    assertThat(pooled.count()).isEqualTo(3);
    assertThat(pooled.perSecond()).isEqualTo(1_500);
    assertThat(pooled.p50Millis()).isEqualTo(2);
    assertThat(pooled.maxMillis()).isEqualTo(9);
    assertThat(pooled.cpuMicros()).isEqualTo(1);
  }

  @Test
  void the_ratio_is_that_of_the_middle_round() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
    assertThat(Spread.of(List.of(3.0, 1.0)).median()).isEqualTo(2);
  }

  @Test
  void an_aim_is_met_or_missed() {
    String aims =
        Aims.markdown(
            List.of(
                postgres(
                    row(Operation.HOT_TRANSFER, 4.0, 6.0, 5.0), row(Operation.CREATE, 1.1, 1.19))));
    assertThat(aims)
        .contains(
            "2 hot wallets, 32 clients on PostgreSQL | >= 5.0 x | 5.00 x (4.00 to 6.00) | met")
        .contains("| >= 1.2 x | 1.15 x (1.10 to 1.19) | **missed** |");
  }

  @Test
  void growth_is_held_against_the_first_size() {
    Measured before = new Measured(1, 1, 1.0, 2, 3, 100);
    Measured after = new Measured(1, 1, 1.1, 2, 3, 150);
    GrowthMeasured growth =
        new GrowthMeasured(
            "PostgreSQL",
            List.of(
                new GrowthMeasured.Step(1_000, Map.of("get", before)),
                new GrowthMeasured.Step(9_000, Map.of("get", after))),
            Optional.of(List.of("orders by /orders?q=x")));
    assertThat(growth.markdown()).contains("end to end: orders by /orders?q=x.");
    assertThat(Aims.markdown(List.of(), List.of(), Optional.of(growth)))
        .contains("| aim: get at 9,000 orders, to 1,000, CPU | <= 1.2 x | 1.50 x | **missed** |")
        .contains("| aim: get at 9,000 orders, to 1,000, p50 | <= 1.2 x | 1.10 x | met |")
        .contains("by a read | 0 | 1 | **missed** |");
  }

  @Test
  void the_picture_stands_beside_the_page() throws Exception {
    Path page = directory.resolve("page.md");
    List<Result> results = List.of(postgres(row(Operation.GET, 0.4)));
    new ResultFile(page).replace("figures\n", RatioAim.reached(results));
    assertThat(Files.readString(page)).contains("figures\n\n![").contains("](page.svg)");
    assertThat(Files.readString(directory.resolve("page.svg")))
        .contains("get order, 32 clients on PostgreSQL")
        .contains(">0.40, aim 0.5<")
        .endsWith("</svg>\n");
  }
}
