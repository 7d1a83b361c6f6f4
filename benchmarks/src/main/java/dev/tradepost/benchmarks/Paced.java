package dev.tradepost.benchmarks;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Open load: requests are due by the clock, however long the answers take, and each is timed from
 * the moment it was due. A server that pauses is charged for all that had to wait meanwhile.
 *
 * @param operation what was asked for
 * @param rate how many requests were due a second
 * @param measured what came of it
 */
record Paced(Operation operation, double rate, Measured measured) {
  /** More connections than requests ever wait, but for a server that has lost its pace. */
  private static final int CONNECTIONS = 64;

  /** Asks for the operation at this rate for so long. */
  static Paced run(ServerSide server, Operation operation, double rate, double seconds)
      throws IOException {
    try (HttpClients clients = HttpClients.connect(server, CONNECTIONS)) {
      Run run = new Run(clients, server.source(operation), rate, seconds);
      return new Paced(operation, rate, Measured.of(List.of(run.run())));
    }
  }

  private static final class Run {
    private final HttpClients clients;
    private final Request.Source requests;
    private final Random random = new Random(0);
    private final Deque<Integer> idle = new ArrayDeque<>();
    private final long[] due = new long[CONNECTIONS];
    private final long[] nanos;
    private final double pause;
    private final long begin = System.nanoTime();
    private int sent;
    private int answered;

    Run(HttpClients clients, Request.Source requests, double rate, double seconds) {
      this.clients = clients;
      this.requests = requests;
      this.pause = 1e9 / rate;
      this.nanos = new long[Math.max(1, (int) (rate * seconds))];
      IntStream.range(0, CONNECTIONS).forEach(idle::add);
    }

    Sample run() throws IOException {
      while (answered < nanos.length) {
        if (sent == nanos.length || idle.isEmpty()) {
          clients.hear(this::done);
        } else if (due() <= System.nanoTime()) {
          send();
        } else {
          clients.hear(due() - System.nanoTime(), this::done);
        }
      }
      long elapsed = System.nanoTime() - begin;
      Arrays.sort(nanos);
      return new Sample(nanos, elapsed, 0);
    }

    /** When the next one is to be sent. */
    private long due() {
      return begin + (long) (sent * pause);
    }

    private void send() throws IOException {
      int client = idle.remove();
      due[client] = due();
      sent++;
      clients.begin(client, requests.next(random).orElseThrow());
    }

    private void done(int client) {
      nanos[answered] = System.nanoTime() - due[client];
      answered++;
      idle.add(client);
    }
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "Open load, %s at %,.0f a second, half the peak: p50 %.1f ms, p99 %.1f ms, max %.1f ms"
            + " from the moment a request was due; %,d requests, %,.0f answers a second.%n",
        operation.label(),
        rate,
        measured.p50Millis(),
        measured.p99Millis(),
        measured.maxMillis(),
        measured.count(),
        measured.perSecond());
  }
}
