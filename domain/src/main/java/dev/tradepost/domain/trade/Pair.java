package dev.tradepost.domain.trade;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * Two currencies, one priced in the other: in EUR/USD amounts are euros and prices are dollars a
 * euro.
 */
public record Pair(Currency base, Currency quote) {
  private static final Pattern FORM = Pattern.compile("([A-Z]{3})/([A-Z]{3})");

  public Pair {
    if (base.equals(quote)) {
      throw new Rejection(TradeReason.INVALID_PAIR, "a pair has two different currencies")
          .at("pair");
    }
  }

  /** Reads {@code EUR/USD}; refuses every other form, lower case too. */
  public static Pair of(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new Rejection(TradeReason.INVALID_PAIR, "'" + text + "' must look like EUR/USD")
          .at("pair");
    }
    try {
      return new Pair(Money.currency(form.group(1)), Money.currency(form.group(2)));
    } catch (Rejection rejection) {
      throw rejection.at("pair");
    }
  }

  @Override
  public String toString() {
    return base.getCurrencyCode() + "/" + quote.getCurrencyCode();
  }
}
