package dev.tradepost.persistence;

import static dev.tradepost.persistence.OneShop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.contract.Crowd;
import dev.tradepost.application.port.Proof;
import dev.tradepost.application.process.QueueNotices;
import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.AmendFxOrder;
import dev.tradepost.application.trade.CancelFxOrder;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.persistence.shared.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the tables show of trading: the proof holds, and finds what is broken. */
class FxBooksTest {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  @TempDir private Path directory;

  private static WalletId wallet(OneShop shop) {
    WalletId id = shop.execute(ALICE, new CreateWallet(Optional.empty(), Optional.empty())).id();
    for (String currency : List.of("EUR", "USD")) {
      StatedAmount much =
          new StatedAmount(new BigDecimal("100000"), Optional.of(Money.currency(currency)));
      shop.execute(ALICE, new AddMoney(id, much, Optional.empty()));
    }
    return id;
  }

  private static OrderId placed(OneShop shop, Side side) {
    return shop.execute(
            ALICE,
            new PlaceFxOrder(
                Optional.empty(),
                Pair.of("EUR/USD"),
                side,
                OrderType.INDICATIVE,
                new BigDecimal("100"),
                new BigDecimal("1.10501"),
                Settlement.WALLET,
                Optional.empty()))
        .id();
  }

  private static void trade(OneShop shop, OrderId id, String amount, String price) {
    shop.execute(
        ALICE,
        new AddTrade(
            id, new BigDecimal(amount), new BigDecimal(price), Optional.empty(), ANY_VERSION));
  }

  /** A life of an order: traded, amended, and filled or called off. */
  private static void trading(OneShop shop, int number) {
    OrderId id = placed(shop, number % 2 == 0 ? Side.BUY : Side.SELL);
    trade(shop, id, "33.33", "1.10777");
    shop.execute(ALICE, new AmendFxOrder(id, new BigDecimal("66.67"), ANY_VERSION));
    if (number % 3 == 0) {
      shop.execute(ALICE, new CancelFxOrder(id, Optional.empty(), ANY_VERSION));
    } else {
      trade(shop, id, "33.34", "1.00001");
    }
  }

  private static List<String> broken(Database database) {
    return database.proof().run().stream()
        .filter(check -> !check.ok())
        .map(Proof.Check::name)
        .toList();
  }

  @ParameterizedTest // I1, A20, A95
  @EnumSource
  void after_trading_from_many_sides_everything_still_adds_up(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 4))) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      wallet(shop);
      Crowd<Integer> crowd =
          Crowd.atOnce(
              8,
              i -> {
                for (int n = 0; n < 5; n++) {
                  trading(shop, i + n);
                  shop.execute(Actor.system(), new QueueNotices(10));
                }
                return i;
              });
      assertThat(crowd.done()).hasSize(8);
      assertThat(broken(database)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lost_trade_a_wrong_end_and_a_missing_number_are_found(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 2))) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      wallet(shop);
      trading(shop, 0);
      shop.execute(Actor.system(), new QueueNotices(100));
      assertThat(broken(database)).isEmpty();

      change(database, "UPDATE event_numbers SET last = last + 1");
      change(database, "DELETE FROM trades");
      change(database, "UPDATE fx_order_transitions SET to_state = 'FILLED' WHERE seq = 4");
      assertThat(broken(database))
          .containsExactlyInAnyOrder(
              "an FX order has filled what its trades add up to",
              "an FX order's status is where its timeline ends",
              "the numbers of events have no gap");
    }
  }

  private static void change(Database database, String sql) {
    int rows = database.jdbi().withHandle(handle -> handle.execute(sql));
    assertThat(rows).as(sql).isEqualTo(1);
  }
}
