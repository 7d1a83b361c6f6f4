package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.CancelAnyOrder;
import dev.tradepost.application.order.MoveAnyOrder;
import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.AmendFxOrder;
import dev.tradepost.application.trade.CancelFxOrder;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.TradeReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What orders of currencies refuse, whom, and that nothing has changed then. */
public abstract class FxRefusalsContract extends TradingContract {

  private static MoveAnyOrder move(OrderId id, String status) {
    return new MoveAnyOrder(id, status, NONE, ANY_VERSION);
  }

  @Test
  void a_client_order_id_is_taken_once_by_each_user() {
    OrderId first = placed(buying("10", "mine"));
    assertThat(refused(ALICE, buying("10", "mine"), TradeReason.CLIENT_ORDER_ID_TAKEN))
        .hasMessageContaining(first.toString())
        .satisfies(it -> assertThat(it.field()).contains("clientOrderId"));
    assertThat(execute(ALICE, buying("10", "Mine")).id()).isNotEqualTo(first);
    assertThat(execute(BOB, buying("10", "mine")).order().clientOrderId()).contains("mine");
    execute(ALICE, cancel(first));
    refused(ALICE, buying("10", "mine"), TradeReason.CLIENT_ORDER_ID_TAKEN);
  }

  @Test
  void of_many_orders_at_once_with_one_client_order_id_one_is_placed() {
    for (int round = 0; round < 5; round++) {
      String name = "mine " + round;
      Crowd<FxOrderView> crowd = Crowd.atOnce(16, i -> execute(ALICE, buying("10", name)));
      assertThat(crowd.winner()).as(name).isPresent();
      assertThat(crowd.refused()).hasSize(15).containsOnly(TradeReason.CLIENT_ORDER_ID_TAKEN);
    }
  }

  @Test // A46
  void an_order_is_there_for_its_user_and_for_staff_alone() {
    OrderId id = placed(buying("10"));
    OrderId nothing = new OrderId(new UUID(9, 9));
    for (OrderId hidden : List.of(id, nothing)) {
      for (UseCase<?> attempt :
          List.of(
              trade(hidden, "1", "1.1"),
              amend(hidden, "20"),
              cancel(hidden),
              new CancelAnyOrder(hidden, NONE, ANY_VERSION),
              move(hidden, "CANCELLED"))) {
        refused(BOB, attempt, OrderReason.ORDER_NOT_FOUND);
      }
    }
    assertThat(seen(id, BOB)).isEmpty();
    assertThat(views().orders().find(id, ALICE)).isEmpty();
    assertThat(views().orders().timeline(id, BOB)).isEmpty();
    assertThat(execute(CLERK, trade(id, "10", "1.1")).status()).isEqualTo("FILLED");
  }

  @Test
  void an_order_of_goods_takes_no_trades() {
    OrderId goods = placed("direct", pieces(1, stocked("p1", 5))).id();
    for (UseCase<?> attempt : List.of(trade(goods, "1", "1.1"), amend(goods, "2"), cancel(goods))) {
      refused(ALICE, attempt, TradeReason.NOT_AN_FX_ORDER);
      refused(BOB, attempt, OrderReason.ORDER_NOT_FOUND);
    }
    assertThat(execute(ALICE, new CancelAnyOrder(goods, NONE, ANY_VERSION)).status())
        .isEqualTo("CANCELLED");
  }

  @Test
  void staff_place_orders_for_users_and_users_for_themselves() {
    PlaceFxOrder forBob =
        new PlaceFxOrder(
            Optional.of(BOB.userId()),
            EUR_USD,
            Side.SELL,
            OrderType.LIMIT,
            number("10"),
            number("1.1"),
            Settlement.NONE,
            NONE);
    refused(ALICE, forBob, ApplicationReason.NOT_FOR_OTHERS);
    assertThat(execute(CLERK, forBob).userId()).isEqualTo(BOB.userId());
  }

  @Test // A38
  void a_decision_on_another_version_is_refused() {
    OrderId id = placed(buying("10"));
    OptionalLong first = OptionalLong.of(1);
    execute(ALICE, new AmendFxOrder(id, number("20"), first));
    for (UseCase<?> late :
        List.of(
            new AddTrade(id, number("1"), number("1.1"), Optional.of("T-1"), first),
            new AmendFxOrder(id, number("30"), first),
            new CancelFxOrder(id, NONE, first),
            new CancelAnyOrder(id, NONE, first),
            new MoveAnyOrder(id, "CANCELLED", NONE, first))) {
      refused(ALICE, late, SharedReason.STALE_VERSION);
    }
  }

  @Test // A10, A76, A79
  void what_is_off_the_grid_or_unreadable_is_refused_and_never_a_fault() {
    OrderId id = placed(buying("10"));
    refused(ALICE, buying("0"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(ALICE, buying("10.001"), SharedReason.AMOUNT_OFF_GRID);
    refused(ALICE, buying("1e1000000000"), SharedReason.AMOUNT_OUT_OF_RANGE);
    refused(ALICE, buying("10", "a\u0000b"), SharedReason.UNREADABLE_TEXT);
    refused(ALICE, trade(id, "0", "1.1"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(ALICE, trade(id, "-1", "1.1"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(ALICE, trade(id, "0.001", "1.1"), SharedReason.AMOUNT_OFF_GRID);
    refused(ALICE, trade(id, "1", "1.1000001"), TradeReason.PRICE_OFF_TICK);
    refused(ALICE, trade(id, "1", "1e1000000000"), TradeReason.PRICE_OUT_OF_RANGE);
    for (String name : List.of("", "a\u0000b", "x".repeat(65))) {
      assertThat(refused(ALICE, trade(id, "1", "1.1", name), SharedReason.UNREADABLE_TEXT).field())
          .contains("externalTradeId");
    }
    refused(ALICE, amend(id, "1e1000000000"), SharedReason.AMOUNT_OUT_OF_RANGE);
  }
}
