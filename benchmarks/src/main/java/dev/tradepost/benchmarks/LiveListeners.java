package dev.tradepost.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Users who listen, each to their own orders: many sockets, read by one thread. */
final class LiveListeners implements AutoCloseable {
  private static final String OF_ORDER = "{\"orderId\":\"";

  private final List<LiveSocket> sockets = new ArrayList<>();
  private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final Selector selector = Selector.open();
  private final Thread reader = new Thread(this::read, "listeners");
  private volatile int count;
  private volatile boolean closing;

  private LiveListeners() throws IOException {}

  /** A frame of an order, and when it was there. */
  record Heard(int user, Instant at, String text) {}

  /** Opens a socket for each of these tokens; users are counted from zero. */
  static LiveListeners open(int port, List<String> tokens) throws IOException {
    LiveListeners listeners = new LiveListeners();
    for (String token : tokens) {
      LiveSocket socket = LiveSocket.open(port, token, 0);
      socket.channel().configureBlocking(false);
      socket.channel().register(listeners.selector, SelectionKey.OP_READ, listeners.sockets.size());
      listeners.sockets.add(socket);
    }
    listeners.reader.setDaemon(true);
    listeners.reader.start();
    return listeners;
  }

  private void read() {
    try {
      while (!closing) {
        selector.select(this::read);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the sockets cannot be read", e);
    }
  }

  private void read(SelectionKey key) {
    int user = (Integer) key.attachment();
    boolean open = sockets.get(user).read(text -> hear(user, text));
    if (!open) {
      key.cancel();
    }
  }

  /** Only kept: what is in it is looked at when nothing is measured any more. */
  private void hear(int user, String text) {
    if (text.startsWith(OF_ORDER)) {
      heard.add(new Heard(user, Instant.now(), text));
      count++;
    }
  }

  /** How many frames of orders have come since they were taken out. */
  int count() {
    return count;
  }

  /** Takes out what was heard, when nothing is under way. */
  List<Heard> take() {
    List<Heard> all = new ArrayList<>(heard);
    heard.clear();
    count = 0;
    return all;
  }

  @Override
  public void close() throws IOException {
    closing = true;
    selector.wakeup();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (LiveSocket socket : sockets) {
      socket.close();
    }
    selector.close();
  }
}
