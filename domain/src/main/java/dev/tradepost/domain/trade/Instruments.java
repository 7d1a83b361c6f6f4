package dev.tradepost.domain.trade;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pairs that are traded; fixed while the process runs. */
public final class Instruments {
  private static final List<String> MAJORS =
      List.of("EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF", "SGD", "INR", "JPY");

  private final Map<Pair, Instrument> table;

  private Instruments(Map<Pair, Instrument> table) {
    this.table = table;
  }

  /** These instruments; refuses two of the same pair. */
  public static Instruments of(Collection<Instrument> instruments) {
    Map<Pair, Instrument> table = new LinkedHashMap<>();
    for (Instrument instrument : instruments) {
      if (table.put(instrument.pair(), instrument) != null) {
        throw new IllegalArgumentException(instrument.pair() + " is listed twice");
      }
    }
    return new Instruments(Collections.unmodifiableMap(table));
  }

  /** Every pair of ten often traded currencies, each on its usual grid. */
  public static Instruments standard() {
    List<Instrument> all = new ArrayList<>();
    for (String base : MAJORS) {
      for (String quote : MAJORS) {
        if (!base.equals(quote)) {
          all.add(Instrument.usual(new Pair(Money.currency(base), Money.currency(quote))));
        }
      }
    }
    return of(all);
  }

  /** The instrument of a pair; refuses one that is not traded. */
  public Instrument get(Pair pair) {
    Instrument instrument = table.get(pair);
    if (instrument == null) {
      throw new Rejection(TradeReason.PAIR_NOT_TRADED, pair + " is not traded here").at("pair");
    }
    return instrument;
  }

  /** All of them, in the order of the table. */
  public Collection<Instrument> all() {
    return table.values();
  }
}
