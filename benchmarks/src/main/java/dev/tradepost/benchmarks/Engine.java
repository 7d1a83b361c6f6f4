package dev.tradepost.benchmarks;

import dev.tradepost.persistence.shared.Database;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of database, with one for the server and one for the raw loop on it. */
interface Engine extends AutoCloseable {

  /** What the server has to be told to use it. */
  List<String> serverOptions();

  /** The database of the raw loop. */
  Database.Location rawDatabase();

  /** Whether only one transaction may write at a time. */
  boolean singleWriter();

  /** The processes of the database, where it has its own. */
  Optional<ProcessHandle> process() throws IOException;

  /** What else a reader of the result has to know. */
  String note();

  @Override
  void close() throws IOException;
}
