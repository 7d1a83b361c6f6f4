package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.Operation.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the real server over loopback HTTP, and beside it, phase by phase, a raw JDBC loop of
 * the same SQL on the same kind of database; says nothing of networks or of larger machines.
 */
public final class Benchmark {
  private final Options options;

  /** What the machine was busy with before; the figures are no better than that. */
  private final double loadBefore =
      ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

  private Benchmark(Options options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws Exception {
    try {
      new Benchmark(Options.parse(arguments)).run();
    } catch (Options.Invalid e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws Exception {
    if (options.out().isPresent()) {
      new ResultFile(options.out().get()).requirePlace();
    }
    List<Allocated> allocated = new ArrayList<>();
    if (options.kinds().contains(Kind.LARGE)) {
      progress("allocation alone");
      allocated.addAll(Allocating.measure(options.warmup(), options.seconds()));
    }
    List<Result> results = new ArrayList<>();
    if (options.comparesSides()) {
      for (String database : options.databases()) {
        results.add(measure(database.equals("h2")));
      }
    }
    Optional<GrowthMeasured> growth = growth();
    String report =
        Stream.of(
                Stream.of(conditions()),
                results.stream().map(Result::markdown),
                allocated.isEmpty()
                    ? Stream.<String>of()
                    : Stream.of(Allocated.markdown(allocated)),
                growth.stream().map(GrowthMeasured::markdown),
                Stream.of(Aims.markdown(results, allocated, growth)))
            .flatMap(it -> it)
            .collect(Collectors.joining("\n"));
    System.out.println(report);
    if (options.out().isPresent()) {
      new ResultFile(options.out().get()).replace(report, RatioAim.reached(results));
    }
  }

  private Result measure(boolean embedded) throws Exception {
    progress((embedded ? "H2" : "PostgreSQL") + ": filling");
    Path directory = Files.createTempDirectory("tradepost-benchmark");
    try (Engine engine =
            embedded ? new EmbeddedEngine(directory) : PostgresEngine.start(directory);
        ServerProcess process =
            ServerProcess.start(
                ServerProcess.ofJar(options.server()), directory, engine.serverOptions());
        ServerSide server = ServerSide.ready(process.port(), options.kinds());
        RawSide raw = RawSide.ready(engine.rawDatabase(), engine.singleWriter(), options.kinds())) {
      List<Operation> operations = options.operations(embedded);
      progress(raw.version() + ": warming up");
      warmUp(server, operations);
      warmUp(raw, operations);
      CpuTime serverCpu = CpuTime.of(process.handle());
      CpuTime rawCpu = CpuTime.ofSelf();
      engine.process().ifPresent(it -> List.of(serverCpu, rawCpu).forEach(time -> time.and(it)));
      List<Result.Row> rows =
          new Phases(
                  new Phases.Measurable(server, serverCpu),
                  new Phases.Measurable(raw, rawCpu),
                  options.rounds(),
                  options.seconds(),
                  Benchmark::progress)
              .measure(options.clients(), operations);
      Optional<Paced> paced = paced(server, rows);
      List<LiveMeasured> live = live(process.port(), serverCpu);
      server.verify();
      progress(raw.version() + ": the server's data is sound");
      return new Result(raw.version(), engine.note(), embedded, rows, paced, live);
    } finally {
      delete(directory);
    }
  }

  private Optional<GrowthMeasured> growth() throws Exception {
    if (options.growth().isEmpty() || !options.databases().contains("postgresql")) {
      return Optional.empty();
    }
    Path directory = Files.createTempDirectory("tradepost-benchmark");
    try (PostgresEngine engine = PostgresEngine.start(directory)) {
      List<String> program = ServerProcess.ofJar(options.server());
      return Optional.of(
          new Growth(options, program, directory, engine, Benchmark::progress).measure());
    } finally {
      delete(directory);
    }
  }

  /** Under the heaviest load that is measured, for a group of one warms up none of thirty. */
  private void warmUp(Side side, List<Operation> operations) throws Exception {
    int clients = Collections.max(options.clients());
    for (Operation operation : operations) {
      // Each order is cancelled once, and some have to be left.
      double share = operation == Operation.CANCEL ? 0.25 : 1;
      side.run(operation, clients, options.warmup() * share);
    }
  }

  /** Half of what the most clients reached, where orders were created. */
  private Optional<Paced> paced(ServerSide server, List<Result.Row> rows) throws Exception {
    Optional<Result.Row> peak =
        rows.stream()
            .filter(row -> row.operation() == Operation.CREATE)
            .max(Comparator.comparing(Result.Row::clients));
    if (peak.isEmpty()) {
      return Optional.empty();
    }
    double rate = peak.get().server().perSecond() / 2;
    Paced paced = Paced.run(server, Operation.CREATE, rate, options.seconds());
    progress(format("create at %,.0f/s: p99 %.1f ms", rate, paced.measured().p99Millis()));
    return Optional.of(paced);
  }

  private List<LiveMeasured> live(int port, CpuTime cpu) throws Exception {
    List<LiveMeasured> all = new ArrayList<>();
    for (LivePlan plan : options.live()) {
      progress(format("live stream, %,d sockets: warming up", plan.sockets()));
      LiveMeasured live =
          new LiveStream(plan, port, cpu).measure(options.warmup(), options.seconds());
      progress(format("live stream: p99 %.1f ms, lost %d", live.p99Millis(), live.lost()));
      all.add(live);
    }
    return all;
  }

  private String conditions() {
    return format(
        "%s: %d cores shared by client, server and database, %s %s (load average before the run"
            + " %.1f); %s %s, parallel GC; %s s a side and phase in %d rounds, after %s s of"
            + " warm-up a side and operation%s.%n",
        Instant.now().truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        loadBefore,
        System.getProperty("java.vm.name"),
        Runtime.version(),
        plain(options.seconds()),
        options.rounds(),
        plain(options.warmup()),
        options.kinds().stream().sorted().map(Benchmark::size).collect(Collectors.joining()));
  }

  private static String size(Kind kind) {
    return switch (kind) {
      case ORDERS -> format("; %,d products, orders of two lines", Goods.COUNT);
      case LARGE ->
          format(
              "; %,d products in three of %d warehouses each, orders of %d lines",
              LargeGoods.COUNT, LargeGoods.WAREHOUSES, LargeGoods.LINES);
      case WALLETS -> format("; %,d wallets and two hot ones", WalletIds.COUNT);
      case FX -> format("; %,d traders with a wallet in two currencies", FxDeal.TRADERS);
    };
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static void progress(String line) {
    System.err.println(line);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Benchmark::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
