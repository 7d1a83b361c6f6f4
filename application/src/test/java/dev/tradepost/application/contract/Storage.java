package dev.tradepost.application.contract;

import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.Views;
import java.util.Map;

/** One storage of the adapter under test. */
public interface Storage {

  Transactions transactions();

  Views views();

  /**
   * How many rows there are of everything that is kept, by the adapter's own names, so that a test
   * can say that nothing was left behind. The events are under {@code outbox}.
   */
  Map<String, Long> rowCounts();

  /** How many events were written. */
  default long events() {
    return rowCounts().get("outbox");
  }
}
