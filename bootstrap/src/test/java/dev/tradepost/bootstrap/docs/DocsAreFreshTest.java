package dev.tradepost.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.bootstrap.SettingsReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated pages are what the code says, and no link leads nowhere. Run with {@code
 * -Ddocs.write=true} to write the pages anew.
 */
class DocsAreFreshTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");

  private static final Map<String, Supplier<String>> PAGES =
      Map.of(
          "lifecycles", Reference::lifecycles,
          "reasons", Reference::reasons,
          "events", Reference::events,
          "configuration", SettingsReference::page);

  static Stream<String> pages() {
    return PAGES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_page_says_what_the_code_says(String name) throws IOException {
    requireFresh("reference/" + name, PAGES.get(name).get());
  }

  @Test
  void every_requirement_is_shown_or_spoken_of() throws IOException {
    String fresh = Traceability.fresh(ROOT);
    assertThat(Traceability.unspokenOf(fresh)).isEmpty();
    requireFresh("traceability", fresh);
  }

  @Test // S3-52, S3-57
  void the_worked_example_of_the_ledger_was_played(@TempDir Path directory) throws IOException {
    String tables = LedgerExample.tables(directory);
    assertThat(tables).contains("| **all of USD** | **0.00 USD** |");
    requireFreshExample("wallets", tables);
  }

  @Test // S2-05, S2-10, S2-11
  void the_worked_example_of_an_order_was_played(@TempDir Path directory) throws IOException {
    requireFreshExample("orders", OrderExample.tables(directory));
  }

  private static void requireFreshExample(String name, String tables) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/" + name + ".md"));
    String[] parts = page.split("<!-- /?example -->\n");
    assertThat(parts).as("docs/%s.md has one example between its marks", name).hasSize(3);
    String example = "<!-- example -->\n" + tables + "<!-- /example -->\n";
    requireFresh(name, parts[0] + example + parts[2]);
  }

  private static void requireFresh(String name, String fresh) throws IOException {
    Path file = ROOT.resolve("docs/" + name + ".md");
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, fresh);
    }
    assertThat(file).as("run the tests with -Ddocs.write=true, and commit").hasContent(fresh);
  }

  @Test
  void every_link_leads_somewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : markdown()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
          broken.add(ROOT.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void the_repository_names_no_machine() throws IOException {
    Pattern machine = Pattern.compile("/(home|root|Users|work)/[A-Za-z.]|repo\\d?\\.maven|nexus");
    List<String> found = new ArrayList<>();
    for (Path page : markdown()) {
      if (machine.matcher(Files.readString(page)).find()) {
        found.add(ROOT.relativize(page) + " names a machine's path or a registry");
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> markdown() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<Path> pages =
          all.filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> !file.toString().contains("/node_modules/"))
              .toList();
      assertThat(pages).isNotEmpty();
      return pages;
    }
  }
}
