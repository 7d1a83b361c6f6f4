package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.LiveLoad.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures how soon those who listen are told, while some do not read. The load goes on afterwards,
 * as fast as it can, until the server must have noticed those.
 */
final class LiveStream {
  /** More than the system's buffers and the server's queue hold for who does not read. */
  private static final int NOTICED = 16_000;

  /** More a second than any server here can write. */
  private static final int UNPACED = 1_000_000;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final LivePlan plan;
  private final int port;
  private final CpuTime cpu;
  private final String staff;

  /**
   * Prepares it.
   *
   * @param cpu of the server and its database
   */
  LiveStream(LivePlan plan, int port, CpuTime cpu) throws IOException {
    this.plan = plan;
    this.port = port;
    this.cpu = cpu;
    try (HttpLine line = new HttpLine(port, "")) {
      staff = token(line, "bench", "staff");
    }
  }

  LiveMeasured measure(double warmup, double seconds) throws Exception {
    LiveLoad load = new LiveLoad(plan.sockets(), port, staff);
    try (LiveListeners listeners = LiveListeners.open(port, customers());
        SlowReaders slow = SlowReaders.open(port, staff, plan.slow())) {
      LivePhase before = phase(listeners, load.run(plan.rate(), events(warmup)));
      long begin = System.nanoTime();
      long cpuBegin = cpu.nanos();
      List<Written> written = load.run(plan.rate(), events(seconds));
      double took = (System.nanoTime() - begin) / 1e9;
      long cpuNanos = cpu.nanos() - cpuBegin;
      LivePhase measured = phase(listeners, written);
      List<LivePhase> phases = new ArrayList<>(List.of(before, measured));
      int missing = plan.slow() == 0 ? 0 : NOTICED - before.events() - measured.events();
      if (missing > 0) {
        phases.add(phase(listeners, load.run(UNPACED, missing)));
      }
      return LiveMeasured.of(plan, took, cpuNanos, measured, phases, slow.tooSlow());
    }
  }

  private int events(double seconds) {
    return (int) Math.ceil(seconds * plan.rate());
  }

  /** Takes what was heard of these, once all of it is there or nothing more comes. */
  private static LivePhase phase(LiveListeners listeners, List<Written> written)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (listeners.count() < written.size() && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    return new LivePhase(written, listeners.take());
  }

  private List<String> customers() throws IOException {
    List<String> tokens = new ArrayList<>();
    try (HttpLine line = new HttpLine(port, "")) {
      for (int i = 0; i < plan.sockets(); i++) {
        tokens.add(token(line, LivePlan.user(i), "customer"));
      }
    }
    return tokens;
  }

  private static String token(HttpLine line, String user, String role) throws IOException {
    String ask = "{\"userId\":\"" + user + "\",\"role\":\"" + role + "\"}";
    return line.exchange("POST", "/auth/token", ask).split("\"")[3];
  }
}
