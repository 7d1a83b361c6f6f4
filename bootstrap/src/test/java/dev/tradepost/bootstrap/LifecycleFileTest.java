package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Shop;
import dev.tradepost.domain.order.OrderLifecycle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision X-02, S2-17: the file of a shop's own lifecycles is read strictly. */
class LifecycleFileTest {
  private static final Path EXAMPLE = Path.of("../docs/examples/lifecycles.json");
  private static final String HEAD = "--lifecycles (TRADEPOST_LIFECYCLES): ";

  /** One lifecycle with a field that each case replaces. */
  private static final String SOUND =
      """
      {"lifecycles": [{
        "name": "own",
        "initial": "NEW",
        "paymentRequired": false,
        "transitions": [
          {"from": "NEW", "action": "CANCEL", "to": "CANCELLED"}
        ]
      }]}
      """;

  @TempDir Path directory;

  private List<String> problems(String text) {
    return LifecycleFile.read(write(text).toString()).problems();
  }

  private Path write(String text) {
    try {
      return Files.writeString(directory.resolve("lifecycles.json"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Shop shop(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("data", directory.toString());
    return Settings.of(new SettingSource(all, Map.of()), true).shop();
  }

  @Test
  void the_example_of_the_documents_can_be_used() {
    Shop shop =
        shop(
            Map.of(
                "lifecycles", EXAMPLE.toString(),
                "order-lifecycle", "pickup",
                "checkout-lifecycle", "preorder"));
    assertThat(shop.lifecycles().keySet())
        .containsExactly("direct", "checkout", "fulfilment", "preorder", "pickup");
    assertThat(shop.orderLifecycle()).isEqualTo("pickup");
    assertThat(shop.checkoutLifecycle()).isEqualTo("preorder");
    OrderLifecycle preorder = shop.lifecycle("preorder");
    assertThat(preorder.paymentRequired()).isTrue();
    assertThat(preorder.table().initial()).isEqualTo("WAITING");
    assertThat(shop.statuses()).contains("WAITING", "HANDED_OVER");
  }

  @Test
  void a_shop_needs_none() {
    assertThat(shop(Map.of()).lifecycles()).hasSize(3);
    assertThat(problems("{\"lifecycles\": []}")).isEmpty();
    assertThat(problems(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'own'             | 'direct'       | lifecycle direct: the name is a standard lifecycle's
          'own'             | 'My Own'       | lifecycle My Own: the name is not lower-case kebab
          'own'             | 7              | lifecycles[0]: name must be a text of at most 64
          'own'             | ' '            | lifecycles[0]: name must be a text of at most 64
          'name': 'own',    |                | lifecycles[0]: name is missing: give it as a text
          'initial': 'NEW', |                | lifecycle own: initial is missing: give it as
          'initial': 'NEW'  | 'initial': {}  | lifecycle own: initial must be a text of at most 64
          false             | 'no'           | lifecycle own: paymentRequired must be true or false
          'NEW',            | 'NEW', 'x': 1, | lifecycle own: there is no field 'x': use name
          'CANCEL',         | 'CANSEL',      | lifecycle own: there is no action 'CANSEL' (in NEW):
          'action'          | 'act'          | lifecycle own, transitions[0]: there is no field
          'to': 'CANCELLED' | 'to': null     | lifecycle own, transitions[0]: to must be a text
          'CANCEL',         | 'CONFIRM',     | lifecycle own: CONFIRM leads to the dead end
          'to': 'CANCELLED' | 'to': 'Gone'   | lifecycle own: the state 'Gone' is not UPPER_SNAKE
          'from': 'NEW'     | 'from': 'LOST' | lifecycle own: cannot be reached from NEW: LOST
          """,
      quoteCharacter = '"')
  void what_is_wrong_is_named_with_its_cure(String what, String instead, String problem) {
    String other = instead == null ? "" : instead;
    String text = SOUND.replace(what.replace('\'', '"'), other.replace('\'', '"'));
    assertThat(text).isNotEqualTo(SOUND);
    assertThat(problems(text))
        .anySatisfy(it -> assertThat(it).startsWith(problem).contains(": "))
        .allSatisfy(it -> assertThat(it.lines()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null", "{}", "{\"lifecycles\": {}}"})
  void what_is_no_list_of_lifecycles_is_refused(String text) {
    assertThat(problems(text))
        .singleElement()
        .asString()
        .matches("the file: lifecycles (is missing: give it as|must be) a list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'CANCELLED' | 'X', 'to': 'Y' | at /lifecycles/0/transitions/0/to (line 6, column 56): Dup
          ]}          | ]} {}          | (line 8, column
          'name'      | name           | at /lifecycles/0 (line 2, column
          """,
      quoteCharacter = '"')
  void broken_json_is_named_with_its_place(String what, String instead, String problem) {
    String text = SOUND.replace(what.replace('\'', '"'), instead.replace('\'', '"'));
    assertThat(problems(text))
        .singleElement()
        .asString()
        .startsWith("is no JSON " + problem)
        .endsWith(", mend it there");
  }

  @Test
  void a_file_that_cannot_be_read_is_one_line() throws IOException {
    String missing = directory.resolve("nothing").toString();
    assertThat(LifecycleFile.read(missing).problems())
        .containsExactly("cannot be read, there is no file " + missing);
    assertThat(LifecycleFile.read(directory.toString()).problems())
        .singleElement()
        .asString()
        .startsWith("cannot be read: ");
    assertThat(LifecycleFile.read("a\0b").problems())
        .singleElement()
        .asString()
        .startsWith("cannot be read: ");
    Path notUtf8 = Files.write(directory.resolve("latin1"), new byte[] {'{', '"', (byte) 0xe4});
    assertThat(LifecycleFile.read(notUtf8.toString()).problems())
        .singleElement()
        .asString()
        .startsWith("is no JSON");
  }

  @Test
  void a_file_has_at_most_a_mebibyte() {
    int rest = (1 << 20) - SOUND.getBytes(StandardCharsets.UTF_8).length;
    assertThat(problems(SOUND + " ".repeat(rest))).isEmpty();
    assertThat(problems(SOUND + " ".repeat(rest + 1)))
        .containsExactly("cannot be read: it has more than 1048576 bytes, make it smaller");
  }

  @Test
  void a_line_break_in_a_name_makes_no_second_line() {
    assertThat(problems(SOUND.replace("own", "o\\nw\\u2028n")))
        .singleElement()
        .asString()
        .startsWith("lifecycle o w n: the name");
  }

  @Test
  void everything_wrong_is_told_at_once_with_the_other_settings() {
    String two =
        SOUND.replace("}]}", "}, {\"name\": \"own\", \"initial\": \"OLD\", \"transitions\": []}]}");
    Path file =
        write(two.replace("CANCELLED", "gone").replace("\"own\",\n", "\"own\", \"z\": 0,\n"));
    Map<String, String> options =
        Map.of("lifecycles", file.toString(), "order-lifecycle", "nope", "port", "x");
    assertThatThrownBy(() -> shop(options))
        .isInstanceOf(Settings.Invalid.class)
        .message()
        .satisfies(
            message ->
                assertThat(message.lines())
                    .satisfiesExactly(
                        line -> assertThat(line).startsWith("--port"),
                        line -> assertThat(line).startsWith(HEAD + "lifecycle own: there is no"),
                        line -> assertThat(line).startsWith(HEAD + "lifecycle own: paymentRequ"),
                        line -> assertThat(line).startsWith(HEAD + "lifecycle own: the state 'go"),
                        line -> assertThat(line).startsWith("--order-lifecycle")));
  }

  @Test
  void a_name_out_of_a_broken_file_is_not_complained_about_as_well() {
    Path file = write(SOUND.replace("CANCEL\"", "TELEPORT\""));
    for (String path : List.of(file.toString(), directory.resolve("nothing").toString())) {
      Map<String, String> options = Map.of("lifecycles", path, "checkout-lifecycle", "own");
      assertThatThrownBy(() -> shop(options))
          .isInstanceOf(Settings.Invalid.class)
          .message()
          .satisfies(message -> assertThat(message.lines()).hasSize(1));
    }
  }
}
