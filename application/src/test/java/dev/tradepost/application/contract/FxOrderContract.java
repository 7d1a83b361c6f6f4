package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.CancelAnyOrder;
import dev.tradepost.application.order.MoveAnyOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.CancelFxOrder;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.trade.TradeReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Orders of currencies: placed, filled by trades, amended, called off. */
public abstract class FxOrderContract extends TradingContract {

  private static MoveAnyOrder move(OrderId id, String status) {
    return new MoveAnyOrder(id, status, NONE, ANY_VERSION);
  }

  @Test // S4-01, S4-07, S4-09, S4-10, S4-13, S4-17, S4-22, S4-23, S4-29, A75
  void trades_of_250_and_500_fill_three_quarters_of_1000_euros_and_250_more_all() {
    FxOrderView placed = execute(ALICE, buying("1000"));
    assertThat(placed.status()).isEqualTo("PENDING");
    assertThat(placed.trades()).isEmpty();
    OrderId id = placed.id();

    traded(id, "250", "1.1");
    FxOrder order = traded(id, "500", "1.106");
    assertThat(order.status()).isEqualTo(FxStatus.PARTIALLY_FILLED);
    assertThat(order.filled()).isEqualTo(eur("750"));
    assertThat(order.remaining()).isEqualTo(eur("250"));
    assertThat(order.averagePrice()).contains(number("1.104"));
    assertThat(refused(ALICE, trade(id, "250.01", "1.1"), TradeReason.OVERFILL).field())
        .contains("executedAmount");

    assertThat(traded(id, "250", "1.1").status()).isEqualTo(FxStatus.FILLED);
    refused(ALICE, trade(id, "0.01", "1.1"), SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(sum(seen(id).trades())).isEqualTo(eur("1000"));
  }

  @Test // S4-04, S4-06, S4-15
  void an_order_is_read_back_field_by_field_with_its_trades_in_their_order() {
    FxOrderView placed =
        execute(
            ALICE,
            new PlaceFxOrder(
                Optional.empty(),
                Pair.of("USD/JPY"),
                Side.SELL,
                OrderType.LIMIT,
                number("1000.50"),
                number("1e2"),
                Settlement.NONE,
                Optional.of("Grüße 電腦")));
    assertThat(seen(placed.id(), ALICE)).contains(placed);
    clock.advance(Duration.ofNanos(123_456_789));
    FxOrderView begun = execute(ALICE, trade(placed.id(), "0.50", "100.125", "T-1"));
    assertThat(seen(placed.id(), ALICE)).contains(begun);
    clock.advance(Duration.ofSeconds(-1));
    FxOrderView filled = execute(ALICE, trade(placed.id(), "400", "100"));

    assertThat(seen(placed.id(), ALICE)).contains(filled);
    assertThat(filled.trades())
        .extracting(Trade::executedPrice)
        .containsExactly(number("100.125"), number("1E+2"));
    assertThat(filled.order().version()).isEqualTo(3);
    Optional<FxOrder> got = work(work -> work.fxOrders().get(placed.id()));
    assertThat(got).contains(filled.order());
    execute(ALICE, amend(placed.id(), "900"));
    FxOrderView ended = execute(ALICE, cancel(placed.id()));
    assertThat(seen(placed.id(), ALICE)).contains(ended);
  }

  @Test
  void a_unit_of_work_sees_the_trades_it_made_before() {
    OrderId id =
        work(
            work -> {
              FxOrderView order = buying("10", "mine").run(work);
              trade(order.id(), "4", "1.1", "T-1").run(work);
              FxOrderView again = trade(order.id(), "4", "1.1", "T-1").run(work);
              FxOrderView second = trade(order.id(), "5", "1.1", "T-2").run(work);
              assertThat(again.trades()).hasSize(1);
              assertThat(second.trades()).hasSize(2);
              assertThat(work.fxOrders().readByClientOrderId(CLERK.userId(), "mine"))
                  .contains(order.id());
              assertThat(cancel(order.id()).run(work).trades()).isEqualTo(second.trades());
              return order.id();
            });
    assertThat(seen(id).trades()).hasSize(2);
    assertThat(views().orders().timeline(id, CLERK)).hasSize(4);
  }

  @Test // S4-16, A77
  void an_order_is_called_off_by_any_of_the_ways_and_keeps_what_was_filled() {
    List<UseCase<? extends AnyOrder>> ways =
        List.of(
            cancel(placed(buying("10"))),
            new CancelAnyOrder(placed(buying("10")), NONE, ANY_VERSION),
            move(placed(buying("10")), "CANCELLED"));
    for (AnyOrder order : views().orders().listAny(NO_KIND, EVERY_ORDER, FIRST_PAGE).items()) {
      traded(order.id(), "4", "1.1");
    }
    for (UseCase<? extends AnyOrder> way : ways) {
      FxOrder order = ((FxOrderView) execute(ALICE, way)).order();
      assertThat(order.status()).isEqualTo(FxStatus.CANCELLED);
      assertThat(order.filled()).isEqualTo(eur("4"));
      assertThat(order.cancelled()).isEqualTo(eur("6"));
      assertThat(seen(order.id()).order()).isEqualTo(order);
      refused(ALICE, way, SharedReason.TRANSITION_NOT_ALLOWED);
      refused(ALICE, trade(order.id(), "1", "1.1"), SharedReason.TRANSITION_NOT_ALLOWED);
      refused(ALICE, amend(order.id(), "20"), SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  private static final Optional<AnyOrder.Kind> NO_KIND = Optional.empty();

  @Test // S4-16
  void states_of_being_filled_follow_from_trades_and_from_no_hand() {
    OrderId id = placed(buying("10"));
    refused(CLERK, move(id, "FILLED"), OrderReason.STATUS_NOT_BY_HAND);
    refused(CLERK, move(id, "PARTIALLY_FILLED"), OrderReason.STATUS_NOT_BY_HAND);
    refused(CLERK, move(id, "PENDING"), SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(refused(CLERK, move(id, "SHIPPED"), OrderReason.UNKNOWN_STATUS).field())
        .contains("status");
  }

  @Test // A78
  void a_trade_that_is_told_twice_is_one_trade() {
    OrderId id = placed(buying("1000"));
    FxOrderView once = execute(ALICE, trade(id, "1000", "1.105", "T-1"));
    Object before = everything();

    AddTrade again =
        new AddTrade(
            id, number("1000.00"), number("1.10500"), Optional.of("T-1"), OptionalLong.of(1));
    assertThat(execute(ALICE, again)).isEqualTo(once);
    assertThat(everything()).isEqualTo(before);
    for (AddTrade other :
        List.of(trade(id, "999", "1.105", "T-1"), trade(id, "1000", "1", "T-1"))) {
      assertThat(refused(ALICE, other, TradeReason.EXTERNAL_TRADE_ID_TAKEN).field())
          .contains("externalTradeId");
    }
    OrderId second = placed(buying("10"));
    assertThat(execute(ALICE, trade(second, "5", "1.1", "T-1")).trades()).hasSize(1);
  }

  @Test // A78
  void a_trade_that_is_told_by_many_at_once_is_one_trade() {
    OrderId id = placed(buying("1000"));
    Crowd<FxOrderView> crowd =
        Crowd.atOnce(16, i -> execute(ALICE, trade(id, "100", "1.105", "T-1")));
    assertThat(crowd.done()).hasSize(16);
    assertThat(seen(id).order().filled()).isEqualTo(eur("100"));
    assertThat(seen(id).trades()).hasSize(1);
  }

  @Test // S4-07, A59
  void the_timeline_tells_every_trade_amendment_and_the_end() {
    OrderId id = placed(buying("1000"));
    clock.advance(Duration.ofMinutes(1));
    traded(id, "250", "1.10500");
    execute(CLERK, amend(id, "1500"));
    execute(ALICE, new CancelFxOrder(id, Optional.of("Too dear"), ANY_VERSION));
    Instant later = TestClock.NOON.plusSeconds(60);
    Optional<String> part = Optional.of("PARTIALLY_FILLED");

    assertThat(views().orders().timeline(id, ALICE))
        .containsExactly(
            new TimelineEntry(
                1, TestClock.NOON, NONE, "PENDING", NONE, "Order placed", ALICE.userId()),
            new TimelineEntry(
                2,
                later,
                Optional.of("PENDING"),
                "PARTIALLY_FILLED",
                Optional.of("FILL_PART"),
                "Filled 250.00 EUR at 1.105",
                ALICE.userId()),
            new TimelineEntry(
                3,
                later,
                part,
                "PARTIALLY_FILLED",
                Optional.of("AMEND"),
                "Amount is now 1500.00 EUR",
                CLERK.userId()),
            new TimelineEntry(
                4, later, part, "CANCELLED", Optional.of("CANCEL"), "Too dear", ALICE.userId()));
  }
}
