package dev.tradepost.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Paced load: orders of random users are placed and filled, so many events a second however long
 * the answers take. Each makes a frame for one user.
 */
final class LiveLoad {
  private static final int WRITERS = 16;

  private final int users;
  private final int port;
  private final String token;

  /**
   * Prepares it.
   *
   * @param token of staff, who act for all users
   */
  LiveLoad(int users, int port, String token) {
    this.users = users;
    this.port = port;
    this.token = token;
  }

  /**
   * An event of an order, written and answered.
   *
   * @param key as {@link #key} makes it
   */
  record Written(String key, int user, Instant asked, Instant answered) {}

  /** What an event and its frame have in common, and no other event has. */
  static String key(String order, boolean trade) {
    return trade ? order + " filled" : order;
  }

  /** So many events, at so many a second. */
  List<Written> run(int rate, int events) throws Exception {
    long begin = System.nanoTime();
    List<Callable<List<Written>>> parts = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int part = i;
      parts.add(() -> write(part, events, begin, TimeUnit.SECONDS.toNanos(1) / rate));
    }
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Written> all = new ArrayList<>();
      for (Future<List<Written>> done : threads.invokeAll(parts)) {
        all.addAll(done.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private List<Written> write(int part, int events, long begin, long pause) throws Exception {
    List<Written> written = new ArrayList<>();
    Random random = new Random(part);
    UUID open = null;
    int user = 0;
    try (HttpLine line = new HttpLine(port, token)) {
      for (int event = part; event < events; event += WRITERS) {
        TimeUnit.NANOSECONDS.sleep(begin + event * pause - System.nanoTime());
        boolean trade = open != null;
        Instant asked = Instant.now();
        UUID order = open;
        if (trade) {
          line.finish(ServerFx.trade(order, FxDeal.AMOUNT_MINOR));
        } else {
          user = random.nextInt(users);
          order = ServerOrders.idOf(line.exchange(ServerFx.place(LivePlan.user(user), "NONE")));
        }
        written.add(new Written(key(order.toString(), trade), user, asked, Instant.now()));
        open = trade ? null : order;
      }
    }
    return written;
  }
}
