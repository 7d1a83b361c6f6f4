package dev.tradepost.benchmarks;

import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** H2: a file for the server in its process, and one for the raw loop in the benchmark's. */
record EmbeddedEngine(Path directory) implements Engine {

  @Override
  public List<String> serverOptions() {
    return List.of();
  }

  @Override
  public Database.Location rawDatabase() {
    return Database.Location.embedded(directory.resolve("raw"), RawSide.CONNECTIONS);
  }

  @Override
  public boolean singleWriter() {
    return true;
  }

  @Override
  public Optional<ProcessHandle> process() {
    return Optional.empty();
  }

  @Override
  public String note() {
    return "embedded, WRITE_DELAY=0, one writer at a time on both sides";
  }

  @Override
  public void close() {}
}
