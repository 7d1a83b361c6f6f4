package dev.tradepost.application.port;

/** The events of all commands, waiting for their place in the log. */
public interface EventStore {

  /**
   * Gives events that were committed and have no number yet the next ones, without a gap, at most
   * so many; how many that were. Only one unit of work does so at a time.
   */
  int number(int limit);
}
