package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was measured on one database.
 *
 * @param rows none where only the live stream was measured
 * @param paced empty where no order was created
 * @param live the live stream, with more and more sockets; none where it was not measured
 */
record Result(
    String database,
    String note,
    boolean embedded,
    List<Row> rows,
    Optional<Paced> paced,
    List<LiveMeasured> live) {

  /**
   * One phase, by the server and by the raw loop.
   *
   * @param ratio what the server did for each one of the raw loop's, round by round
   */
  record Row(Operation operation, int clients, Measured server, Measured raw, Spread ratio) {

    private String markdown() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %,.0f | %.2f | %.2f | %,.0f | %,.0f | %.2f | %,.0f | %.2f | %s |",
          operation.label(),
          clients,
          server.perSecond(),
          server.p50Millis(),
          server.p99Millis(),
          server.cpuMicros(),
          raw.perSecond(),
          raw.p99Millis(),
          raw.cpuMicros(),
          ratio.median(),
          ratio.range());
    }
  }

  /** The rows of an operation; none where it was not measured. */
  Stream<Row> of(Operation operation) {
    return rows.stream().filter(row -> row.operation() == operation);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(database).append("\n\n");
    text.append(Character.toUpperCase(note.charAt(0))).append(note.substring(1)).append(".\n\n");
    if (!rows.isEmpty()) {
      text.append(
          "| operation | clients | ops/s | p50 ms | p99 ms | CPU us | raw ops/s | raw p99 ms |"
              + " raw CPU us | ratio | of its rounds |\n");
      text.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
      rows.forEach(row -> text.append(row.markdown()).append('\n'));
    }
    paced.ifPresent(it -> text.append('\n').append(it.markdown()));
    if (!live.isEmpty()) {
      text.append(rows.isEmpty() ? "" : "\n").append(LiveMeasured.markdown(live));
    }
    return text.toString();
  }
}
