package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {
  private static final String LENGTH_KNOWN =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n"
          + "{\"a\":\"ä\"}";
  private static final String IN_CHUNKS =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: y\r\n\r\n"
          + "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n";

  @Test
  void is_there_when_all_of_it_has_come_and_not_before() throws IOException {
    for (String text : new String[] {LENGTH_KNOWN, IN_CHUNKS}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int filled = 0; filled < bytes.length; filled++) {
        assertThat(HttpAnswer.in(bytes, filled)).as("%d bytes of %s", filled, text).isEmpty();
      }
      assertThat(HttpAnswer.in(bytes, bytes.length)).isPresent();
    }
  }

  @Test
  void has_the_body_of_one_piece_or_of_many() throws IOException {
    assertThat(answer(LENGTH_KNOWN).body()).isEqualTo("{\"a\":\"ä\"}");
    assertThat(answer(IN_CHUNKS).body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void says_whether_it_is_a_success() throws IOException {
    HttpAnswer refused = answer("HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n");
    assertThat(refused.isSuccess()).isFalse();
    assertThat(refused.statusLine()).isEqualTo("HTTP/1.1 409 Conflict");
    assertThat(answer(LENGTH_KNOWN).isSuccess()).isTrue();
  }

  @Test
  void without_a_length_is_none_that_the_server_gives() {
    assertThatThrownBy(() -> answer("HTTP/1.1 200 OK\r\nX: y\r\n\r\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("without Content-Length");
  }

  private static HttpAnswer answer(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HttpAnswer.in(bytes, bytes.length).orElseThrow();
  }
}
