package dev.tradepost.domain.trade;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.trade.FxFixture.ALICE;
import static dev.tradepost.domain.trade.FxFixture.EUR_USD;
import static dev.tradepost.domain.trade.FxFixture.HOLD;
import static dev.tradepost.domain.trade.FxFixture.ID;
import static dev.tradepost.domain.trade.FxFixture.LATER;
import static dev.tradepost.domain.trade.FxFixture.NOON;
import static dev.tradepost.domain.trade.FxFixture.NUMBER;
import static dev.tradepost.domain.trade.FxFixture.TRADE;
import static dev.tradepost.domain.trade.FxFixture.amend;
import static dev.tradepost.domain.trade.FxFixture.buying;
import static dev.tradepost.domain.trade.FxFixture.cancelled;
import static dev.tradepost.domain.trade.FxFixture.eur;
import static dev.tradepost.domain.trade.FxFixture.fill;
import static dev.tradepost.domain.trade.FxFixture.filled;
import static dev.tradepost.domain.trade.FxFixture.order;
import static dev.tradepost.domain.trade.FxFixture.price;
import static dev.tradepost.domain.trade.FxFixture.wish;
import static dev.tradepost.domain.trade.FxStatus.CANCELLED;
import static dev.tradepost.domain.trade.FxStatus.FILLED;
import static dev.tradepost.domain.trade.FxStatus.PARTIALLY_FILLED;
import static dev.tradepost.domain.trade.FxStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FxOrderTest {
  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          PENDING           FILL_PART  PARTIALLY_FILLED
          PENDING           FILL_ALL   FILLED
          PENDING           CANCEL     CANCELLED
          PARTIALLY_FILLED  FILL_PART  PARTIALLY_FILLED
          PARTIALLY_FILLED  FILL_ALL   FILLED
          PARTIALLY_FILLED  CANCEL     CANCELLED
          """);

  static Stream<Pair<FxStatus, FxAction>> pairs() {
    return LifecycleTable.pairs(FxOrder.LIFECYCLE, FxAction.values());
  }

  @ParameterizedTest // S4-05, A54
  @MethodSource("pairs")
  void an_order_moves_only_as_its_table_says(Pair<FxStatus, FxAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test // S4-03, S4-22
  void a_new_order_is_pending_and_nothing_of_it_is_filled() {
    FxOrder.Wish wish = wish(Side.BUY, OrderType.LIMIT, "1000", "1.10500");
    Change<FxOrder> placed = FxOrder.place(ID, NUMBER, ALICE, wish, Optional.empty(), NOON);
    FxOrder order = placed.state();
    assertThat(order.status()).isEqualTo(PENDING);
    assertThat(order.pair()).hasToString("EUR/USD");
    assertThat(order.side()).isEqualTo(Side.BUY);
    assertThat(order.amount()).isEqualTo(eur("1000"));
    assertThat(order.price()).isEqualTo(price("1.105"));
    assertThat(order.filled()).isEqualTo(order.cancelled()).isEqualTo(eur("0"));
    assertThat(order.remaining()).isEqualTo(eur("1000"));
    assertThat(order.averagePrice()).isEmpty();
    assertThat(order.allowedActions()).containsExactly(FxAction.CANCEL);
    assertThat(order.version()).isEqualTo(1);
    assertThat(order.createdAt()).isEqualTo(NOON.at()).isEqualTo(order.updatedAt());
    assertThat(order.owner()).contains(ALICE);
    assertThat(order.aggregateId()).isEqualTo(ID.toString());
    assertThat(placed.events())
        .containsExactly(
            new FxEvent.Placed(
                ID,
                NUMBER,
                "EUR/USD",
                Side.BUY,
                eur("1000"),
                price("1.105"),
                PENDING,
                eur("0"),
                eur("1000")));
  }

  @Test // S4-04, S4-07, S4-09, S4-10, S4-23, A75
  void trades_fill_an_order_in_part_and_then_to_exactly_its_amount() {
    FxOrder order = filled(buying("1000"), "250", "500");
    assertThat(order.status()).isEqualTo(PARTIALLY_FILLED);
    assertThat(order.filled()).isEqualTo(eur("750"));
    assertThat(order.remaining()).isEqualTo(eur("250"));

    FxOrder almost = filled(order, "249.99");
    assertThat(almost.status()).isEqualTo(PARTIALLY_FILLED);

    Change<FxOrder> last = fill(order, "250", "1.106");
    assertThat(last.state().status()).isEqualTo(FILLED);
    assertThat(last.state().remaining()).isEqualTo(eur("0"));
    assertThat(last.state().allowedActions()).isEmpty();
    assertThat(last.state().version()).isEqualTo(4);
    assertThat(last.state().updatedAt()).isEqualTo(LATER.at());
    Trade trade = new Trade(TRADE, eur("250"), price("1.106"), Optional.empty(), LATER.at());
    assertThat(last.events())
        .containsExactly(
            new FxEvent.TradeAdded(ID, trade, PARTIALLY_FILLED, FILLED, eur("1000"), eur("0")));
  }

  @Test // S4-10
  void one_trade_of_the_whole_amount_fills_an_order_at_once() {
    assertThat(filled(buying("1000"), "1000").status()).isEqualTo(FILLED);
  }

  @ParameterizedTest // S4-08, S4-11, A75
  @ValueSource(strings = {"250.01", "251", "1000", "92233720368547758.07"})
  void trades_never_add_up_to_more_than_the_amount(String tooMuch) {
    FxOrder order = filled(buying("1000"), "750");

    Rejection refusal = refusalOf(() -> fill(order, tooMuch, "1.105"));

    assertThat(refusal.reason()).isEqualTo(TradeReason.OVERFILL);
    assertThat(refusal.field()).contains("executedAmount");
    assertThat(refusal.detail()).isEqualTo("at most 250.00 EUR can be filled");
  }

  @Test // A77
  void what_is_filled_or_called_off_takes_no_trade_no_amendment_and_no_cancel() {
    for (FxOrder order :
        List.of(
            filled(buying("10"), "10"),
            cancelled(buying("10")),
            cancelled(filled(buying("10"), "4")))) {
      for (Runnable verb :
          List.<Runnable>of(
              () -> fill(order, "0.01", "1.105"),
              () -> fill(order, "99", "1.105"),
              () -> amend(order, "20"),
              () -> amend(order, "1"),
              () -> cancelled(order))) {
        assertThat(reasonOf(verb)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      }
    }
  }

  @Test // S4-16, A81
  void a_cancel_keeps_what_was_filled_and_calls_off_the_rest() {
    FxOrder order = filled(buying("1000"), "250", "500");

    Change<FxOrder> change = order.cancel("Changed my mind", LATER);

    FxOrder after = change.state();
    assertThat(after.status()).isEqualTo(CANCELLED);
    assertThat(after.filled()).isEqualTo(eur("750"));
    assertThat(after.remaining()).isEqualTo(eur("0"));
    assertThat(after.cancelled()).isEqualTo(eur("250"));
    assertThat(after.averagePrice()).contains(price("1.105"));
    assertThat(after.allowedActions()).isEmpty();
    assertThat(change.events())
        .containsExactly(
            new FxEvent.Cancelled(
                ID, PARTIALLY_FILLED, eur("750"), eur("0"), eur("250"), "Changed my mind"));
  }

  @ParameterizedTest // A10
  @ValueSource(strings = {"", " ", "a\u0000b"})
  void a_cancel_says_why_in_readable_words(String reason) {
    assertThat(refusalOf(() -> buying("10").cancel(reason, LATER)).field()).contains("reason");
  }

  @Test
  void the_amount_can_become_more_or_less_but_not_less_than_is_filled() {
    FxOrder order = filled(buying("1000"), "250");

    Change<FxOrder> more = amend(order, "1500");
    assertThat(more.state().status()).isEqualTo(PARTIALLY_FILLED);
    assertThat(more.state().remaining()).isEqualTo(eur("1250"));
    assertThat(more.events())
        .containsExactly(
            new FxEvent.Amended(
                ID, eur("1500"), PARTIALLY_FILLED, PARTIALLY_FILLED, eur("250"), eur("1250")));
    assertThat(amend(order, "250.01").state().remaining()).isEqualTo(eur("0.01"));
    assertThat(amend(buying("1000"), "1").state().status()).isEqualTo(PENDING);

    Rejection refusal = refusalOf(() -> amend(order, "249.99"));
    assertThat(refusal.reason()).isEqualTo(TradeReason.AMOUNT_BELOW_FILLED);
    assertThat(refusal.field()).contains("amount");
    assertThat(refusalOf(() -> amend(order, "0")).reason())
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test // S4-10
  void an_order_amended_to_exactly_what_is_filled_is_filled() {
    Change<FxOrder> change = amend(filled(buying("1000"), "250"), "250");

    assertThat(change.state().status()).isEqualTo(FILLED);
    assertThat(change.state().remaining()).isEqualTo(eur("0"));
    assertThat(change.state().cancelled()).isEqualTo(eur("0"));
    assertThat(change.events())
        .containsExactly(
            new FxEvent.Amended(ID, eur("250"), PARTIALLY_FILLED, FILLED, eur("250"), eur("0")));
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_takes_its_price_and_better_ones_and_no_worse_one(Side side) {
    FxOrder limit = order(side, OrderType.LIMIT, "10", "1.105");
    String worse = side == Side.BUY ? "1.10501" : "1.10499";
    String better = side == Side.BUY ? "1.10499" : "1.10501";

    Rejection refusal = refusalOf(() -> fill(limit, "1", worse));

    assertThat(refusal.reason()).isEqualTo(TradeReason.WORSE_THAN_LIMIT);
    assertThat(refusal.field()).contains("executedPrice");
    assertThat(fill(limit, "1", "1.10500").state().filled()).isEqualTo(eur("1"));
    assertThat(fill(limit, "1", better).state().filled()).isEqualTo(eur("1"));
    FxOrder indicative = order(side, OrderType.INDICATIVE, "10", "1.105");
    assertThat(fill(indicative, "1", worse).state().filled()).isEqualTo(eur("1"));
  }

  @Test // A76
  void an_amount_or_a_price_off_its_grid_is_refused_at_its_field() {
    FxOrder order = buying("10");
    assertThat(refusalOf(() -> fill(order, "0", "1.1")).field()).contains("executedAmount");
    assertThat(refusalOf(() -> fill(order, "-1", "1.1")).field()).contains("executedAmount");
    for (String price : List.of("0", "-1.1", "1.000001", "1000000000", "1e1000000000")) {
      assertThat(refusalOf(() -> fill(order, "1", price)).field()).contains("executedPrice");
      assertThat(refusalOf(() -> wish(Side.BUY, OrderType.LIMIT, "1", price)).field())
          .contains("price");
    }
    assertThat(refusalOf(() -> wish(Side.SELL, OrderType.LIMIT, "0", "1.1")).field())
        .contains("amount");
  }

  @Test
  void an_amount_is_always_of_the_base_currency() {
    FxOrder order = buying("10");
    Money dollars = Money.of("5", "USD");
    assertThat(reasonOf(() -> order.fill(TRADE, dollars, price("1.1"), Optional.empty(), LATER)))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
    assertThat(reasonOf(() -> order.amend(dollars, Optional.empty(), LATER)))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
    assertThat(
            reasonOf(
                () ->
                    new FxOrder.Wish(
                        EUR_USD,
                        Side.BUY,
                        OrderType.LIMIT,
                        dollars,
                        price("1.1"),
                        Settlement.NONE,
                        Optional.empty())))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }

  @Test
  void an_order_that_contradicts_itself_cannot_be_made() {
    FxOrder.Wish wish = wish(Side.BUY, OrderType.LIMIT, "10", "1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FxOrder.place(ID, NUMBER, ALICE, wish, Optional.of(HOLD), NOON));
    assertThatIllegalArgumentException().isThrownBy(() -> rewritten(FILLED, "9.99"));
    assertThatIllegalArgumentException().isThrownBy(() -> rewritten(PARTIALLY_FILLED, "10"));
    assertThatIllegalArgumentException().isThrownBy(() -> rewritten(PARTIALLY_FILLED, "10.01"));
    assertThatIllegalArgumentException().isThrownBy(() -> rewritten(PENDING, "-1"));
  }

  private static FxOrder rewritten(FxStatus status, String filled) {
    FxOrder it = buying("10");
    return new FxOrder(
        it.id(),
        it.number(),
        it.userId(),
        it.instrument(),
        it.side(),
        it.type(),
        it.amount(),
        it.price(),
        it.settlement(),
        it.clientOrderId(),
        status,
        eur(filled),
        it.notional(),
        it.hold(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }
}
