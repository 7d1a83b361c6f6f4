package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.contract.Breaking;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.memory.InMemory;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.process.PlaceInParts;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.http.order.BulkRoutes;
import dev.tradepost.http.shared.HttpServer;
import dev.tradepost.http.shared.Metrics;
import dev.tradepost.http.shared.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** S0-57, A29: what is answered where the database fails in the middle of many orders. */
class BulkFaultJourneyTest {
  private static final Actor CLERK = new Actor(new UserId("clerk"), Role.STAFF);
  private static final WarehouseId MAIN = new WarehouseId("main");
  private static final ProductId TEA = new ProductId("tea");
  private static final String ROW = "{\"items\": [{\"productId\": \"tea\", \"quantity\": 1}]}";
  private static final String FIVE = "{\"orders\": [" + (ROW + ",").repeat(4) + ROW + "]}";

  private final InMemory memory = new InMemory(Shop.standard(Currency.getInstance("USD")));

  private interface Scene {
    void play(Client ann);
  }

  /** Serves orders two a transaction, of which the second is lost. */
  private void broken(Scene scene) {
    UseCases sound = new UseCases(memory, UseCaseObserver.NONE);
    sound.execute(CLERK, new OpenWarehouse(Optional.of(MAIN), "Main"));
    sound.execute(
        CLERK, new AddProduct(Optional.of(TEA), "Tea", Money.of("3", "USD"), Optional.empty()));
    sound.execute(CLERK, new CountStock(new StockId(TEA, MAIN), 100));
    UseCases breaking = new UseCases(new Breaking(memory, 1, false), UseCaseObserver.NONE);
    Tokens tokens =
        Tokens.shared("s".repeat(32).getBytes(StandardCharsets.UTF_8), "tradepost", "tradepost");
    String token =
        tokens
            .issue(
                new Actor(new UserId("ann"), Role.CUSTOMER), Duration.ofMinutes(5), Instant.now())
            .token();
    try (HttpServer server =
        HttpServer.start(
            "127.0.0.1",
            0,
            tokens,
            breaking,
            new Metrics(),
            api -> BulkRoutes.install(api, new PlaceInParts(breaking, 2)))) {
      scene.play(Client.of(server.port(), token));
    }
  }

  private long available() {
    return memory.views().inventory().find(TEA).orElseThrow().stocks().get(0).available();
  }

  @Test
  void without_a_key_each_row_tells_whether_it_was_taken() {
    broken(
        ann -> {
          Answer bulk = ann.post("/orders/bulk", FIVE).expect(200);
          assertThat(bulk.at("/results/1/status")).isEqualTo("PLACED");
          assertThat(bulk.at("/results/2/status")).isEqualTo("NOT_TAKEN");
          assertThat(bulk.at("/results/4/problem/code")).isEqualTo("busy");
          assertThat(bulk.at("/results/4/problem/status")).isEqualTo("503");
          assertThat(bulk.at("/results/4/problem/errors/0/pointer")).isEqualTo("/orders/4");
          assertThat(available()).isEqualTo(98);
        });
  }

  @Test
  void with_a_key_the_same_request_places_the_rest() {
    broken(
        ann -> {
          Client keyed = ann.withKey("five");
          keyed.post("/orders/bulk", FIVE).expect(503);
          assertThat(available()).isEqualTo(98);
          Answer rest = keyed.post("/orders/bulk", FIVE).expect(200);
          assertThat(rest.json().at("/results").findValuesAsText("status"))
              .filteredOn("PLACED"::equals)
              .hasSizeGreaterThanOrEqualTo(5);
          assertThat(available()).isEqualTo(95);
          Answer again = keyed.post("/orders/bulk", FIVE).expect(200);
          assertThat(again.body()).isEqualTo(rest.body());
          assertThat(available()).isEqualTo(95);
        });
  }
}
