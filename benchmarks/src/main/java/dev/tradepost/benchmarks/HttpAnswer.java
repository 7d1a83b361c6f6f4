package dev.tradepost.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An answer of the server. It knows no more of HTTP/1.1 than Tradepost's answers need: the client
 * shares its cores with what it measures.
 */
record HttpAnswer(String head, String body) {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final String LENGTH = "\r\nContent-Length: ";
  private static final String CHUNKED = "\r\nTransfer-Encoding: chunked\r\n";

  boolean isSuccess() {
    return head.charAt(STATUS_AT) == '2';
  }

  String statusLine() {
    return head.lines().findFirst().orElse("");
  }

  /** The answer that these bytes begin with; empty while it is not whole. */
  static Optional<HttpAnswer> in(byte[] bytes, int filled) throws IOException {
    int bodyAt = endOfHead(bytes, filled);
    if (bodyAt < 0) {
      return Optional.empty();
    }
    String head = new String(bytes, 0, bodyAt, StandardCharsets.ISO_8859_1);
    if (head.contains(CHUNKED)) {
      return chunks(bytes, bodyAt, filled).map(body -> new HttpAnswer(head, body));
    }
    int length = contentLength(head);
    return filled < bodyAt + length
        ? Optional.empty()
        : Optional.of(new HttpAnswer(head, text(bytes, bodyAt, length)));
  }

  private static int endOfHead(byte[] bytes, int filled) {
    for (int at = 0; at + 3 < filled; at++) {
      if (bytes[at] == '\r' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
        return at + 4;
      }
    }
    return -1;
  }

  /** What is long comes in pieces, each behind a line with its length; the last one is empty. */
  private static Optional<String> chunks(byte[] bytes, int from, int filled) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = from;
    while (true) {
      int end = endOfLine(bytes, at, filled);
      if (end < 0) {
        return Optional.empty();
      }
      int length = Integer.parseInt(text(bytes, at, end - at), 16);
      int next = end + 2 + length + 2;
      if (next > filled) {
        return Optional.empty();
      }
      if (length == 0) {
        return Optional.of(body.toString(StandardCharsets.UTF_8));
      }
      body.write(bytes, end + 2, length);
      at = next;
    }
  }

  private static int endOfLine(byte[] bytes, int from, int filled) {
    for (int at = from; at + 1 < filled; at++) {
      if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
        return at;
      }
    }
    return -1;
  }

  private static int contentLength(String head) throws IOException {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("an answer without Content-Length: " + head);
    }
    int from = at + LENGTH.length();
    return Integer.parseInt(head, from, head.indexOf('\r', from), 10);
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }
}
