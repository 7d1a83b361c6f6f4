package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Eight people who send each other money and order notebooks for it, all at once and until their
 * server is killed. They write down every request before they send it, and what was answered.
 */
final class Traffic {
  static final int PEOPLE = 8;
  static final int DOLLARS_EACH = 100;
  static final String PRODUCT = "p10";
  static final int PRICE = 6;

  /** What the demo has of it at the start. */
  static final int IN_STOCK = 1_250;

  final List<Person> people = new ArrayList<>();
  String staff;
  private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

  /** Somebody with a wallet. */
  record Person(String token, String wallet) {}

  /** The kinds of writes. */
  enum Kind {
    TRANSFER,
    PLACE,
    PAY,
    CANCEL
  }

  /**
   * What is asked for.
   *
   * @param payee of a transfer
   * @param dollars of a transfer
   * @param order that is paid or cancelled
   */
  record Wish(Kind kind, int payer, int payee, int dollars, String order) {}

  /** A wish as it was sent; {@code answer} is null while nobody knows what became of it. */
  static final class Write {
    final Wish wish;
    private final String key = UUID.randomUUID().toString();
    private volatile Answer answer;

    Write(Wish wish) {
      this.wish = wish;
    }

    boolean unknown() {
      return answer == null;
    }

    boolean done() {
      return answer != null && answer.status() < 300;
    }

    /** The id of what it made. */
    String made() {
      return answer.at("/id");
    }

    boolean replayed() {
      return answer.header("Idempotency-Replayed").equals("true");
    }

    @Override
    public String toString() {
      return wish + " with key " + key + ": " + answer;
    }
  }

  /** Makes the people and their wallets. */
  void arrive(ServerProcess server) throws IOException {
    staff = server.token("clerk", "staff");
    for (int i = 0; i < PEOPLE; i++) {
      String token = server.token("person-" + i, "customer");
      String wallet =
          server.send("POST", "/wallet/create", token, null, null).expect(201).at("/walletId");
      String money = "{\"walletId\": \"%s\", \"amount\": %d}".formatted(wallet, DOLLARS_EACH);
      server.send("POST", "/wallet/add", staff, null, money).expect(201);
      people.add(new Person(token, wallet));
    }
  }

  /** Runs until the server is dead, which whoever gets answer number {@code fatal} sees to. */
  void run(ServerProcess server, long seed, int fatal) throws InterruptedException {
    AtomicInteger answers = new AtomicInteger();
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      all.add(repeated(server, new Visit(server, new Random(seed + i), answers, fatal)::act));
    }
    all.add(repeated(server, () -> watch(server)));
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      for (Future<Void> visit : threads.invokeAll(all)) {
        visit.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a client met what it should not", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    assertThat(answers.get()).as("answers before the end").isGreaterThanOrEqualTo(fatal);
  }

  /** Something to do with a server that may be gone. */
  @FunctionalInterface
  private interface Deed {
    void run() throws IOException;
  }

  /** Does it again and again until the server is gone, or until it is not as it should be. */
  private static Callable<Void> repeated(ServerProcess server, Deed deed) {
    return () -> {
      try {
        for (; ; ) {
          deed.run();
        }
      } catch (IOException gone) {
        return null;
      } finally {
        server.kill();
      }
    };
  }

  /** Has the books proved. */
  private void watch(ServerProcess server) throws IOException {
    Answer proof = server.send("GET", "/admin/verify", staff, null, null).expect(200);
    assertThat(proof.at("/ok")).as("%s", proof.body()).isEqualTo("true");
  }

  /** What one client does. */
  private final class Visit {
    private final ServerProcess server;
    private final Random random;
    private final AtomicInteger answers;
    private final int fatal;

    Visit(ServerProcess server, Random random, AtomicInteger answers, int fatal) {
      this.server = server;
      this.random = random;
      this.answers = answers;
      this.fatal = fatal;
    }

    void act() throws IOException {
      int payer = random.nextInt(PEOPLE);
      if (random.nextInt(4) > 0) {
        int payee = (payer + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
        write(new Wish(Kind.TRANSFER, payer, payee, 1 + random.nextInt(5), null));
      } else {
        order(payer);
      }
    }

    /** Goes on with an order only while it is known how it stands. */
    private void order(int buyer) throws IOException {
      Write last = write(new Wish(Kind.PLACE, buyer, buyer, 0, null));
      String order = last.unknown() ? null : last.made();
      if (!last.unknown() && random.nextInt(8) > 0) {
        last = write(new Wish(Kind.PAY, buyer, buyer, 0, order));
      }
      if (!last.unknown() && random.nextBoolean()) {
        write(new Wish(Kind.CANCEL, buyer, buyer, 0, order));
      }
    }

    private Write write(Wish wish) throws IOException {
      Write write = new Write(wish);
      writes.add(write);
      send(server, write);
      if (answers.incrementAndGet() == fatal) {
        server.kill();
      }
      return write;
    }
  }

  /** Sends a write, for the first time or again. */
  void send(ServerProcess server, Write write) throws IOException {
    Wish wish = write.wish;
    Person payer = people.get(wish.payer);
    Answer answer =
        switch (wish.kind) {
          case TRANSFER -> {
            String body =
                "{\"fromWalletId\": \"%s\", \"toWalletId\": \"%s\", \"amount\": %d}"
                    .formatted(payer.wallet, people.get(wish.payee).wallet, wish.dollars);
            yield server.send("POST", "/wallet/transfer", payer.token, write.key, body);
          }
          case PLACE -> {
            String body = Scene.placing("direct", PRODUCT, 1);
            yield server.send("POST", "/orders", payer.token, write.key, body);
          }
          case PAY -> {
            String path = "/orders/" + wish.order + "/payments";
            yield server.send("POST", path, payer.token, write.key, "{\"method\": \"WALLET\"}");
          }
          case CANCEL -> {
            String path = "/orders/" + wish.order + "/cancel";
            yield server.send("PUT", path, payer.token, write.key, null);
          }
        };
    require(answer, wish);
    write.answer = answer.status() == 503 ? null : answer;
  }

  /** Nothing but done, busy, and too little money. */
  private static void require(Answer answer, Wish wish) {
    boolean poor = answer.status() == 400 && answer.at("/code").equals("insufficient-funds");
    boolean done = answer.status() == (wish.kind == Kind.CANCEL ? 200 : 201);
    if (!done && !poor && answer.status() != 503) {
      throw new AssertionError(wish + " was answered " + answer.status() + " " + answer.body());
    }
  }

  /** Every write of this kind that was done, as far as is known. */
  Stream<Write> done(Kind kind) {
    return writes.stream().filter(Write::done).filter(write -> write.wish.kind == kind);
  }

  List<Write> unknown() {
    return writes.stream().filter(Write::unknown).toList();
  }

  /** How the orders stand that nothing unknown was asked of: both statuses, by id. */
  Map<String, String> orders() {
    Map<String, String> orders = new TreeMap<>();
    done(Kind.PLACE).forEach(it -> orders.put(it.made(), "PLACED PENDING"));
    done(Kind.PAY).forEach(it -> orders.put(it.wish.order, "PLACED PAID"));
    done(Kind.CANCEL).forEach(it -> orders.computeIfPresent(it.wish.order, Traffic::cancelled));
    unknown().forEach(it -> orders.remove(String.valueOf(it.wish.order)));
    return orders;
  }

  private static String cancelled(String order, String before) {
    return before.equals("PLACED PAID") ? "CANCELLED REFUNDED" : "CANCELLED PENDING";
  }

  /** What each wallet has when nothing is unknown. */
  int[] dollars() {
    int[] dollars = IntStream.generate(() -> DOLLARS_EACH).limit(PEOPLE).toArray();
    done(Kind.TRANSFER)
        .forEach(
            it -> {
              dollars[it.wish.payer] -= it.wish.dollars;
              dollars[it.wish.payee] += it.wish.dollars;
            });
    Map<String, String> orders = orders();
    done(Kind.PAY)
        .filter(it -> orders.get(it.wish.order).equals("PLACED PAID"))
        .forEach(it -> dollars[it.wish.payer] -= PRICE);
    return dollars;
  }

  /** The money of orders that are paid and not cancelled. */
  int inEscrow() {
    return PRICE * Collections.frequency(orders().values(), "PLACED PAID");
  }
}
