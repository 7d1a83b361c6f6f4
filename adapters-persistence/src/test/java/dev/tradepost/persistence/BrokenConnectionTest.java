package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.port.Busy;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request whose connection breaks at any statement leaves nothing half done. */
class BrokenConnectionTest {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();
  private static final Once ONCE = new Once("alice", "key", "body");

  @TempDir private Path directory;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger breakAt = new AtomicInteger();
  private OneShop sound;
  private OneShop brittle;

  private interface Scene {
    void play();
  }

  private void with(Engine engine, Scene scene) {
    Database.Location location = engine.create(directory, 2);
    try (Database database = Database.open(location);
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(location.url());
      pool.setUsername(location.user());
      pool.setPassword(location.password());
      pool.setMaximumPoolSize(1);
      Jdbi jdbi = Database.jdbi(WatchedSource.over(pool, count, breakAt));
      sound = OneShop.over(database.jdbi(), database.dialect());
      brittle = OneShop.over(jdbi, database.dialect());
      sound.furnish(3);
      scene.play();
    }
  }

  /** Breaks the connection at the first statement, the second, and so on, until it is done. */
  private void assertAllOrNothing(UseCase<OrderView> command, int atLeast) {
    Map<String, Long> before = sound.storage().rowCounts();
    List<Object> stateBefore = state();
    int broken = 0;
    Throwable fault;
    do {
      count.set(0);
      breakAt.set(++broken);
      fault =
          catchThrowable(
              () ->
                  brittle
                      .useCases()
                      .executeOnce(
                          OneShop.ALICE,
                          Optional.of(ONCE),
                          command,
                          view -> view.order().id().toString()));
      if (fault != null) {
        assertThat(fault).as("broken at statement %d", broken).isInstanceOf(Busy.class);
        assertThat(sound.storage().rowCounts())
            .as("broken at statement %d", broken)
            .isEqualTo(before);
        assertThat(state()).as("broken at statement %d", broken).isEqualTo(stateBefore);
      }
    } while (fault != null && broken < 100);

    assertThat(fault).isNull();
    assertThat(broken).as("statements of %s", command).isGreaterThan(atLeast);
    assertThat(sound.storage().rowCounts()).isNotEqualTo(before);
  }

  /** Every row that a command could change in place. */
  private List<Object> state() {
    return sound
        .storage()
        .jdbi()
        .withHandle(
            handle ->
                List.of(
                    handle.createQuery("SELECT * FROM stock ORDER BY product_id").mapToMap().list(),
                    handle.createQuery("SELECT * FROM orders ORDER BY id").mapToMap().list(),
                    handle.createQuery("SELECT * FROM payments ORDER BY id").mapToMap().list(),
                    handle.createQuery("SELECT * FROM carts ORDER BY user_id").mapToMap().list(),
                    handle
                        .createQuery("SELECT * FROM reservations ORDER BY order_id")
                        .mapToMap()
                        .list()));
  }

  @ParameterizedTest // S0-44, S0-46, A29, A105, S1-26
  @EnumSource
  void placing_an_order_is_all_or_nothing(Engine engine) {
    with(engine, () -> assertAllOrNothing(OneShop.ordering(3), 10));
  }

  @ParameterizedTest // S0-44, S1-09, A29, S1-26
  @EnumSource
  void checking_out_is_all_or_nothing(Engine engine) {
    with(
        engine,
        () -> {
          sound.execute(OneShop.ALICE, new AddToCart(new ProductId("p0"), 2, ANY_VERSION));
          sound.execute(OneShop.ALICE, new AddToCart(new ProductId("p1"), 1, ANY_VERSION));
          assertAllOrNothing(new CheckOut(Optional.empty(), Optional.empty(), ANY_VERSION), 12);
          assertThat(sound.storage().views().carts().of(OneShop.ALICE.userId()).lines()).isEmpty();
        });
  }

  @ParameterizedTest // S0-54, S1-18, A29, S1-26, T-03
  @EnumSource
  void cancelling_a_paid_order_is_all_or_nothing(Engine engine) {
    with(
        engine,
        () -> {
          OrderId id = sound.paidOrder();
          assertAllOrNothing(new CancelOrder(id, Optional.empty(), ANY_VERSION), 12);
          assertThat(sound.storage().views().payments().ofOrder(id).get(0).refundsDue()).hasSize(1);
        });
  }
}
