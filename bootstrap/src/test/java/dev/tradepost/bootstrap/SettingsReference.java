package dev.tradepost.bootstrap;

/** Writes the page of the settings from the settings. */
public final class SettingsReference {

  private SettingsReference() {}

  public static String page() {
    StringBuilder page = new StringBuilder("# Configuration\n");
    page.append(
        """

        Generated from the code; do not edit.

        An option of the command line goes before the environment, the environment before the file
        (`--config FILE` or `TRADEPOST_CONFIG`, a properties file), the file before the standard.
        What is wrong is told all at once and ends the program with exit code 2; an unknown
        `TRADEPOST_*` variable or key is warned of with the nearest one there is.

        | option | environment | key in the file | standard | what |
        |---|---|---|---|---|
        """);
    for (Setting setting : Setting.values()) {
      String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
      page.append(
          "| `--%s` | `%s` | `%s` | %s | %s |\n"
              .formatted(
                  setting.option(), setting.variable(), setting.key(), standard, setting.help()));
    }
    page.append(
        """

        The launcher knows two more: `TRADEPOST_JAVA_OPTS` are options of the JVM,
        `TRADEPOST_LOG` is `text` or `json` (text where standard error is a terminal, else JSON).
        """);
    return page.toString();
  }
}
