package dev.tradepost.benchmarks;

/**
 * The load of the live stream.
 *
 * @param sockets how many users listen, each to their own orders
 * @param slow how many more listen to everybody's and never read
 * @param rate how many events a second happen
 */
record LivePlan(int sockets, int slow, int rate) {

  static String user(int number) {
    return "live-%05d".formatted(number);
  }
}
