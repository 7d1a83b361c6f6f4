package dev.tradepost.bootstrap;

import picocli.CommandLine;

/** Starts the program. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int code = Commands.line(System.getenv()).execute(arguments);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }
}
