package dev.tradepost.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * One kept-alive connection to the server. It knows no more of HTTP/1.1 than Tradepost's answers
 * need: the client shares its cores with what it measures.
 */
final class HttpLine implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int UUID_LENGTH = 36;
  private static final String LENGTH = "\r\nContent-Length: ";
  private static final String CHUNKED = "\r\nTransfer-Encoding: chunked\r\n";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String headers;
  private byte[] buffer = new byte[16 * 1024];
  private int filled;

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
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    headers =
        " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token)
            + "\r\nContent-Type: application/json\r\nContent-Length: ";
  }

  String get(String path) throws IOException {
    return exchange("GET", path, "");
  }

  /** The id that an answer has directly after its beginning. */
  static UUID idAfter(String beginning, String answer) throws IOException {
    if (!answer.startsWith(beginning)) {
      throw new IOException("no " + beginning + " in the answer: " + answer);
    }
    int from = beginning.length();
    return UUID.fromString(answer.substring(from, from + UUID_LENGTH));
  }

  /** The body of the answer; fails on any that is not 2xx. */
  String exchange(String method, String path, String body) throws IOException {
    String request = method + " " + path + headers + body.length() + "\r\n\r\n" + body;
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    filled = 0;
    int bodyAt = readHead();
    String head = new String(buffer, 0, bodyAt, StandardCharsets.ISO_8859_1);
    String answer = head.contains(CHUNKED) ? chunks(bodyAt) : text(bodyAt, contentLength(head));
    if (head.charAt(STATUS_AT) != '2') {
      throw new Refused(
          method + " " + path + " -> " + head.lines().findFirst().orElse("") + " " + answer);
    }
    return answer;
  }

  private String text(int from, int length) throws IOException {
    while (filled < from + length) {
      fill();
    }
    return new String(buffer, from, length, StandardCharsets.UTF_8);
  }

  /** What is long comes in pieces, each behind a line with its length; the last one is empty. */
  private String chunks(int from) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = from;
    while (true) {
      int end = endOfLine(at);
      int length = Integer.parseInt(text(at, end - at), 16);
      text(end + 2, length + 2);
      if (length == 0) {
        return body.toString(StandardCharsets.UTF_8);
      }
      body.write(buffer, end + 2, length);
      at = end + 2 + length + 2;
    }
  }

  private int endOfLine(int from) throws IOException {
    int at = from;
    while (at + 1 >= filled || buffer[at] != '\r' || buffer[at + 1] != '\n') {
      if (at + 1 >= filled) {
        fill();
      } else {
        at++;
      }
    }
    return at;
  }

  private int readHead() throws IOException {
    int seen = 0;
    while (true) {
      fill();
      for (; seen + 3 < filled; seen++) {
        if (buffer[seen] == '\r' && buffer[seen + 2] == '\r' && buffer[seen + 3] == '\n') {
          return seen + 4;
        }
      }
    }
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, filled * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server closed the connection before its answer was whole");
    }
    filled += read;
  }

  private static int contentLength(String head) throws IOException {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("an answer without Content-Length: " + head);
    }
    int from = at + LENGTH.length();
    return Integer.parseInt(head, from, head.indexOf('\r', from), 10);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
