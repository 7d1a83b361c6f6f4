package dev.tradepost.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own, started as the launcher starts it. */
final class ServerProcess implements AutoCloseable {
  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Thread hook;
  private final Path log;
  private final int port;

  private ServerProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.hook = new Thread(process::destroy, "stop the server");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What runs it from its jar. */
  static List<String> ofJar(Path jar) {
    return List.of("-jar", jar.toString());
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param program what Java has to be told to run it
   * @param directory where its data and its log go
   * @param options beside those that say where
   */
  static ServerProcess start(List<String> program, Path directory, List<String> options)
      throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseParallelGC");
    command.add("-Dlogback.configurationFile=logback-json.xml");
    String more = System.getenv().getOrDefault("TRADEPOST_JAVA_OPTS", "").strip();
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split("\\s+")));
    }
    command.addAll(program);
    command.addAll(List.of("demo", "--port", String.valueOf(port)));
    command.addAll(List.of("--data", directory.resolve("server").toString()));
    command.addAll(options);
    Path log = directory.resolve("server.log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TRADEPOST_"));
    ServerProcess server =
        new ServerProcess(builder.redirectOutput(log.toFile()).start(), log, port);
    server.awaitReady();
    return server;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  int port() {
    return port;
  }

  private void awaitReady() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  private boolean ready() {
    try (HttpLine line = new HttpLine(port, "")) {
      line.get("/health/ready");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
