package dev.tradepost.integration.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers by a script: by the first word of each command. */
final class ScriptedServer implements AutoCloseable {
  /** What is said at first. */
  static final String GREETING = "GREETING";

  /** The line that ends a message. */
  static final String END = ".";

  /** An answer that ends the connection instead. */
  static final String HANG_UP = "HANG UP";

  /** An answer that never comes. */
  static final String SILENCE = "SILENCE";

  private final Map<String, String> script;
  private final ServerSocket socket;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private ScriptedServer(Map<String, String> script) throws IOException {
    this.script = Map.copyOf(script);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says yes to all that is not in the script. */
  static ScriptedServer saying(Map<String, String> script) {
    try {
      return new ScriptedServer(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All lines that came in. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client has gone, or the test is over.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    boolean open = answer(client, GREETING);
    boolean message = false;
    while (open) {
      String line = in.readLine();
      if (line == null) {
        return;
      }
      heard.add(line);
      String word = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      if (!message || line.equals(END)) {
        open = answer(client, message ? END : word);
        message = !message && word.equals("DATA") && !script.containsKey("DATA");
      }
    }
  }

  private boolean answer(Socket client, String word) throws IOException {
    String answer = script.getOrDefault(word, standard(word));
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (!answer.equals(SILENCE)) {
      OutputStream out = client.getOutputStream();
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    return true;
  }

  private static String standard(String word) {
    return switch (word) {
      case GREETING -> "220 scripted";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 fine";
    };
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
