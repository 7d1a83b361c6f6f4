package dev.tradepost.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time that some processes have used so far, with all they have started: on a machine
 * that others use too it is steadier than time by the clock.
 */
final class CpuTime {
  private final List<ProcessHandle> roots = new ArrayList<>();

  /** That of this process itself. */
  static CpuTime ofSelf() {
    CpuTime time = new CpuTime();
    time.roots.add(ProcessHandle.current());
    return time;
  }

  static CpuTime of(ProcessHandle process) {
    CpuTime time = new CpuTime();
    time.roots.add(process);
    return time;
  }

  /** With that of another process and what it has started. */
  CpuTime and(ProcessHandle other) {
    roots.add(other);
    return this;
  }

  /** The process that a PostgreSQL in this directory runs under. */
  static ProcessHandle postmaster(Path data) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** What was used until now, in nanoseconds, in steps of the system's clock (10 ms). */
  long nanos() {
    return roots.stream().flatMap(CpuTime::family).mapToLong(CpuTime::used).sum();
  }

  /** This process started the others that are measured: of it, only what it used itself. */
  private static Stream<ProcessHandle> family(ProcessHandle root) {
    return root.equals(ProcessHandle.current())
        ? Stream.of(root)
        : Stream.concat(Stream.of(root), root.descendants());
  }

  private static long used(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
