package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.Operation.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param server the jar of the server
 * @param seconds how long either side is measured in each phase
 * @param rounds how many rounds a phase has, in which server and raw loop take turns
 * @param warmup how many seconds each side of each database runs each operation before
 * @param live the live stream, plan after plan; none where it is not measured
 * @param growth the sizes, in orders, that the server's database grows to; none where that is not
 *     measured
 * @param out the file whose result is replaced
 */
record Options(
    Path server,
    double seconds,
    int rounds,
    double warmup,
    List<Integer> clients,
    List<String> databases,
    List<Operation> operations,
    List<LivePlan> live,
    List<Integer> growth,
    Optional<Path> out) {
  private static final Set<String> NAMES =
      Set.of(
          "--server",
          "--seconds",
          "--rounds",
          "--warmup",
          "--clients",
          "--databases",
          "--operations",
          "--sockets",
          "--slow",
          "--rate",
          "--orders",
          "--out");
  private static final List<String> DATABASES = List.of("h2", "postgresql");
  private static final List<String> MEASURED =
      List.of("orders", "large", "wallets", "fx", "live", "growth");

  /** Wrong usage; the message says what is wrong. */
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  static Options parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (!NAMES.contains(name) || i + 1 == arguments.length) {
        throw new Invalid(name + " is not known or lacks its value");
      }
      given.put(name, arguments[i + 1]);
    }
    return new Given(given).options();
  }

  /** What has to be there before. */
  Set<Kind> kinds() {
    return operations.stream().map(Operation::kind).collect(Collectors.toSet());
  }

  /** What of it can be measured on this database. */
  List<Operation> operations(boolean embedded) {
    return operations.stream().filter(it -> it.isOn(embedded)).toList();
  }

  /** Whether anything is measured that server and raw loop do, or the live stream. */
  boolean comparesSides() {
    return !operations.isEmpty() || !live.isEmpty();
  }

  /** Values by name. */
  private record Given(Map<String, String> values) {

    Options options() {
      List<String> measured = names("--operations", "all", MEASURED);
      return new Options(
          Path.of(values.getOrDefault("--server", "bootstrap/target/tradepost.jar")),
          get("--seconds", "10", Given::positive),
          get("--rounds", "3", whole(1, 100)),
          get("--warmup", "15", Given::positive),
          get("--clients", "1,8,32", text -> counts(text, 1_000)),
          names("--databases", "h2,postgresql", DATABASES),
          Arrays.stream(Kind.values())
              .filter(kind -> measured.contains(kind.option()))
              .flatMap(kind -> Operation.of(kind).stream())
              .toList(),
          measured.contains("live") ? plans() : List.of(),
          measured.contains("growth") ? get("--orders", "10000,1000000", Given::sizes) : List.of(),
          Optional.ofNullable(values.get("--out")).map(Path::of));
    }

    private List<LivePlan> plans() {
      int slow = get("--slow", "10", whole(0, 1_000));
      int rate = get("--rate", "200", whole(1, 10_000));
      List<Integer> sockets = get("--sockets", "1000", text -> counts(text, 15_000));
      return sockets.stream().map(some -> new LivePlan(some, slow, rate)).toList();
    }

    private <T> T get(String name, String otherwise, Function<String, T> reading) {
      String text = values.getOrDefault(name, otherwise);
      try {
        return reading.apply(text);
      } catch (NumberFormatException e) {
        throw new Invalid(name + " cannot be '" + text + "': " + e.getMessage());
      }
    }

    private static double positive(String text) {
      double number = Double.parseDouble(text);
      if (!(number > 0 && number < 100_000)) {
        throw new NumberFormatException("a number above zero");
      }
      return number;
    }

    private static List<Integer> counts(String text, int most) {
      return Stream.of(text.split(",")).map(whole(1, most)).toList();
    }

    /** Each larger than the one before, in whole thousands: so the loader fills. */
    private static List<Integer> sizes(String text) {
      List<Integer> sizes = Stream.of(text.split(",")).map(whole(1_000, 50_000_000)).toList();
      for (int i = 0; i < sizes.size(); i++) {
        if (sizes.get(i) % 1_000 != 0 || i > 0 && sizes.get(i) <= sizes.get(i - 1)) {
          throw new NumberFormatException("thousands, each more than the one before");
        }
      }
      return sizes;
    }

    private static Function<String, Integer> whole(int least, int most) {
      return text -> {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
          throw new NumberFormatException(least + " to " + most);
        }
        return number;
      };
    }

    private List<String> names(String name, String otherwise, List<String> known) {
      String text = values.getOrDefault(name, otherwise);
      if (text.equals("all")) {
        return known;
      }
      List<String> names = List.of(text.split(","));
      if (!known.containsAll(names)) {
        throw new Invalid(name + " takes " + String.join(",", known) + ", not '" + text + "'");
      }
      return names;
    }
  }
}
