package dev.tradepost.bootstrap;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Where settings come from: options, then the environment, then a file, then the standard. */
final class SettingSource {
  private static final String PREFIX = "TRADEPOST_";

  /** Variables that are the launcher's own. */
  private static final List<String> NOT_SETTINGS =
      List.of("TRADEPOST_CONFIG", "TRADEPOST_JAVA_OPTS", "TRADEPOST_LOG", "TRADEPOST_CMD");

  private final Map<String, String> options;
  private final Map<String, String> environment;
  private final Properties file = new Properties();
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * Reads the file too, if one is named.
   *
   * @param options by the name of the option
   */
  SettingSource(Map<String, String> options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
    String config = options.getOrDefault("config", environment.get("TRADEPOST_CONFIG"));
    if (config != null) {
      read(Path.of(config));
    }
    warnOfUnknown();
  }

  String get(Setting setting) {
    if (options.containsKey(setting.option())) {
      return options.get(setting.option()).strip();
    }
    if (environment.containsKey(setting.variable())) {
      return environment.get(setting.variable()).strip();
    }
    return file.getProperty(setting.key(), setting.standard()).strip();
  }

  /** What makes the configuration unusable already here. */
  List<String> problems() {
    return problems;
  }

  /** What was probably meant otherwise. */
  List<String> warnings() {
    return warnings;
  }

  private void read(Path path) {
    try (Reader reader = Files.newBufferedReader(path)) {
      file.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("--config (TRADEPOST_CONFIG): cannot be read: " + e.getMessage());
    }
  }

  private void warnOfUnknown() {
    List<String> variables = Arrays.stream(Setting.values()).map(Setting::variable).toList();
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> !variables.contains(name) && !NOT_SETTINGS.contains(name))
        .sorted()
        .forEach(name -> warn("environment variable " + name, nearest(name, variables)));
    List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
    file.stringPropertyNames().stream()
        .filter(name -> !keys.contains(name))
        .sorted()
        .forEach(name -> warn("configuration key " + name, nearest(name, keys)));
  }

  private void warn(String what, String nearest) {
    warnings.add(what + " is not known and ignored; did you mean " + nearest + "?");
  }

  private static String nearest(String name, List<String> known) {
    return known.stream().min(Comparator.comparing(it -> distance(name, it))).orElseThrow();
  }

  /** How many letters must be changed, added or removed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
