package dev.tradepost.bootstrap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills the table of requirements with the tests that name them. */
final class Traceability {
  private static final Pattern ROW =
      Pattern.compile("\\| (S\\d-\\d+) \\| (.*) \\| (.*) \\| (.*) \\|");

  /** An id, or a range such as {@code S0-20..S0-24}. */
  private static final Pattern IDS = Pattern.compile("\\b(S\\d)-(\\d+)(?:\\.\\.(?:\\1-)?(\\d+))?");

  private Traceability() {}

  /** The page with its third column as the tests are now. */
  static String fresh(Path root) throws IOException {
    Map<String, Set<String>> shown = shownBy(root);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("docs/traceability.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String tests = String.join(", ", shown.getOrDefault(row.group(1), Set.of()));
        line = "| %s | %s | %s | %s |".formatted(row.group(1), row.group(2), tests, row.group(4));
      }
      lines.add(line);
    }
    return String.join("\n", lines) + "\n";
  }

  /** Rows that neither a test nor a note speaks of. */
  static List<String> unspokenOf(String page) {
    return page.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .filter(row -> row.group(3).isBlank() && row.group(4).isBlank())
        .map(row -> row.group(1) + " " + row.group(2))
        .toList();
  }

  private static Map<String, Set<String>> shownBy(Path root) throws IOException {
    Map<String, Set<String>> shown = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> tests =
          all.filter(file -> file.toString().contains("/src/test/"))
              .filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
              .toList();
      for (Path test : tests) {
        String name = test.getFileName().toString().replace(".java", "");
        for (String id : idsIn(Files.readString(test))) {
          shown.computeIfAbsent(id, key -> new TreeSet<>()).add(name);
        }
      }
    }
    return shown;
  }

  private static Set<String> idsIn(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher found = IDS.matcher(text);
    while (found.find()) {
      int first = Integer.parseInt(found.group(2));
      int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
      for (int number = first; number <= last; number++) {
        ids.add("%s-%02d".formatted(found.group(1), number));
      }
    }
    return ids;
  }
}
