package dev.tradepost.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.webhook.EventTypes;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What webhooks can ask for are the events there are. */
class EventTypesTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+\\.[a-z_]+)`");

  @Test // S3-71
  void webhooks_can_ask_for_every_event_of_the_reference_but_those_about_webhooks() {
    TreeSet<String> events =
        Reference.events()
            .lines()
            .map(ROW::matcher)
            .filter(java.util.regex.Matcher::find)
            .map(row -> row.group(1))
            .filter(type -> !type.startsWith("webhook."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(EventTypes.ALL)).isEqualTo(events);
  }
}
