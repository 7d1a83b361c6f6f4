package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.domain.order.LifecycleDraft;
import dev.tradepost.domain.order.LifecycleDraft.Step;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.KnownLifecycles;
import dev.tradepost.persistence.shared.KnownLifecycles.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decision X-02: an order keeps its lifecycle, and a server that lacks it says so at start. */
class KnownLifecyclesTest {
  private static final Shop OWN = with("own", "OPEN");

  @TempDir private Path directory;

  private static Shop with(String name, String initial) {
    LifecycleDraft draft =
        new LifecycleDraft(
            name,
            initial,
            false,
            List.of(new Step(initial, "CANCEL", "VOID"), new Step(initial, "CONFIRM", initial)));
    return OneShop.SHOP.with(List.of(draft.lifecycle()));
  }

  private Database open(Engine engine) {
    return Database.open(engine.create(directory, 4));
  }

  private static List<Place> unreadable(Database database, Shop shop) {
    return KnownLifecycles.unreadable(database.jdbi(), shop);
  }

  private static OneShop over(Database database, Shop shop) {
    JdbiStorage storage =
        JdbiStorage.over(
            database.jdbi(), database.dialect(), shop, JdbiTransactions.sources(new TestClock()));
    return new OneShop(storage, new UseCases(storage.transactions(), UseCaseObserver.NONE));
  }

  private static OrderId placeUnderOwn(Database database) {
    OneShop shop = over(database, OWN);
    shop.furnish(1);
    List<OrderPlacement.Item> one = List.of(new OrderPlacement.Item(new ProductId("p0"), 1));
    PlaceOrder order = new PlaceOrder(Optional.empty(), one, Optional.of("own"));
    return shop.execute(OneShop.ALICE, order).order().id();
  }

  @ParameterizedTest
  @EnumSource
  void where_nothing_is_missing_nothing_is_said(Engine engine) {
    try (Database database = open(engine)) {
      assertThat(unreadable(database, OneShop.SHOP)).isEmpty();
      assertThat(unreadable(database, OWN)).isEmpty();
      placeUnderOwn(database);
      assertThat(unreadable(database, OWN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_order_whose_lifecycle_is_gone_is_found(Engine engine) {
    try (Database database = open(engine)) {
      unreadable(database, OWN);
      placeUnderOwn(database);
      assertThat(unreadable(database, OneShop.SHOP)).containsExactly(new Place("own", "OPEN"));
      assertThat(unreadable(database, with("other", "OPEN")))
          .containsExactly(new Place("own", "OPEN"));
      assertThat(unreadable(database, OWN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_order_whose_state_is_gone_is_found(Engine engine) {
    try (Database database = open(engine)) {
      unreadable(database, OWN);
      placeUnderOwn(database);
      assertThat(unreadable(database, with("own", "BEGUN")))
          .containsExactly(new Place("own", "OPEN"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lifecycle_that_no_order_is_under_may_go(Engine engine) {
    try (Database database = open(engine)) {
      unreadable(database, OWN);
      assertThat(unreadable(database, OneShop.SHOP)).isEmpty();
      assertThat(unreadable(database, with("own", "BEGUN"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void servers_that_start_together_remember_the_same(Engine engine) {
    try (Database database = open(engine)) {
      List<CompletableFuture<List<Place>>> starts =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> unreadable(database, OWN)))
              .toList();
      assertThat(starts).allSatisfy(start -> assertThat(start.join()).isEmpty());
      assertThat(over(database, OWN).storage().rowCounts()).containsEntry("lifecycle_states", 2L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_order_of_another_server_s_lifecycle_is_no_fault_of_the_reader(Engine engine) {
    try (Database database = open(engine)) {
      OrderId id = placeUnderOwn(database);
      OneShop unaware = over(database, OneShop.SHOP);
      assertThatIllegalStateException()
          .isThrownBy(() -> unaware.storage().views().orders().find(id, OneShop.ALICE))
          .withMessageContaining("is in state OPEN of lifecycle own")
          .withMessageContaining("--lifecycles");
    }
  }
}
