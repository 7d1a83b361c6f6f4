package dev.tradepost.bootstrap.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A user at the socket {@code /ws/orders} who takes frames out of the connection only when asked
 * to, and has next to no room for those that wait.
 */
final class DeafClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int TWO_BYTES_OF_LENGTH = 126;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  private DeafClient(int port) throws IOException {
    socket.setReceiveBufferSize(1);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    in = new DataInputStream(socket.getInputStream());
  }

  /** Opens the socket, and reads no more than that it is open. */
  static DeafClient open(int port, String token) throws IOException {
    DeafClient client = new DeafClient(port);
    String request =
        "GET /ws/orders HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    client.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String answer = client.head();
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError(answer);
    }
    return client;
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** What came until the connection ended; the code is empty where the server gave none. */
  record Heard(List<JsonNode> frames, OptionalInt closeCode) {}

  /** The next frame. */
  JsonNode next() throws IOException {
    int kind = in.readUnsignedByte();
    byte[] content = content();
    if (kind != TEXT) {
      throw new AssertionError("no text, but a frame of kind " + Integer.toHexString(kind));
    }
    return read(content);
  }

  /** Begins to read after all, to the end. */
  Heard rest() throws IOException {
    List<JsonNode> frames = new ArrayList<>();
    for (int kind = in.read(); kind >= 0; kind = in.read()) {
      byte[] content = content();
      if (kind == CLOSE) {
        int code = (content[0] & 0xff) << 8 | content[1] & 0xff;
        return new Heard(frames, OptionalInt.of(code));
      }
      frames.add(read(content));
    }
    return new Heard(frames, OptionalInt.empty());
  }

  private byte[] content() throws IOException {
    int length = in.readUnsignedByte();
    byte[] content = new byte[length == TWO_BYTES_OF_LENGTH ? in.readUnsignedShort() : length];
    in.readFully(content);
    return content;
  }

  private static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON", e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
