package dev.tradepost.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param server the jar of the server
 * @param seconds how long each phase is measured
 * @param warmup how many seconds each side of each database runs before
 * @param out the file whose result is replaced
 */
record Options(
    Path server,
    double seconds,
    double warmup,
    List<Integer> clients,
    List<String> databases,
    List<Operation> operations,
    Optional<Path> out) {

  /** Wrong usage; the message says what is wrong. */
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  static Options parse(String... arguments) {
    Options options =
        new Options(
            Path.of("bootstrap", "target", "tradepost.jar"),
            10,
            45,
            List.of(1, 8, 32),
            List.of("h2", "postgresql"),
            Operation.all(),
            Optional.empty());
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      if (!rest.hasNext()) {
        throw new Invalid(name + " is not known or lacks its value");
      }
      options = options.with(name, rest.next());
    }
    return options;
  }

  private Options with(String name, String value) {
    try {
      return switch (name) {
        case "--server" ->
            new Options(Path.of(value), seconds, warmup, clients, databases, operations, out);
        case "--seconds" ->
            new Options(server, positive(value), warmup, clients, databases, operations, out);
        case "--warmup" ->
            new Options(server, seconds, positive(value), clients, databases, operations, out);
        case "--clients" ->
            new Options(server, seconds, warmup, counts(value), databases, operations, out);
        case "--databases" ->
            new Options(server, seconds, warmup, clients, known(value), operations, out);
        case "--operations" ->
            new Options(server, seconds, warmup, clients, databases, chosen(value), out);
        case "--out" ->
            new Options(
                server,
                seconds,
                warmup,
                clients,
                databases,
                operations,
                Optional.of(Path.of(value)));
        default -> throw new Invalid(name + " is not known");
      };
    } catch (NumberFormatException e) {
      throw new Invalid(name + " must be a number above zero, not '" + value + "'");
    }
  }

  private static double positive(String text) {
    double number = Double.parseDouble(text);
    if (!(number > 0 && number < 100_000)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static List<Integer> counts(String text) {
    return Arrays.stream(text.split(",")).map(Options::count).toList();
  }

  private static int count(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > 1_000) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static List<String> known(String text) {
    List<String> names = List.of(text.split(","));
    if (!List.of("h2", "postgresql").containsAll(names)) {
      throw new Invalid("--databases takes h2 and postgresql, not '" + text + "'");
    }
    return names;
  }

  private static List<Operation> chosen(String text) {
    return switch (text) {
      case "orders" -> Operation.of(Operation.Kind.ORDERS);
      case "wallets" -> Operation.of(Operation.Kind.WALLETS);
      case "all" -> Operation.all();
      default -> throw new Invalid("--operations takes orders, wallets or all, not '" + text + "'");
    };
  }

  /** What has to be there before. */
  Set<Operation.Kind> kinds() {
    return operations.stream().map(Operation::kind).collect(Collectors.toSet());
  }
}
