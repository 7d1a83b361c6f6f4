package dev.tradepost.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Staff who listen to everybody's orders and do not read what they are told. */
final class SlowReaders implements AutoCloseable {
  /** What they are closed with. */
  static final int TOO_SLOW = 4008;

  private static final int RECEIVE_BYTES = 4 * 1024;
  private static final int PATIENCE_MILLIS = 2_000;

  private final List<LiveSocket> sockets = new ArrayList<>();

  static SlowReaders open(int port, String token, int count) throws IOException {
    SlowReaders readers = new SlowReaders();
    for (int i = 0; i < count; i++) {
      readers.sockets.add(LiveSocket.open(port, token, RECEIVE_BYTES));
    }
    return readers;
  }

  /** Reads at last what each was sent; how many of them the server has closed as too slow. */
  int tooSlow() throws IOException {
    int tooSlow = 0;
    for (LiveSocket socket : sockets) {
      if (socket.readToEnd(PATIENCE_MILLIS) == TOO_SLOW) {
        tooSlow++;
      }
    }
    return tooSlow;
  }

  @Override
  public void close() throws IOException {
    for (LiveSocket socket : sockets) {
      socket.close();
    }
  }
}
