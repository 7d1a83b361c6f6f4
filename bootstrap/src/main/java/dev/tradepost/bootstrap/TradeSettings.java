package dev.tradepost.bootstrap;

import dev.tradepost.domain.trade.Instrument;
import dev.tradepost.domain.trade.Instruments;
import dev.tradepost.domain.trade.Pair;
import java.util.Locale;

/** Reads what is traded out of its setting. */
final class TradeSettings {

  private TradeSettings() {}

  /**
   * {@code EUR/USD 0.00001 1000; USD/JPY 0.001 1000}: pair, tick, lot; blank for the usual ones.
   */
  static Instruments instruments(String text) {
    return text.isBlank()
        ? Instruments.standard()
        : Instruments.of(
            WalletSettings.entries(text, 3).stream().map(TradeSettings::instrument).toList());
  }

  private static Instrument instrument(String[] words) {
    Pair pair = Pair.of(words[0].toUpperCase(Locale.ROOT));
    return new Instrument(
        pair, WalletSettings.decimal(words[1]), WalletSettings.amount(words[2], pair.base()));
  }
}
