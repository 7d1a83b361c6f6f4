package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.trade.TradeReason;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many trades at once: nothing is filled twice, too far, or after the end. */
public abstract class FxConcurrencyContract extends TradingContract {
  private static final int ROUNDS = 8;

  /** What holds of an order whatever happened to it. */
  private FxOrder sound(OrderId id) {
    FxOrderView view = seen(id);
    FxOrder order = view.order();
    assertThat(sum(view.trades())).isEqualTo(order.filled());
    assertThat(order.filled().plus(order.remaining()).plus(order.cancelled()))
        .isEqualTo(order.amount());
    List<TimelineEntry> moves = views().orders().timeline(id, CLERK);
    assertThat(moves)
        .extracting(TimelineEntry::seq)
        .isEqualTo(LongStream.rangeClosed(1, order.version()).boxed().toList());
    for (int i = 1; i < moves.size(); i++) {
      assertThat(moves.get(i).from()).contains(moves.get(i - 1).to());
    }
    assertThat(moves.get(moves.size() - 1).to()).isEqualTo(order.status().name());
    return order;
  }

  @Test // A35, S4-08, S4-11
  void of_64_trades_of_30_at_once_33_fill_an_order_of_1000() {
    OrderId id = placed(buying("1000"));

    Crowd<FxOrderView> crowd = Crowd.atOnce(64, i -> execute(ALICE, trade(id, "30", "1.105")));

    assertThat(crowd.done()).hasSize(33);
    assertThat(crowd.refused()).hasSize(31).containsOnly(TradeReason.OVERFILL);
    FxOrder order = sound(id);
    assertThat(order.filled()).isEqualTo(eur("990"));
    assertThat(order.status()).isEqualTo(FxStatus.PARTIALLY_FILLED);
    assertThat(order.version()).isEqualTo(34);
  }

  @Test // S4-10
  void the_last_trade_that_fits_fills_the_order_and_one_of_them_alone_says_so() {
    for (int round = 0; round < ROUNDS; round++) {
      OrderId id = placed(buying("1000"));

      Crowd<FxOrderView> crowd = Crowd.atOnce(16, i -> execute(ALICE, trade(id, "100", "1.105")));

      assertThat(crowd.done()).hasSize(10);
      assertThat(crowd.done()).filteredOn(it -> it.status().equals("FILLED")).hasSize(1);
      assertThat(crowd.refused()).hasSize(6).containsOnly(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(sound(id).status()).isEqualTo(FxStatus.FILLED);
    }
  }

  @Test // S4-16, A77
  void trades_that_race_a_cancel_come_before_it_or_not_at_all() {
    for (int round = 0; round < ROUNDS; round++) {
      OrderId id = placed(buying("1000"));

      Crowd<FxOrderView> crowd =
          Crowd.atOnce(9, i -> execute(ALICE, i == 4 ? cancel(id) : trade(id, "100", "1.105")));

      assertThat(crowd.refused()).allMatch(SharedReason.TRANSITION_NOT_ALLOWED::equals);
      FxOrder order = sound(id);
      assertThat(order.status()).isEqualTo(FxStatus.CANCELLED);
      assertThat(order.filled()).isEqualTo(eur("100").times(crowd.done().size() - 1));
      assertThat(order.cancelled()).isEqualTo(eur("1000").minus(order.filled()));
    }
  }

  @Test
  void trades_that_race_an_amendment_never_fill_more_than_the_amount_of_their_moment() {
    for (int round = 0; round < ROUNDS; round++) {
      OrderId id = placed(buying("500"));

      Crowd<FxOrderView> crowd =
          Crowd.atOnce(
              12, i -> execute(ALICE, i % 4 == 3 ? amend(id, i + "00") : trade(id, "100", "1.1")));

      FxOrder order = sound(id);
      for (FxOrderView view : crowd.done()) {
        assertThat(view.order().filled()).isLessThanOrEqualTo(view.order().amount());
        assertThat(sum(view.trades())).isEqualTo(view.order().filled());
      }
      Money most = eur("900");
      assertThat(order.filled()).isLessThanOrEqualTo(most);
      assertThat(crowd.refused())
          .allMatch(
              it ->
                  it == TradeReason.OVERFILL
                      || it == TradeReason.AMOUNT_BELOW_FILLED
                      || it == SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(crowd.done().size() + crowd.refused().size()).isEqualTo(12);
    }
  }

  @Test
  void every_answer_of_a_race_shows_the_order_as_it_then_stood() {
    OrderId id = placed(buying("1000"));

    Crowd<FxOrderView> crowd = Crowd.atOnce(16, i -> execute(ALICE, trade(id, "10", "1.105")));

    assertThat(crowd.done())
        .extracting(FxOrderView::version)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, 17).boxed().toList());
    for (FxOrderView view : crowd.done()) {
      assertThat(view.trades()).hasSize((int) view.version() - 1);
      assertThat(seen(id).trades()).startsWith(view.trades().toArray(new Trade[0]));
    }
  }
}
