package dev.tradepost.persistence.shared;

import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import org.jdbi.v3.core.Jdbi;

/** How units of work become transactions of the database. */
public enum Commit {
  /** Those that wait share one. */
  GROUP {
    @Override
    public Transactions over(
        Jdbi jdbi, Dialect dialect, Shop shop, Sources sources, Runnable heard) {
      return new GroupedTransactions(jdbi, dialect, shop, sources, heard);
    }
  },

  /** Each has its own. */
  SINGLE {
    @Override
    public Transactions over(
        Jdbi jdbi, Dialect dialect, Shop shop, Sources sources, Runnable heard) {
      return new JdbiTransactions(jdbi, dialect, shop, sources, heard);
    }
  };

  /** {@code group} or {@code single}. */
  public static Commit named(String name) {
    return switch (name) {
      case "group" -> GROUP;
      case "single" -> SINGLE;
      default -> throw new IllegalArgumentException("must be group or single, not '" + name + "'");
    };
  }

  /**
   * The transactions over a database.
   *
   * @param heard called after each commit that had events; it must not block
   */
  public abstract Transactions over(
      Jdbi jdbi, Dialect dialect, Shop shop, Sources sources, Runnable heard);
}
