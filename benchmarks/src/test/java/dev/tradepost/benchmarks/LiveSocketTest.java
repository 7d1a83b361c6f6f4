package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The few frames of the protocol that are needed, from a server that sends them byte by byte. */
class LiveSocketTest {
  private static final String OPEN =
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

  /** Answers one request with these bytes, then ends. */
  private static ServerSocket serving(byte[] answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    CompletableFuture.runAsync(
        () -> {
          try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            socket.getInputStream().read(new byte[1_024]);
            for (byte one : answer) {
              socket.getOutputStream().write(one);
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    return server;
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof String text) {
        all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      } else {
        all.write((Integer) part);
      }
    }
    return all.toByteArray();
  }

  @Test
  void texts_of_any_length_are_read_in_their_order() throws IOException {
    String longer = "x".repeat(300);
    String longest = "y".repeat(9_000);
    byte[] answer =
        bytes(OPEN, 0x81, 2, "hi", 0x81, 126, 1, 44, longer, 0x81, 126, 35, 40, longest);
    List<String> texts = new ArrayList<>();
    try (ServerSocket server = serving(answer);
        LiveSocket socket = LiveSocket.open(server.getLocalPort(), "token", 0)) {
      while (socket.read(texts::add)) {
        // until it ends
      }
    }
    assertThat(texts).containsExactly("hi", longer, longest);
  }

  @Test
  void the_code_of_a_close_is_told_behind_what_was_not_read() throws IOException {
    byte[] answer = bytes(OPEN, 0x81, 2, "hi", 0x88, 2, 0x0F, 0xA8);
    try (ServerSocket server = serving(answer);
        LiveSocket socket = LiveSocket.open(server.getLocalPort(), "token", 0)) {
      assertThat(socket.readToEnd(5_000)).isEqualTo(SlowReaders.TOO_SLOW);
    }
  }

  @Test
  void an_end_without_a_close_is_a_cut() throws IOException {
    try (ServerSocket server = serving(bytes(OPEN, 0x81, 2, "hi"));
        LiveSocket socket = LiveSocket.open(server.getLocalPort(), "token", 0)) {
      assertThat(socket.readToEnd(5_000)).isEqualTo(LiveSocket.CUT);
    }
  }

  @Test
  void what_does_not_open_is_refused() throws IOException {
    byte[] answer = bytes("HTTP/1.1 401 Unauthorized\r\n\r\n");
    try (ServerSocket server = serving(answer)) {
      assertThatThrownBy(() -> LiveSocket.open(server.getLocalPort(), "token", 0))
          .hasMessageContaining("401");
    }
  }
}
