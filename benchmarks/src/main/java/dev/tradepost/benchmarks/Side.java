package dev.tradepost.benchmarks;

/** One of the two that are compared: the server, or the raw loop. */
interface Side extends AutoCloseable {

  /** Does the operation with so many clients for so long, or until there is nothing left to do. */
  Sample run(Operation operation, int clients, double seconds) throws Exception;

  @Override
  void close();
}
