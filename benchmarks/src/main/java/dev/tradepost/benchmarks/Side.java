package dev.tradepost.benchmarks;

import java.io.IOException;

/** One of the two that are compared: the server, or the raw loop. */
interface Side extends AutoCloseable {

  /** Someone who does an operation again and again, used by one thread. */
  Worker worker(Operation operation, int number) throws Exception;

  @Override
  void close();

  /** Does one operation at a time. */
  interface Worker extends AutoCloseable {

    /** Does it once; false where nothing was left to do it to. */
    boolean once() throws Exception;

    @Override
    void close() throws IOException;
  }
}
