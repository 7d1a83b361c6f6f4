package dev.tradepost.domain.trade;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.trade.FxFixture.EUR_USD;
import static dev.tradepost.domain.trade.FxFixture.LATER;
import static dev.tradepost.domain.trade.FxFixture.NOON;
import static dev.tradepost.domain.trade.FxFixture.TRADE;
import static dev.tradepost.domain.trade.FxFixture.buying;
import static dev.tradepost.domain.trade.FxFixture.eur;
import static dev.tradepost.domain.trade.FxFixture.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TradeTest {

  private static Trade trade(String amount, String price) {
    return new Trade(TRADE, eur(amount), price(price), Optional.of("T-1"), NOON.at());
  }

  @Test // S4-06
  void a_trade_is_so_much_of_the_base_at_a_price_at_a_moment() {
    Trade trade = trade("325", "1.10138");
    assertThat(trade.executedAmount()).isEqualTo(eur("325"));
    assertThat(trade.timestamp()).isEqualTo(NOON.at());
    assertThat(trade.notional()).isEqualByComparingTo("357.9485");
  }

  @Test // A78
  void two_trades_say_the_same_whatever_zeros_their_prices_have() {
    Trade trade = trade("325", "1.10138");
    assertThat(trade.sameAs(eur("325"), price("1.1013800"))).isTrue();
    assertThat(trade.sameAs(eur("325"), price("1.10139"))).isFalse();
    assertThat(trade.sameAs(eur("325.01"), price("1.10138"))).isFalse();
  }

  @Test // A76
  void a_trade_of_nothing_or_for_nothing_cannot_be_made() {
    assertThat(reasonOf(() -> trade("0", "1"))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThatIllegalArgumentException().isThrownBy(() -> trade("1", "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> trade("1", "-1"));
    assertThatNullPointerException()
        .isThrownBy(() -> new Trade(null, eur("1"), price("1"), Optional.empty(), NOON.at()));
  }

  static Stream<String> unreadable() {
    return Stream.of("", " ", "a\u0000b", "x".repeat(65));
  }

  @ParameterizedTest // A10
  @MethodSource("unreadable")
  void names_from_outside_are_readable_and_short(String name) {
    Rejection ofTrade =
        refusalOf(() -> buying("10").fill(TRADE, eur("1"), price("1.1"), Optional.of(name), LATER));
    assertThat(ofTrade.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(ofTrade.field()).contains("externalTradeId");
    Rejection ofOrder =
        refusalOf(
            () ->
                new FxOrder.Wish(
                    EUR_USD,
                    Side.BUY,
                    OrderType.LIMIT,
                    eur("1"),
                    price("1.1"),
                    Settlement.NONE,
                    Optional.of(name)));
    assertThat(ofOrder.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(ofOrder.field()).contains("clientOrderId");
  }
}
