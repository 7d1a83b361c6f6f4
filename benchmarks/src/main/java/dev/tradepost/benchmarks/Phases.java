package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures operation after operation. Within each, server and raw loop take turns in short rounds,
 * so that both meet the same machine, and its drift shows as the spread of their ratio.
 */
final class Phases {
  private final Measurable server;
  private final Measurable raw;
  private final int rounds;
  private final double seconds;
  private final Consumer<String> progress;

  /**
   * Prepares it.
   *
   * @param seconds how long either side is measured, all rounds of an operation together
   */
  Phases(Measurable server, Measurable raw, int rounds, double seconds, Consumer<String> progress) {
    this.server = server;
    this.raw = raw;
    this.rounds = rounds;
    this.seconds = seconds;
    this.progress = progress;
  }

  /** A side, and the processor time that counts as its own. */
  record Measurable(Side side, CpuTime cpu) {

    Sample run(Operation operation, int clients, double seconds) throws Exception {
      long before = cpu.nanos();
      Sample sample = side.run(operation, clients, seconds);
      return sample.using(cpu.nanos() - before);
    }
  }

  /** All operations by so many clients, then by so many, and so on. */
  List<Result.Row> measure(List<Integer> clients, List<Operation> operations) throws Exception {
    List<Result.Row> rows = new ArrayList<>();
    for (int some : clients) {
      for (Operation operation : operations) {
        Result.Row row = row(operation, some);
        rows.add(row);
        progress.accept(said(row));
      }
    }
    return rows;
  }

  /** Ends sooner where a side has nothing left to do; only the first round must have something. */
  private Result.Row row(Operation operation, int clients) throws Exception {
    List<Sample> served = new ArrayList<>();
    List<Sample> looped = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Sample ours = server.run(operation, clients, seconds / rounds);
      Sample theirs = raw.run(operation, clients, seconds / rounds);
      if (ours.count() == 0 || theirs.count() == 0) {
        break;
      }
      served.add(ours);
      looped.add(theirs);
      ratios.add(ours.perSecond() / theirs.perSecond());
    }
    return new Result.Row(
        operation, clients, Measured.of(served), Measured.of(looped), Spread.of(ratios));
  }

  private static String said(Result.Row row) {
    return String.format(
        Locale.ROOT,
        "%s, %d client(s): %,.0f/s and %,.0f us, raw %,.0f/s and %,.0f us, ratio %.2f (%s)",
        row.operation().label(),
        row.clients(),
        row.server().perSecond(),
        row.server().cpuMicros(),
        row.raw().perSecond(),
        row.raw().cpuMicros(),
        row.ratio().median(),
        row.ratio().range());
  }
}
