package dev.tradepost.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** One kept-alive connection to the server. */
final class HttpLine implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int UUID_LENGTH = 36;

  private final SocketChannel channel;
  private final InputStream patient;
  private final String headers;
  private byte[] buffer = new byte[16 * 1024];
  private int filled;
  private Request asked;

  /** An answer that was not 2xx. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * Connects.
   *
   * @param token sent with every request; empty for none
   */
  HttpLine(int port, String token) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.socket().setSoTimeout(PATIENCE_MILLIS);
    patient = channel.socket().getInputStream();
    headers =
        " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token)
            + "\r\nContent-Type: application/json\r\nContent-Length: ";
  }

  /** The id that an answer has directly after its beginning. */
  static UUID idAfter(String beginning, String answer) throws IOException {
    if (!answer.startsWith(beginning)) {
      throw new IOException("no " + beginning + " in the answer: " + answer);
    }
    int from = beginning.length();
    return UUID.fromString(answer.substring(from, from + UUID_LENGTH));
  }

  String get(String path) throws IOException {
    return exchange(Request.get(path));
  }

  String exchange(String method, String path, String body) throws IOException {
    return exchange(new Request(method, path, body));
  }

  /** Does all that the operation asks for. */
  void finish(Request first) throws IOException {
    Optional<Request> next = Optional.of(first);
    while (next.isPresent()) {
      next = next.get().then().after(exchange(next.get()));
    }
  }

  /** The body of the answer; fails on any that is not 2xx. */
  String exchange(Request request) throws IOException {
    send(request);
    Optional<String> answer;
    do {
      answer = answer();
    } while (answer.isEmpty());
    return answer.get();
  }

  /** From now on it is read when the selector says that something is there. */
  void register(Selector selector, Object attachment) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, attachment);
  }

  /** Sends it, without waiting for the answer. A request is smaller than any socket's buffer. */
  void send(Request request) throws IOException {
    asked = request;
    filled = 0;
    String text =
        request.method()
            + " "
            + request.path()
            + headers
            + request.body().length()
            + "\r\n\r\n"
            + request.body();
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What was sent last. */
  Request asked() {
    return asked;
  }

  /** Reads once; the body of the answer if it is whole by now. Fails on any that is not 2xx. */
  Optional<String> answer() throws IOException {
    fill();
    Optional<HttpAnswer> answer = HttpAnswer.in(buffer, filled);
    if (answer.isPresent() && !answer.get().isSuccess()) {
      String request = asked.method() + " " + asked.path();
      throw new Refused(request + " -> " + answer.get().statusLine() + " " + answer.get().body());
    }
    return answer.map(HttpAnswer::body);
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, filled * 2);
    }
    int room = buffer.length - filled;
    int read =
        channel.isBlocking()
            ? patient.read(buffer, filled, room)
            : channel.read(ByteBuffer.wrap(buffer, filled, room));
    if (read < 0) {
      throw new EOFException("the server closed the connection before its answer was whole");
    }
    filled += read;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
