package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.Operation.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the server's operations cost while its PostgreSQL grows. It is filled behind the server's
 * back, which is started anew at each size.
 */
final class Growth {
  static final int CLIENTS = 8;

  /** The proof reads everything: it is asked up to here. */
  private static final int PROVEN = 100_000;

  /** Small tables are rightly read from end to end: plans are looked at from here on. */
  private static final int PLANNED = 100_000;

  private final Options options;
  private final List<String> program;
  private final Path directory;
  private final PostgresEngine engine;
  private final Consumer<String> progress;

  /**
   * Prepares it.
   *
   * @param program what Java has to be told to run the server
   * @param directory where the server's data and its log go
   */
  Growth(
      Options options,
      List<String> program,
      Path directory,
      PostgresEngine engine,
      Consumer<String> progress) {
    this.options = options;
    this.program = program;
    this.directory = directory;
    this.engine = engine;
    this.progress = progress;
  }

  private static Map<String, Request.Source> requests(int orders) {
    Map<String, Request.Source> requests = new LinkedHashMap<>();
    requests.put("create order", random -> Optional.of(ServerOrders.place(Goods.two(random))));
    requests.put("get order", random -> Optional.of(Request.get("/orders/" + any(orders, random))));
    requests.put(
        "list a user's orders",
        random ->
            Optional.of(
                Request.get("/orders?limit=20&userId=" + GrowthIds.anyUser(orders, random))));
    return requests;
  }

  private static UUID any(int orders, Random random) {
    return GrowthIds.id(GrowthIds.ORDER, random.nextInt(orders));
  }

  GrowthMeasured measure() throws Exception {
    List<GrowthMeasured.Step> steps = new ArrayList<>();
    Optional<List<String>> scanned = Optional.empty();
    try (ServerProcess process = start()) {
      ServerSide server = ServerSide.ready(process.port(), Set.of(Kind.ORDERS, Kind.WALLETS));
      try (HttpLine line = server.connect()) {
        line.exchange("POST", "/wallet/create", "{\"userId\":\"bench\",\"currency\":\"USD\"}");
      }
    }
    int filled = 0;
    for (int orders : options.growth()) {
      progress.accept(String.format("growth: filling up to %,d orders", orders));
      try (Connection connection = engine.toServer()) {
        new GrowthFill(connection).fill(filled, orders);
      }
      filled = orders;
      try (ServerProcess process = start();
          ServerSide server = ServerSide.ready(process.port(), Set.of())) {
        steps.add(new GrowthMeasured.Step(orders, costs(process, server, orders)));
        if (orders <= PROVEN) {
          server.verify();
          progress.accept("growth: the data is sound");
        }
        if (steps.size() == options.growth().size() && orders >= PLANNED) {
          scanned = Optional.of(scanned(server));
        }
      }
    }
    return new GrowthMeasured(version(), steps, scanned);
  }

  private ServerProcess start() throws Exception {
    return ServerProcess.start(program, directory, engine.serverOptions());
  }

  private String version() throws Exception {
    try (Connection connection = engine.toServer()) {
      return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
    }
  }

  /** The operations take turns, so that each meets the same machine at this size. */
  private Map<String, Measured> costs(ServerProcess process, ServerSide server, int orders)
      throws Exception {
    CpuTime cpu = CpuTime.of(process.handle()).and(engine.process().orElseThrow());
    Map<String, Request.Source> requests = requests(orders);
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (Request.Source source : requests.values()) {
      HttpLoad.run(server, source, CLIENTS, options.warmup());
    }
    for (int round = 0; round < options.rounds(); round++) {
      for (var it : requests.entrySet()) {
        long before = cpu.nanos();
        double seconds = options.seconds() / options.rounds();
        Sample sample = HttpLoad.run(server, it.getValue(), CLIENTS, seconds);
        samples
            .computeIfAbsent(it.getKey(), name -> new ArrayList<>())
            .add(sample.using(cpu.nanos() - before));
      }
    }
    Map<String, Measured> costs = new LinkedHashMap<>();
    samples.forEach((name, some) -> costs.put(name, Measured.of(some)));
    costs.forEach(
        (name, cost) ->
            progress.accept(
                String.format(
                    "%s, %,d orders: p50 %.2f ms, %,.0f us",
                    name, orders, cost.p50Millis(), cost.cpuMicros())));
    return costs;
  }

  private List<String> scanned(ServerSide server) throws Exception {
    progress.accept("growth: reading by every route");
    try (Connection connection = engine.toServer();
        HttpLine line = server.connect()) {
      return new Plans(connection, line).scanned();
    }
  }
}
