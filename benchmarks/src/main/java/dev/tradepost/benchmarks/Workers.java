package dev.tradepost.benchmarks;

/** Makes those who put the load on, each with a connection of its own. */
@FunctionalInterface
interface Workers {
  Side.Worker worker(int number) throws Exception;
}
