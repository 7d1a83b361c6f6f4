package dev.tradepost.bootstrap;

import dev.tradepost.application.port.Proof;
import dev.tradepost.persistence.shared.Database;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** The command that proves that the data adds up. */
final class Verifying {

  private Verifying() {}

  /** Prints a line for each check, and below it what breaks it; fails where anything does. */
  static int run(Database.Location location, PrintWriter out) {
    try (Database database = Database.open(location.existing())) {
      List<Proof.Check> checks = database.proof().run();
      for (Proof.Check check : checks) {
        out.println((check.ok() ? "ok      " : "BROKEN  ") + check.name());
        check.rows().forEach(row -> out.println("          " + row));
      }
      out.flush();
      boolean ok = checks.stream().allMatch(Proof.Check::ok);
      return ok ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
