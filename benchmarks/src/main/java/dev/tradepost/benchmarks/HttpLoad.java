package dev.tradepost.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Closed load on the server: every client sends its next request when it has the answer to the
 * last. The first failure ends the phase and the run.
 */
final class HttpLoad {
  private final HttpClients clients;
  private final Request.Source requests;
  private final long wantedNanos;
  private final List<Random> randoms;
  private final List<Latencies> latencies;
  private int busy;

  private HttpLoad(HttpClients clients, Request.Source requests, int count, double seconds) {
    this.clients = clients;
    this.requests = requests;
    this.wantedNanos = (long) (seconds * 1e9);
    this.randoms = IntStream.range(0, count).mapToObj(Random::new).toList();
    long begin = System.nanoTime();
    this.latencies = IntStream.range(0, count).mapToObj(i -> new Latencies(begin)).toList();
  }

  /** Lets so many clients ask for these for so long, or until there is nothing left to do. */
  static Sample run(ServerSide server, Request.Source requests, int clients, double seconds)
      throws IOException {
    try (HttpClients lines = HttpClients.connect(server, clients)) {
      HttpLoad load = new HttpLoad(lines, requests, clients, seconds);
      load.run();
      return Latencies.sample(load.latencies);
    }
  }

  private void run() throws IOException {
    busy = latencies.size();
    for (int client = 0; client < latencies.size(); client++) {
      goOn(client);
    }
    while (busy > 0) {
      clients.hear(this::done);
    }
  }

  private void done(int client) throws IOException {
    latencies.get(client).add(System.nanoTime());
    goOn(client);
  }

  private void goOn(int client) throws IOException {
    Optional<Request> next = Optional.empty();
    if (latencies.get(client).elapsed() < wantedNanos) {
      next = requests.next(randoms.get(client));
    }
    if (next.isPresent()) {
      clients.begin(client, next.get());
    } else {
      busy--;
    }
  }
}
