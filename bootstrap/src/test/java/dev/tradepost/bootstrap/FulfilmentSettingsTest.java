package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import dev.tradepost.domain.inventory.Site;
import dev.tradepost.domain.shared.WarehouseId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the shop reserves and sends, as it is configured. */
class FulfilmentSettingsTest {
  @TempDir Path data;

  private FulfilmentPolicy policy(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("data", data.toString());
    return Settings.of(new SettingSource(all, Map.of()), true).shop().fulfilment();
  }

  @Test // S2-51
  void where_nothing_is_said_stock_waits_fifteen_minutes_and_shipments_are_few() {
    assertThat(policy(Map.of())).isEqualTo(FulfilmentPolicy.standard());
    assertThat(policy(Map.of("reservation-ttl", "", "allocation", "fewest-shipments")))
        .isEqualTo(FulfilmentPolicy.standard());
  }

  @Test // S2-51
  void a_lifecycle_can_have_a_time_of_its_own() {
    FulfilmentPolicy policy = policy(Map.of("reservation-ttl", "PT5M; fulfilment PT1H"));
    assertThat(policy.reservationLasts()).isEqualTo(Duration.ofMinutes(5));
    assertThat(policy.lastsByLifecycle()).isEqualTo(Map.of("fulfilment", Duration.ofHours(1)));
  }

  @Test // S2-56
  void warehouses_have_places_and_priorities() {
    FulfilmentPolicy policy =
        policy(
            Map.of("allocation", "nearest", "warehouses", "main 1 US New York; east 2 DE;far 3;"));
    assertThat(policy.allocation().strategy()).isEqualTo(Strategy.NEAREST);
    assertThat(policy.allocation().sites())
        .isEqualTo(
            Map.of(
                new WarehouseId("main"),
                new Site(1, Optional.of("US"), Optional.of("New York")),
                new WarehouseId("east"),
                new Site(2, Optional.of("DE"), Optional.empty()),
                new WarehouseId("far"),
                new Site(3, Optional.empty(), Optional.empty())));
  }

  @Test // S2-58
  void carriers_go_by_country() {
    FulfilmentPolicy policy = policy(Map.of("carriers", "IN Blue Dart; US UPS; * DHL"));
    assertThat(policy.carriers().to(Optional.of("IN"))).isEqualTo("Blue Dart");
    assertThat(policy.carriers().to(Optional.of("FR"))).isEqualTo("DHL");
    assertThat(policy.carriers().to(Optional.empty())).isEqualTo("DHL");
  }

  @Test
  void nobody_takes_parcels_unless_the_sandbox_is_asked_for() {
    assertThat(carrier(Map.of())).isEmpty();
    assertThat(carrier(Map.of("carrier-gateway", "", "carrier-pace", "PT1S"))).isEmpty();
    assertThat(carrier(Map.of("carrier-gateway", "sandbox")))
        .contains(new CarrierSettings(Duration.ofSeconds(10)));
    assertThat(carrier(Map.of("carrier-gateway", "sandbox", "carrier-pace", "")))
        .contains(new CarrierSettings(Duration.ofSeconds(10)));
    assertThat(carrier(Map.of("carrier-gateway", "sandbox", "carrier-pace", "PT2M")))
        .contains(new CarrierSettings(Duration.ofMinutes(2)));
  }

  private Optional<CarrierSettings> carrier(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("data", data.toString());
    return Settings.of(new SettingSource(all, Map.of()), true).carrier();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reservation-ttl|15",
        "reservation-ttl|PT0S",
        "reservation-ttl|fulfilment PT1M more",
        "reservation-ttl|nowhere PT1M",
        "reservation-ttl|PT1M; PT2M",
        "allocation|best",
        "allocation|FEWEST_SHIPMENTS",
        "warehouses|main",
        "warehouses|main first",
        "warehouses|main 1 Germany",
        "warehouses|main 1; main 2",
        "carriers|DHL",
        "carriers|Germany DHL",
        "carriers|DE DHL; DE UPS",
        "carrier-gateway|UPS",
        "carrier-pace|PT0S",
        "carrier-pace|10"
      })
  void what_makes_no_sense_is_refused_by_the_name_of_the_setting(String option, String value) {
    assertThatThrownBy(() -> policy(Map.of(option, value)))
        .isInstanceOf(Settings.Invalid.class)
        .hasMessageStartingWith("--" + option + " (TRADEPOST_");
  }
}
