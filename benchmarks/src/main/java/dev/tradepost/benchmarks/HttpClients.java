package dev.tradepost.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients of the server, each with a connection of its own, all on one thread: a thread for each
 * would take a share of the cores that belongs to what is measured.
 */
final class HttpClients implements AutoCloseable {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private final Selector selector = Selector.open();
  private final List<HttpLine> lines = new ArrayList<>();

  private HttpClients() throws IOException {}

  /** Connects so many, counted from zero. */
  static HttpClients connect(ServerSide server, int count) throws IOException {
    HttpClients clients = new HttpClients();
    for (int i = 0; i < count; i++) {
      HttpLine line = server.connect();
      line.register(clients.selector, i);
      clients.lines.add(line);
    }
    return clients;
  }

  /** Begins an operation of a client that has none under way. */
  void begin(int client, Request request) throws IOException {
    lines.get(client).send(request);
  }

  /** Told of a client whose operation has come to its end. */
  @FunctionalInterface
  interface Done {
    void of(int client) throws IOException;
  }

  /** Waits for answers and reads them; fails where none comes for long. */
  void hear(Done done) throws IOException {
    if (!hear(PATIENCE, done)) {
      throw new IOException("the server answers nobody");
    }
  }

  /**
   * Waits for answers, no longer than so long, and reads them.
   *
   * @return whether anything came
   */
  boolean hear(long nanos, Done done) throws IOException {
    if (select(Math.max(0, nanos)) == 0) {
      return false;
    }
    for (SelectionKey key : selector.selectedKeys()) {
      read((Integer) key.attachment(), done);
    }
    selector.selectedKeys().clear();
    return true;
  }

  private void read(int client, Done done) throws IOException {
    HttpLine line = lines.get(client);
    Optional<String> answer = line.answer();
    if (answer.isEmpty()) {
      return;
    }
    Optional<Request> next = line.asked().then().after(answer.get());
    if (next.isPresent()) {
      line.send(next.get());
    } else {
      done.of(client);
    }
  }

  /** The system waits for whole milliseconds; what is shorter is slept. */
  private int select(long nanos) throws IOException {
    if (nanos >= MILLI) {
      return selector.select(nanos / MILLI);
    }
    LockSupport.parkNanos(nanos);
    return selector.selectNow();
  }

  @Override
  public void close() throws IOException {
    for (HttpLine line : lines) {
      line.close();
    }
    selector.close();
  }
}
