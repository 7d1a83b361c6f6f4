package dev.tradepost.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writers who place, fill, amend and cancel orders of currencies, two hundred times a second where
 * the server keeps up. Each waits for one answer before it sends the next write, and notes what was
 * acknowledged in the words of the frame that must tell it. A write that nobody knows the fate of
 * is sent again with its key.
 */
final class FxTraffic {
  static final String PLACING =
      "{\"pair\": \"EUR/USD\", \"type\": \"BUY\", \"amount\": 1000, \"price\": \"1.105\"}";
  private static final int WRITES_PER_SECOND = 200;
  private static final int PATIENCE_SECONDS = 60;

  private final List<Writer> writers = new ArrayList<>();

  /** What is asked for, and the event that tells it. */
  private record Wish(String event, String method, String path, String body, String key) {
    Wish(String event, String method, String path, String body) {
      this(event, method, path, body, UUID.randomUUID().toString());
    }
  }

  /** Adds writers of a user's orders. */
  void add(String user, String token, int count, Random random) {
    for (int i = 0; i < count; i++) {
      writers.add(new Writer(user, token, new Random(random.nextLong())));
    }
  }

  /** What was acknowledged to each writer of this user, in order. */
  List<List<String>> acknowledged(String user) {
    return writers.stream()
        .filter(writer -> writer.user.equals(user))
        .map(writer -> List.copyOf(writer.acknowledged))
        .toList();
  }

  /** What a frame tells, in the words of the writers. */
  static String told(JsonNode frame) {
    JsonNode trade = frame.at("/trade/tradeId");
    String id = (trade.isMissingNode() ? frame.at("/orderId") : trade).asText();
    return frame.at("/event").asText() + " " + id;
  }

  /** Has every write answered that a killed server has not. */
  void settle(ServerProcess server) throws IOException {
    for (Writer writer : writers) {
      while (writer.wish != null) {
        writer.send(server);
      }
    }
  }

  /** Begins to write; whoever gets answer number {@code fatal} kills the server. */
  Load begin(ServerProcess server, int fatal) {
    return new Load(server, fatal);
  }

  /** The writers at work, until they are stopped or their server is gone. */
  final class Load {
    private final ServerProcess server;
    private final int fatal;
    private final ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(writers.size());
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);

    private Load(ServerProcess server, int fatal) {
      this.server = server;
      this.fatal = fatal;
      long pause = TimeUnit.SECONDS.toMicros(writers.size()) / WRITES_PER_SECOND;
      for (Writer writer : writers) {
        threads.scheduleAtFixedRate(() -> write(writer), 0, pause, TimeUnit.MICROSECONDS);
      }
    }

    private void write(Writer writer) {
      if (over.getCount() == 0) {
        return;
      }
      try {
        writer.act(server);
        if (answers.incrementAndGet() == fatal) {
          server.kill();
        }
      } catch (IOException gone) {
        over.countDown();
      } catch (RuntimeException | Error e) {
        failures.add(e);
        over.countDown();
      }
    }

    /** Waits until the server was killed; how many answers there were before. */
    int killed() throws InterruptedException {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("only " + answers + " of " + fatal + " answers came");
      }
      return stop();
    }

    /** Stops after the writes that are under way; how many were answered. */
    int stop() throws InterruptedException {
      over.countDown();
      threads.shutdown();
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a write has no end");
      }
      for (Throwable failure : failures) {
        throw new AssertionError("a writer met what it should not", failure);
      }
      return answers.get();
    }
  }

  /** Somebody who does one thing after the other. */
  private static final class Writer {
    private final String user;
    private final String token;
    private final Random random;
    private final List<String> acknowledged = new ArrayList<>();
    private Wish wish;
    private String order;
    private int amount;

    Writer(String user, String token, Random random) {
      this.user = user;
      this.token = token;
      this.random = random;
    }

    void act(ServerProcess server) throws IOException {
      if (wish == null) {
        wish = next();
      }
      send(server);
    }

    private Wish next() {
      if (order == null) {
        amount = 1000;
        return new Wish("ORDER_CREATED", "POST", "/orders", PLACING);
      }
      int dice = random.nextInt(12);
      if (dice == 0) {
        return new Wish("STATUS_CHANGED", "PUT", "/orders/" + order + "/cancel", null);
      }
      if (dice == 1) {
        amount++;
        String body = "{\"amount\": " + amount + "}";
        return new Wish("ORDER_AMENDED", "PATCH", "/orders/" + order, body);
      }
      String body = "{\"executedAmount\": 1, \"executedPrice\": \"1.106\"}";
      return new Wish("TRADE_ADDED", "POST", "/orders/" + order + "/trades", body);
    }

    /** Sends the wish, for the first time or again; a busy server has not done it. */
    private void send(ServerProcess server) throws IOException {
      Answer answer = server.send(wish.method, wish.path, token, wish.key, wish.body);
      if (answer.status() == 503) {
        return;
      }
      answer.expect(wish.method.equals("POST") ? 201 : 200);
      switch (wish.event) {
        case "ORDER_CREATED" -> acknowledge(order = answer.at("/id"));
        case "TRADE_ADDED" -> {
          JsonNode trades = answer.json().at("/trades");
          acknowledge(trades.path(trades.size() - 1).at("/tradeId").asText());
        }
        default -> acknowledge(order);
      }
      order = wish.event.equals("STATUS_CHANGED") ? null : order;
      wish = null;
    }

    private void acknowledge(String id) {
      acknowledged.add(wish.event + " " + id);
    }
  }
}
