package dev.tradepost.application.port;

import java.util.List;
import java.util.Map;

/**
 * Proves on the data itself that nothing was lost or invented: stock, money, orders, events. Each
 * check is one look at one moment, so it can be asked while the shop is open.
 */
@FunctionalInterface
public interface Proof {

  /** Everything that must hold, and whether it does. */
  List<Check> run();

  /**
   * One thing that must hold.
   *
   * @param name the statement that is checked
   * @param rows what breaks it, the first of many; nothing where it holds
   */
  record Check(String name, List<Map<String, Object>> rows) {

    public Check {
      rows = List.copyOf(rows);
    }

    public boolean ok() {
      return rows.isEmpty();
    }
  }
}
