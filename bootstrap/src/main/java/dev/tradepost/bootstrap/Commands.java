package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Database;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line: demo, serve, token and verify. */
final class Commands {
  private static final Duration TOKEN_VALID_FOR = Duration.ofHours(12);

  private Commands() {}

  /** The command line over this environment. */
  static CommandLine line(Map<String, String> environment) {
    CommandSpec root = CommandSpec.create().name("tradepost").mixinStandardHelpOptions(true);
    root.usageMessage()
        .description("Orders, trades, wallets and carts in one system.")
        .footer(
            "",
            "Examples:",
            "  tradepost demo",
            "  tradepost demo --port 9000 --data /tmp/shop",
            "  tradepost serve --db jdbc:postgresql://localhost/tradepost --db-user shop",
            "  tradepost token --user alice --role staff",
            "  tradepost verify --data data",
            "",
            "Every option can be given as TRADEPOST_*; docs/reference/configuration.md lists all.");
    root.versionProvider(() -> new String[] {"Tradepost " + Version.TEXT});
    root.addSubcommand("demo", server("Serves a small shop to try, on an embedded database."));
    root.addSubcommand("serve", server("Serves."));
    root.addSubcommand("token", token());
    root.addSubcommand("verify", verify());
    CommandLine line = new CommandLine(root);
    line.setExecutionStrategy(parsed -> runOrExplain(parsed, environment));
    line.setParameterExceptionHandler(Commands::explainUsage);
    return line;
  }

  private static CommandSpec server(String description) {
    CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
    spec.usageMessage().description(description);
    for (Setting setting : Setting.values()) {
      spec.addOption(option(setting));
    }
    return spec.addOption(config());
  }

  private static CommandSpec token() {
    CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
    spec.usageMessage().description("Prints a token of 12 hours for a user.");
    spec.addOption(
        OptionSpec.builder("--user")
            .required(true)
            .type(String.class)
            .paramLabel("ID")
            .description("Whose token.")
            .build());
    spec.addOption(
        OptionSpec.builder("--role")
            .type(String.class)
            .defaultValue("customer")
            .paramLabel("ROLE")
            .description("customer, staff or admin (default: customer).")
            .build());
    for (Setting setting :
        List.of(Setting.DATA, Setting.JWT_SECRET, Setting.JWT_ISSUER, Setting.JWT_AUDIENCE)) {
      spec.addOption(option(setting));
    }
    return spec.addOption(config());
  }

  private static CommandSpec verify() {
    CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            "Proves that the data of a stopped server adds up: stock, money, orders, events.",
            "A server that runs is asked at GET /admin/verify.");
    for (Setting setting :
        List.of(
            Setting.DATA, Setting.DATABASE_URL, Setting.DATABASE_USER, Setting.DATABASE_PASSWORD)) {
      spec.addOption(option(setting));
    }
    return spec.addOption(config());
  }

  private static OptionSpec option(Setting setting) {
    String standard = setting.standard().isEmpty() ? "" : " Default: " + setting.standard() + ".";
    return OptionSpec.builder("--" + setting.option())
        .type(String.class)
        .paramLabel(setting.key().toUpperCase(Locale.ROOT))
        .description(setting.help() + standard)
        .build();
  }

  private static OptionSpec config() {
    return OptionSpec.builder("--config")
        .type(String.class)
        .paramLabel("FILE")
        .description("A properties file with settings (TRADEPOST_CONFIG).")
        .build();
  }

  private static int runOrExplain(ParseResult parsed, Map<String, String> environment) {
    try {
      return run(parsed, environment);
    } catch (RuntimeException e) {
      return explain(e, parsed.commandSpec().commandLine());
    }
  }

  private static int run(ParseResult parsed, Map<String, String> environment) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      parsed.commandSpec().commandLine().usage(System.err);
      return CommandLine.ExitCode.USAGE;
    }
    ParseResult command = parsed.subcommand();
    PrintWriter out = command.commandSpec().commandLine().getOut();
    Map<String, String> options = new HashMap<>();
    command
        .matchedOptions()
        .forEach(it -> options.put(it.longestName().substring(2), it.getValue()));
    SettingSource source = new SettingSource(options, environment);
    source.warnings().forEach(warning -> System.err.println("warning: " + warning));
    return switch (command.commandSpec().name()) {
      case "demo" -> Running.serve(Settings.of(source, true), true, out);
      case "serve" -> Running.serve(Settings.of(source, false), false, out);
      case "token" -> printToken(command, source, out);
      case "verify" -> Verifying.run(Settings.database(source), out);
      default -> throw new IllegalStateException(command.commandSpec().name());
    };
  }

  private static int printToken(ParseResult command, SettingSource source, PrintWriter out) {
    String user = command.matchedOptionValue("user", "");
    String role = command.matchedOptionValue("role", "customer");
    Actor actor;
    try {
      actor = new Actor(new UserId(user), Role.valueOf(role.toUpperCase(Locale.ROOT)));
    } catch (Rejection rejection) {
      throw new Settings.Invalid(List.of("--user: " + rejection.detail()));
    } catch (IllegalArgumentException e) {
      throw new Settings.Invalid(List.of("--role: must be customer, staff or admin"));
    }
    out.println(Settings.tokens(source).issue(actor, TOKEN_VALID_FOR, Instant.now()).token());
    return CommandLine.ExitCode.OK;
  }

  /** One line for what the user can mend; a stack trace only for a bug. */
  private static int explain(RuntimeException e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof Settings.Invalid) {
      e.getMessage().lines().forEach(line -> err.println("configuration: " + line));
      return CommandLine.ExitCode.USAGE;
    }
    if (e instanceof Database.CannotOpen || e instanceof Running.CannotListen) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    e.printStackTrace(err);
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** One line for a wrong option, with the nearest one there is. */
  private static int explainUsage(CommandLine.ParameterException e, String[] arguments) {
    String near =
        e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()
            ? ", did you mean " + unmatched.getSuggestions().get(0) + "?"
            : "";
    String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    e.getCommandLine().getErr().println(e.getMessage() + near + " (" + help + " lists all)");
    return CommandLine.ExitCode.USAGE;
  }
}
