package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradepost.application.Actor;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.FreezeWallet;
import dev.tradepost.application.wallet.ReleaseHold;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.TradeReason;
import dev.tradepost.domain.wallet.Balance;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders of currencies that settle in a wallet. */
public abstract class FxSettlementContract extends TradingContract {

  /** A new wallet of Alice's with these amounts in it. */
  private WalletId wallet(Money... money) {
    WalletId id = execute(ALICE, new CreateWallet(Optional.empty(), Optional.of(USD))).id();
    for (Money one : money) {
      add(id, one);
    }
    return id;
  }

  private void add(WalletId id, Money money) {
    StatedAmount stated = new StatedAmount(money.major(), Optional.of(money.currency()));
    execute(ALICE, new AddMoney(id, stated, NONE));
  }

  private Balance balance(String currency) {
    return views()
        .wallets()
        .ofUser(ALICE.userId(), clock.instant())
        .orElseThrow()
        .wallet()
        .balance(Money.currency(currency));
  }

  /** What Alice has of a currency, and how much of it is held back. */
  private void assertHas(Money total, String held) {
    Balance balance = balance(total.currency().getCurrencyCode());
    assertThat(balance.total()).isEqualTo(total);
    assertThat(balance.held()).isEqualTo(Money.of(number(held), total.currency()));
  }

  private static PlaceFxOrder settled(Side side, String euros, String price) {
    return wanted(side, euros, price, Settlement.WALLET);
  }

  @Test // A20
  void selling_1000_euros_at_1_106_brings_exactly_1106_dollars() {
    wallet(eur("1000"));
    OrderId id = placed(settled(Side.SELL, "1000", "1.106"));

    traded(id, "1000", "1.106");

    assertHas(eur("0"), "0");
    assertHas(usd("1106.00"), "0");
  }

  @Test // A80
  void a_buyers_dollars_are_held_rounded_up_and_a_sellers_euros_as_they_are() {
    WalletId id = wallet(eur("1000"), usd("3000"));

    OrderId large = placed(settled(Side.BUY, "1000", "1.10501"));
    assertHas(usd("3000"), "1105.01");
    OrderId small = placed(settled(Side.BUY, "0.01", "1.105"));
    assertHas(usd("3000"), "1105.03");
    OrderId selling = placed(settled(Side.SELL, "250", "1.2"));
    assertHas(eur("1000"), "250");
    assertThat(views().wallets().holds(id, FIRST_PAGE).items()).hasSize(3);
    for (OrderId order : List.of(large, small, selling)) {
      assertThat(views().wallets().hold(seen(order).order().hold().orElseThrow(), ALICE))
          .isPresent();
    }
  }

  @Test // A20
  void a_trade_moves_both_currencies_in_one_movement() {
    WalletId wallet = wallet(usd("2000"));
    OrderId id = placed(settled(Side.BUY, "1000", "1.105"));

    traded(id, "250", "1.1");

    assertHas(usd("1725"), "830");
    assertHas(eur("250"), "0");
    List<Transaction> lines =
        views().wallets().history(wallet, WalletViews.Filter.ALL, FIRST_PAGE).items().stream()
            .filter(it -> it.kind() == EntryType.FX_TRADE)
            .toList();
    assertThat(lines).extracting(Transaction::referenceId).containsOnly(Optional.of(id.value()));
    assertThat(lines)
        .extracting(Transaction::type, Transaction::amount)
        .containsExactlyInAnyOrder(
            tuple(MovementType.DEBIT, usd("275")), tuple(MovementType.CREDIT, eur("250")));
  }

  @Test // A81
  void what_is_left_of_the_hold_is_free_when_the_order_is_filled_or_called_off() {
    wallet(usd("3000"));
    OrderId filled = placed(settled(Side.BUY, "1000", "1.105"));
    traded(filled, "400", "1.1");
    assertHas(usd("2560"), "665");
    traded(filled, "600", "1.1");
    assertHas(usd("1900"), "0");

    OrderId cancelled = placed(settled(Side.BUY, "1000", "1.105"));
    traded(cancelled, "400", "1.105");
    assertHas(usd("1458"), "663");
    execute(ALICE, cancel(cancelled));
    assertHas(usd("1458"), "0");
    assertHas(eur("1400"), "0");
    OrderId selling = placed(settled(Side.SELL, "1400", "1.105"));
    traded(selling, "0.01", "1.105");
    assertHas(eur("1399.99"), "1399.99");
    execute(CLERK, cancel(selling));
    assertHas(eur("1399.99"), "0");
    assertHas(usd("1458.01"), "0");
  }

  @Test
  void an_amended_amount_is_held_anew_and_what_is_not_there_is_refused() {
    wallet(usd("2000"));
    OrderId id = placed(settled(Side.BUY, "1000", "1.1"));
    traded(id, "100", "1.1");
    assertHas(usd("1890"), "990");

    execute(ALICE, amend(id, "1500"));
    assertHas(usd("1890"), "1540");
    execute(ALICE, amend(id, "1500"));
    assertHas(usd("1890"), "1540");
    refused(ALICE, amend(id, "5000"), WalletReason.INSUFFICIENT_FUNDS);
    refused(ALICE, amend(id, "99"), TradeReason.AMOUNT_BELOW_FILLED);
    execute(ALICE, amend(id, "101"));
    assertHas(usd("1890"), "1.1");
    assertThat(execute(ALICE, amend(id, "100")).status()).isEqualTo("FILLED");
    assertHas(usd("1890"), "0");
    refused(ALICE, amend(id, "200"), SharedReason.TRANSITION_NOT_ALLOWED);
    assertHas(eur("100"), "0");
  }

  @Test
  void an_amended_order_goes_on_with_its_new_hold() {
    wallet(eur("100"));
    OrderId id = placed(settled(Side.SELL, "10", "1.1"));
    execute(ALICE, amend(id, "20"));
    traded(id, "15", "1.1");
    execute(ALICE, amend(id, "40"));
    assertHas(eur("85"), "25");
    traded(id, "25", "1.1");
    assertHas(eur("60"), "0");
    assertHas(usd("44"), "0");
    assertThat(views().wallets().hold(seen(id).order().hold().orElseThrow(), ALICE).orElseThrow())
        .satisfies(it -> assertThat(it.open().isZero()).isTrue());
  }

  @Test // A20
  void many_tiny_trades_cost_no_more_and_bring_no_less_than_one() {
    wallet(usd("10"), eur("10"));
    OrderId one = placed(settled(Side.BUY, "1", "1.10001"));
    traded(one, "1", "1.10001");
    assertHas(usd("8.89"), "0");
    OrderId many = placed(settled(Side.BUY, "1", "1.10001"));
    for (int i = 0; i < 100; i++) {
      traded(many, "0.01", "1.10001");
    }
    assertHas(usd("7.78"), "0");
    assertHas(eur("12"), "0");

    OrderId cheap = placed(settled(Side.SELL, "1", "0.1"));
    for (int i = 0; i < 100; i++) {
      traded(cheap, "0.01", "0.10999");
    }
    assertHas(usd("7.88"), "0");
    assertHas(eur("11"), "0");
  }

  @Test // A80
  void a_price_worse_than_the_orders_takes_the_rest_from_what_is_available() {
    wallet(usd("120"));
    OrderId id = placed(settled(Side.BUY, "100", "1.105"));
    assertHas(usd("120"), "110.5");

    refused(ALICE, trade(id, "100", "1.20001"), WalletReason.INSUFFICIENT_FUNDS);
    traded(id, "100", "1.2");
    assertHas(usd("0"), "0");
    assertHas(eur("100"), "0");
  }

  @Test // A80
  void a_dear_first_trade_leaves_the_later_ones_to_what_is_available() {
    WalletId wallet = wallet(usd("110"));
    OrderId id = placed(settled(Side.BUY, "100", "1.1"));
    traded(id, "50", "2.2");
    assertHas(usd("0"), "0");

    refused(ALICE, trade(id, "0.01", "1"), WalletReason.INSUFFICIENT_FUNDS);
    add(wallet, usd("0.01"));
    assertThat(traded(id, "0.01", "1").filled()).isEqualTo(eur("50.01"));
    execute(ALICE, amend(id, "50.01"));
    assertHas(usd("0"), "0");
    assertHas(eur("50.01"), "0");
  }

  @Test // A80
  void an_order_without_its_funds_or_without_a_wallet_is_not_placed() {
    refused(ALICE, settled(Side.BUY, "1", "1.1"), WalletReason.WALLET_NOT_FOUND);
    WalletId id = wallet(usd("110"));
    refused(ALICE, settled(Side.BUY, "100.01", "1.1"), WalletReason.INSUFFICIENT_FUNDS);
    refused(ALICE, settled(Side.SELL, "0.01", "1.1"), WalletReason.INSUFFICIENT_FUNDS);
    placed(settled(Side.BUY, "100", "1.1"));
    refused(ALICE, settled(Side.BUY, "0.01", "1.1"), WalletReason.INSUFFICIENT_FUNDS);
    add(id, usd("1000"));
    freeze(CLERK, id);
    refused(ALICE, settled(Side.BUY, "1", "1.1"), WalletReason.WALLET_FROZEN);
    refused(
        ALICE,
        settled(Side.BUY, "92233720368547758", "999999999"),
        SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  private void freeze(Actor staff, WalletId id) {
    execute(staff, new FreezeWallet(id, new Freeze(true, false, "Looks odd"), ANY_VERSION));
  }

  @Test // A80
  void what_is_held_for_an_open_order_is_not_let_go_or_claimed_by_hand() {
    wallet(usd("110"));
    OrderId id = placed(settled(Side.BUY, "100", "1.1"));
    HoldId hold = seen(id).order().hold().orElseThrow();
    refused(ALICE, new ReleaseHold(hold), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, new CaptureHold(hold, Optional.empty()), SharedReason.TRANSITION_NOT_ALLOWED);
    traded(id, "100", "1.1");
    assertHas(usd("0"), "0");
    assertHas(eur("100"), "0");
  }

  @Test
  void a_currency_without_cents_is_rounded_to_whole_units() {
    wallet(Money.of("200", "JPY"), usd("1"));
    Pair pair = Pair.of("USD/JPY");
    PlaceFxOrder buying =
        new PlaceFxOrder(
            Optional.empty(),
            pair,
            Side.BUY,
            OrderType.LIMIT,
            number("1"),
            number("150.001"),
            Settlement.WALLET,
            NONE);
    OrderId id = placed(buying);
    assertHas(Money.of("200", "JPY"), "151");
    traded(id, "0.50", "150.001");
    assertHas(Money.of("124", "JPY"), "75");
    traded(id, "0.50", "150.001");
    assertHas(Money.of("49", "JPY"), "0");
    assertHas(usd("2"), "0");
  }

  @Test // A35, A80
  void trades_at_once_pay_exactly_and_never_from_below_zero() {
    wallet(usd("1200"));
    OrderId id = placed(settled(Side.BUY, "1000", "1.1"));

    Crowd<FxOrderView> crowd = Crowd.atOnce(24, i -> execute(ALICE, trade(id, "50", "1.2")));

    assertThat(crowd.done()).hasSize(20);
    assertThat(crowd.refused()).containsOnly(SharedReason.TRANSITION_NOT_ALLOWED);
    assertHas(usd("0"), "0");
    assertHas(eur("1000"), "0");
  }
}
