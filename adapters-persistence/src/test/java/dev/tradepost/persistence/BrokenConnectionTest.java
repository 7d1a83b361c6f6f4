package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.PlaceInParts;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.Dialect;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.JdbiViews;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request whose connection breaks at any statement leaves nothing half done. */
class BrokenConnectionTest {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();
  private static final Optional<String> NONE = Optional.empty();
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
  private <R> void assertAllOrNothing(UseCase<R> command, int atLeast) {
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
                      .executeOnce(OneShop.ALICE, Optional.of(ONCE), command, Object::toString));
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
                Stream.of(
                        "stock ORDER BY product_id",
                        "orders ORDER BY id",
                        "payments ORDER BY id",
                        "carts ORDER BY user_id",
                        "reservations ORDER BY order_id",
                        "wallets ORDER BY id",
                        "wallet_balances ORDER BY wallet_id, currency",
                        "holds ORDER BY id",
                        "escrows ORDER BY order_id")
                    .<Object>map(
                        rows -> handle.createQuery("SELECT * FROM " + rows).mapToMap().list())
                    .toList());
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

  @ParameterizedTest // S3-34, S3-36, S3-49, S3-53, S0-46, A29
  @EnumSource
  void a_transfer_is_all_or_nothing(Engine engine) {
    with(
        engine,
        () -> {
          WalletId alices = wallet(OneShop.ALICE, 100);
          WalletId clerks = wallet(OneShop.CLERK, 1);
          assertAllOrNothing(new TransferMoney(alices, clerks, dollars(60), NONE), 8);
          assertThat(balance(alices)).isEqualTo(Money.of("40", "USD"));
          assertThat(balance(clerks)).isEqualTo(Money.of("61", "USD"));
        });
  }

  @ParameterizedTest // S0-52, S3-49, S3-53, S0-46, A29
  @EnumSource
  void paying_from_a_wallet_is_all_or_nothing(Engine engine) {
    with(
        engine,
        () -> {
          WalletId alices = wallet(OneShop.ALICE, 1_500);
          OrderId order = sound.execute(OneShop.ALICE, OneShop.ordering(1)).order().id();
          PayFromWallet paying =
              new PayFromWallet(order, Optional.empty(), Optional.empty(), ANY_VERSION);
          assertAllOrNothing(paying, 12);
          assertThat(balance(alices)).isEqualTo(Money.of("500", "USD"));
        });
  }

  @ParameterizedTest // S0-30, S0-54, S3-49, S3-53, A29
  @EnumSource
  void cancelling_what_a_wallet_paid_is_all_or_nothing(Engine engine) {
    with(
        engine,
        () -> {
          WalletId alices = wallet(OneShop.ALICE, 1_000);
          OrderId order = sound.execute(OneShop.ALICE, OneShop.ordering(1)).order().id();
          sound.execute(
              OneShop.ALICE,
              new PayFromWallet(order, Optional.empty(), Optional.empty(), ANY_VERSION));
          assertAllOrNothing(new CancelOrder(order, Optional.empty(), ANY_VERSION), 14);
          assertThat(balance(alices)).isEqualTo(Money.of("1000", "USD"));
        });
  }

  private Answer bulk(OneShop shop, Once once) {
    PlaceOrders five = new PlaceOrders(Collections.nCopies(5, OneShop.ordering(2)), false);
    return new PlaceInParts(shop.useCases(), 2)
        .place(OneShop.ALICE, Optional.of(once), five, Object::toString, parts -> "" + parts);
  }

  @ParameterizedTest // S0-57, A29, A105, S2-77
  @EnumSource
  void many_orders_are_placed_once_each_by_who_asks_again_with_the_same_key(Engine engine) {
    with(
        engine,
        () -> {
          long placed = 0;
          Throwable fault;
          do {
            count.set(0);
            breakAt.incrementAndGet();
            Once once = new Once("alice", "broken at " + breakAt, "five");
            fault = catchThrowable(() -> bulk(brittle, once));
            Answer answer = bulk(sound, once);
            placed += 5;
            assertThat(sound.storage().rowCounts()).as(once.key()).containsEntry("orders", placed);
            assertThat(bulk(sound, once)).isEqualTo(new Answer(answer.text(), true));
          } while (fault != null && placed < 1_000);
          assertThat(fault).isNull();
          assertThat(breakAt).as("three parts").hasValueGreaterThan(30);
        });
  }

  @ParameterizedTest // A104
  @EnumSource
  void who_gets_no_connection_in_time_is_told_to_come_back(Dialect dialect) {
    Jdbi exhausted =
        Jdbi.create(
            () -> {
              throw new SQLTransientConnectionException("no connection came free in time");
            });
    Transactions transactions =
        new JdbiTransactions(
            exhausted, dialect, OneShop.SHOP, JdbiTransactions.sources(new TestClock()));
    Views views = JdbiViews.over(exhausted, OneShop.SHOP);

    assertThatThrownBy(() -> transactions.run(OneShop.ALICE, OneShop.ordering(1)::run))
        .isInstanceOf(Busy.class);
    assertThatThrownBy(() -> views.products().find(new ProductId("p0"))).isInstanceOf(Busy.class);
  }

  private static StatedAmount dollars(long dollars) {
    return new StatedAmount(BigDecimal.valueOf(dollars), Optional.empty());
  }

  private WalletId wallet(Actor owner, long dollars) {
    WalletId id = sound.execute(owner, new CreateWallet(Optional.empty(), Optional.empty())).id();
    sound.execute(owner, new AddMoney(id, dollars(dollars), NONE));
    return id;
  }

  private Money balance(WalletId id) {
    return sound
        .storage()
        .views()
        .wallets()
        .find(id, OneShop.CLERK, Instant.EPOCH)
        .orElseThrow()
        .wallet()
        .balance(Currency.getInstance("USD"))
        .total();
  }
}
