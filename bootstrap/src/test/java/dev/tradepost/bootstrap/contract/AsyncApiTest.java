package dev.tradepost.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  private static final AsyncApi CONTRACT = AsyncApi.load();

  @Test
  void every_message_has_examples_that_fit_it_and_do_not_with_one_field_more() {
    assertThat(CONTRACT.messages()).hasSize(8);
    for (Map.Entry<String, JsonNode> message : CONTRACT.messages().properties()) {
      JsonNode examples = message.getValue().path("examples");
      assertThat(examples).as(message.getKey()).isNotEmpty();
      for (JsonNode example : examples) {
        ObjectNode payload = example.path("payload").deepCopy();
        assertThat(payload.path("event").asText()).isEqualTo(message.getKey());
        assertThat(CONTRACT.problemsOf(payload)).isEmpty();
        assertThat(CONTRACT.problemsOf(payload.put("surprise", 1))).isNotEmpty();
      }
    }
  }
}
