package dev.tradepost.persistence.shared;

/** What waits to be written and can be taken back until the command that wanted it has ended. */
public interface Staging {

  /** Keeps what the command wanted that has just ended well. */
  void accept();

  /** Takes back what the command wanted that has just failed. */
  void undo();
}
