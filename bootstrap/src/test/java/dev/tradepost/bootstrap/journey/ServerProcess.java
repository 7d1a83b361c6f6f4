package dev.tradepost.bootstrap.journey;

import dev.tradepost.bootstrap.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as a process of its own, which can be killed; none of it outlives the test's JVM. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile(" +API +http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Thread undertaker;
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.undertaker = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(undertaker);
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            this::kill, CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    try {
      this.port = port(process.inputReader());
      late.cancel(false);
    } catch (IOException | RuntimeException | Error e) {
      kill();
      throw e;
    }
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param options of the command line, beside the port
   * @param log gets what the server has to say for itself
   */
  static ServerProcess start(Map<String, String> options, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo",
                "--port=0"));
    options.forEach((name, value) -> command.add("--" + name + "=" + value));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("TRADEPOST_"));
    return new ServerProcess(builder.start());
  }

  int port() {
    return port;
  }

  private static int port(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.matches()) {
        return Integer.parseInt(listening.group(1));
      }
    }
    throw new AssertionError("the server ended, or took too long, before it listened");
  }

  /**
   * Sends a request.
   *
   * @param token null for nobody
   * @param key null for none
   * @param body JSON; null for none
   * @throws IOException where no answer came, so that nobody knows what became of the request
   */
  Answer send(String method, String path, String token, String key, String body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (HttpTimeoutException e) {
      throw new AssertionError("the server lives and does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A token of this user, as the demo hands them out; the role is customer, staff or admin. */
  String token(String user, String role) throws IOException {
    String body = "{\"userId\": \"%s\", \"role\": \"%s\"}".formatted(user, role);
    return send("POST", "/auth/token", null, null, body).expect(200).at("/token");
  }

  /** Asks it to stop, as {@code kill} does, and waits until it has; the code it ended with. */
  int stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the server was asked to stop and did not");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as {@code kill -9} does: it is not asked. */
  void kill() {
    process.destroyForcibly();
  }

  /** Kills it, and waits until nothing of it is left. */
  @Override
  public void close() {
    kill();
    process.onExit().join();
    Runtime.getRuntime().removeShutdownHook(undertaker);
  }
}
