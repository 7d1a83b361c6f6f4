package dev.tradepost.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the server is to do for each one that its reference does.
 *
 * @param what in words
 * @param embedded on which of the databases
 */
record RatioAim(String what, Operation operation, boolean embedded, int clients, double least) {
  private static final int MANY = 32;

  private static final List<RatioAim> ALL =
      List.of(
          postgres("transfer among 1,000 wallets, to raw JDBC", Operation.TRANSFER, MANY, 2),
          postgres("transfer, to one call of a function", Operation.TRANSFER_CALL, MANY, 0.9),
          postgres("transfer between 2 hot wallets", Operation.HOT_TRANSFER, MANY, 5),
          postgres("flash sale, all want one product", Operation.FLASH_SALE, MANY, 5),
          postgres("create order, 2 lines", Operation.CREATE, MANY, 1.2),
          postgres("create order, 2 lines", Operation.CREATE, 8, 0.5),
          postgres("create order, 2 lines", Operation.CREATE, 1, 0.5),
          postgres("get order", Operation.GET, MANY, 0.5),
          h2("create order, 2 lines", Operation.CREATE),
          h2("transfer among 1,000 wallets", Operation.TRANSFER));

  /** An aim beside what came of it. */
  record Reached(RatioAim aim, Spread ratio) {
    boolean isMet() {
      return ratio.median() >= aim.least;
    }
  }

  private static RatioAim postgres(String what, Operation operation, int clients, double least) {
    String where = ", %d client%s on PostgreSQL".formatted(clients, clients == 1 ? "" : "s");
    return new RatioAim(what + where, operation, false, clients, least);
  }

  private static RatioAim h2(String what, Operation operation) {
    return new RatioAim(what + ", " + MANY + " clients on H2", operation, true, MANY, 3);
  }

  /** Those of which something was measured, in their order. */
  static List<Reached> reached(List<Result> results) {
    return ALL.stream().flatMap(aim -> aim.in(results)).toList();
  }

  private Stream<Reached> in(List<Result> results) {
    return results.stream()
        .filter(it -> it.embedded() == embedded)
        .flatMap(it -> it.of(operation))
        .filter(row -> row.clients() == clients)
        .map(row -> new Reached(this, row.ratio()));
  }
}
