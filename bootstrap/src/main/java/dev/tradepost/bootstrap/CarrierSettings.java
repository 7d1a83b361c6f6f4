package dev.tradepost.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The sandbox carrier, where parcels are handed over to it.
 *
 * @param pace how long each of its steps takes
 */
record CarrierSettings(Duration pace) {
  private static final String SANDBOX = "sandbox";

  /**
   * Who takes parcels; empty where shipments are moved by hand.
   *
   * @param wrong told of each setting that cannot be used, and why
   */
  static Optional<CarrierSettings> read(SettingSource source, BiConsumer<Setting, String> wrong) {
    String gateway = source.get(Setting.CARRIER_GATEWAY);
    if (!gateway.isEmpty() && !gateway.equals(SANDBOX)) {
      wrong.accept(Setting.CARRIER_GATEWAY, "must be sandbox, or empty, not '" + gateway + "'");
    }
    try {
      String pace = source.get(Setting.CARRIER_PACE);
      Duration step =
          FulfilmentSettings.duration(pace.isEmpty() ? Setting.CARRIER_PACE.standard() : pace);
      return gateway.isEmpty() ? Optional.empty() : Optional.of(new CarrierSettings(step));
    } catch (IllegalArgumentException e) {
      wrong.accept(Setting.CARRIER_PACE, e.getMessage());
      return Optional.empty();
    }
  }
}
