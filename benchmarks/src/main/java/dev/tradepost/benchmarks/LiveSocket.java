package dev.tradepost.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * One open WebSocket. It knows no more of the protocol than Tradepost's frames need: the client
 * shares its cores with what it measures.
 */
final class LiveSocket implements AutoCloseable {
  /** It has ended without a close frame. */
  static final int CUT = 1006;

  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int LONGER = 126;
  private static final int LONGEST = 127;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final SocketChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocate(4 * 1024);
  private int closed;

  private LiveSocket(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens it.
   *
   * @param receiveBytes how much the system may take in unread; 0 for what is usual
   */
  static LiveSocket open(int port, String token, int receiveBytes) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (receiveBytes > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBytes);
    }
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    LiveSocket socket = new LiveSocket(channel);
    socket.shakeHands(port, token);
    return socket;
  }

  private void shakeHands(int port, String token) throws IOException {
    String request =
        "GET /ws/orders HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
            + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
            + token
            + END_OF_HEAD;
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
    String head;
    do {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the server closed the connection instead of opening a socket");
      }
      head = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    } while (!head.contains(END_OF_HEAD));
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new HttpLine.Refused("GET /ws/orders -> " + head.lines().findFirst().orElse(""));
    }
    buffer.flip().position(head.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    buffer.compact();
  }

  SocketChannel channel() {
    return channel;
  }

  /** Reads what is there, once; false where it has ended. */
  boolean read(Consumer<String> texts) {
    try {
      if (channel.read(buffer) < 0) {
        closed = closed == 0 ? CUT : closed;
      }
    } catch (IOException e) {
      closed = closed == 0 ? CUT : closed;
    }
    buffer.flip();
    while (nextFrame(texts)) {
      // as long as there are whole ones
    }
    buffer.compact();
    if (!buffer.hasRemaining()) {
      buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
    }
    return closed == 0;
  }

  private boolean nextFrame(Consumer<String> texts) {
    int start = buffer.position();
    if (buffer.remaining() < 2) {
      return false;
    }
    int kind = buffer.get() & 0x0F;
    int length = buffer.get();
    if (length == LONGEST) {
      throw new IllegalStateException("a frame is longer than 64 KiB");
    }
    if (length == LONGER && buffer.remaining() >= 2) {
      length = buffer.getShort() & 0xFFFF;
    }
    if (buffer.remaining() < length) {
      buffer.position(start);
      return false;
    }
    int end = buffer.position() + length;
    if (kind == TEXT) {
      texts.accept(new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8));
    } else if (kind == CLOSE) {
      closed = buffer.getShort() & 0xFFFF;
    }
    buffer.position(end);
    return true;
  }

  /**
   * Reads what was sent, until it ends or nothing comes for so long.
   *
   * @return the code it was closed with; 0 where it is open
   */
  int readToEnd(int patienceMillis) throws IOException {
    channel.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      while (selector.select(patienceMillis) > 0 && read(text -> {})) {
        selector.selectedKeys().clear();
      }
    }
    return closed;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
