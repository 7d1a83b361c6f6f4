package dev.tradepost.bootstrap.journey;

import dev.tradepost.bootstrap.TestServer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** People and goods of one test, apart from those of all others. */
final class Scene {
  final Client staff;
  private final TestServer server;

  Scene(TestServer server) {
    this.server = server;
    this.staff = server.client("staff-" + unique(), "staff");
  }

  static String unique() {
    return UUID.randomUUID().toString().substring(0, 12);
  }

  /** A customer nobody has seen before. */
  Client customer() {
    return server.client("customer-" + unique(), "customer");
  }

  /** A product at this price with so many in the main warehouse; its id. */
  String product(String price, long onHand) {
    String body = "{\"name\": \"Thing\", \"price\": %s}".formatted(price);
    String id = staff.post("/products", body).expect(201).at("/id");
    stock(id, "main", onHand);
    return id;
  }

  void stock(String product, String warehouse, long onHand) {
    staff.put("/inventory/" + product + "/" + warehouse, Map.of("onHand", onHand)).expect(200);
  }

  long available(String product) {
    return Long.parseLong(staff.get("/inventory/" + product).expect(200).at("/available"));
  }

  /** Places an order; its id. */
  String order(Client buyer, String lifecycle, String product, int quantity) {
    return buyer.post("/orders", placing(lifecycle, product, quantity)).expect(201).at("/id");
  }

  static String placing(String lifecycle, String product, int quantity) {
    return "{\"lifecycle\": \"%s\", \"items\": [{\"productId\": \"%s\", \"quantity\": %d}]}"
        .formatted(lifecycle, product, quantity);
  }

  static Answer pay(Client payer, String order, String card) {
    return payer.post("/orders/" + order + "/payments", Map.of("method", "SANDBOX", "card", card));
  }

  /**
   * Does the same from many threads at the same moment; the answers in the order of the threads.
   */
  static Answer[] together(int threads, IntFunction<Answer> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier gate = new CyclicBarrier(threads);
    try {
      Future<?>[] futures =
          IntStream.range(0, threads)
              .mapToObj(i -> pool.submit(waiting(gate, work, i)))
              .toArray(Future<?>[]::new);
      Answer[] answers = new Answer[threads];
      for (int i = 0; i < threads; i++) {
        answers[i] = (Answer) futures[i].get();
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Callable<Answer> waiting(CyclicBarrier gate, IntFunction<Answer> work, int i) {
    return () -> {
      gate.await();
      return work.apply(i);
    };
  }
}
