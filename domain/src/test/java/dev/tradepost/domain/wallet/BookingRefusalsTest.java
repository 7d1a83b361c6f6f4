package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.BOBS;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.NO_CREDITS;
import static dev.tradepost.domain.wallet.WalletFixture.NO_DEBITS;
import static dev.tradepost.domain.wallet.WalletFixture.ORDER;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.added;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.bob;
import static dev.tradepost.domain.wallet.WalletFixture.booking;
import static dev.tradepost.domain.wallet.WalletFixture.deduction;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.held;
import static dev.tradepost.domain.wallet.WalletFixture.limits;
import static dev.tradepost.domain.wallet.WalletFixture.transfer;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingRefusalsTest {

  @ParameterizedTest // S3-24, S3-27, S3-32, S3-42, S3-45
  @ValueSource(strings = {"0", "-0.01", "-5", "-1000000"})
  void only_an_amount_above_zero_moves(String amount) {
    Money money = usd(amount);
    Wallet rich = alice(usd("100"));
    Hold hold = held(rich, usd("5")).holds().get(0).state();
    Wallet holding = held(rich, usd("5")).wallet().state();
    Escrow escrow = Escrow.empty(ORDER, ALICE, USD).capture(usd("5")).state();
    assertNotPositive(() -> booking(EntryType.ADD).give(alice(), money));
    assertNotPositive(() -> booking(EntryType.DEDUCT).take(rich, money));
    assertNotPositive(() -> booking(EntryType.TRANSFER).take(rich, money));
    assertNotPositive(() -> booking(EntryType.TRANSFER).give(bob(), money));
    assertNotPositive(() -> booking(EntryType.DEPOSIT).giveAlways(alice(), money));
    assertNotPositive(() -> booking(EntryType.HOLD_CAPTURE).take(holding, hold, money));
    assertNotPositive(() -> booking(EntryType.ORDER_PAYMENT).intoEscrow(escrow, money));
    assertNotPositive(() -> booking(EntryType.ORDER_REFUND).outOfEscrow(escrow, money));
  }

  private static void assertNotPositive(Runnable verb) {
    assertThat(reasonOf(verb)).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test // S3-28, S3-33, S3-43
  void no_more_than_is_there_can_be_taken() {
    Wallet wallet = alice(usd("10"));
    Rejection refusal = refusalOf(() -> deduction(wallet, usd("10.01")));
    assertThat(refusal.reason()).isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
    assertThat(refusal.detail()).isEqualTo("the wallet has 10.00 USD to spend");
    assertThat(refusal.field()).contains("amount");
    assertThat(deduction(wallet, usd("10")).wallet(ALICES).balance(USD).total().isZero()).isTrue();
    assertThat(reasonOf(() -> transfer(wallet, bob(), usd("10.01"))))
        .isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
  }

  @Test // S3-28, S3-74
  void money_of_another_currency_does_not_help() {
    assertThat(reasonOf(() -> deduction(alice(usd("10")), eur("0.01"))))
        .isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
  }

  @Test // S3-28, S3-33, S3-43
  void held_money_cannot_be_taken() {
    Wallet wallet = held(alice(usd("10")), usd("8")).wallet().state();
    assertThat(reasonOf(() -> deduction(wallet, usd("2.01"))))
        .isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
    assertThat(deduction(wallet, usd("2")).wallet(ALICES).balance(USD).available().isZero())
        .isTrue();
  }

  @Test // S3-28
  void the_second_leg_sees_what_the_first_has_taken() {
    Wallet wallet = alice(usd("10"));
    Booking once = booking(EntryType.DEDUCT).take(wallet, usd("6"));
    assertThat(reasonOf(() -> once.take(wallet, usd("6"))))
        .isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
  }

  @Test // S3-75
  void frozen_debits_let_money_in_but_not_out() {
    Wallet frozen = alice(usd("10")).freeze(NO_DEBITS, LATER).state();
    assertThat(reasonOf(() -> deduction(frozen, usd("1")))).isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(reasonOf(() -> transfer(frozen, bob(), usd("1"))))
        .isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(added(frozen, usd("1")).balance(USD).total()).isEqualTo(usd("11"));
    Wallet credited = transfer(bob(usd("5")), frozen, usd("5")).wallet(ALICES);
    assertThat(credited.balance(USD).total()).isEqualTo(usd("15"));
    assertThat(credited.freeze()).contains(NO_DEBITS);
  }

  @Test // S3-75
  void frozen_credits_let_money_out_but_not_in() {
    Wallet frozen = alice(usd("10")).freeze(NO_CREDITS, LATER).state();
    assertThat(reasonOf(() -> added(frozen, usd("1")))).isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(reasonOf(() -> transfer(bob(usd("5")), frozen, usd("5"))))
        .isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(deduction(frozen, usd("1")).wallet(ALICES).balance(USD).total()).isEqualTo(usd("9"));
  }

  @Test // S3-75
  void what_has_come_in_already_reaches_a_frozen_wallet_which_stays_frozen() {
    Wallet frozen = alice().freeze(NO_CREDITS, LATER).state();
    Wallet after = comeIn(frozen).wallet(ALICES);
    assertThat(after.balance(USD).total()).isEqualTo(usd("5"));
    assertThat(after.status()).isEqualTo(WalletStatus.FROZEN);
    assertThat(after.freeze()).contains(NO_CREDITS);
  }

  @Test
  void what_has_come_in_already_opens_a_closed_wallet() {
    Wallet closed = alice().close(LATER).state();
    Booked booked = comeIn(closed);
    assertThat(booked.wallet(ALICES).status()).isEqualTo(WalletStatus.ACTIVE);
    assertThat(booked.wallet(ALICES).balance(USD).total()).isEqualTo(usd("5"));
    assertThat(booked.wallet(ALICES).version()).isEqualTo(4);
    assertThat(booked.wallets().get(ALICES).events())
        .hasSize(2)
        .first()
        .isEqualTo(
            new WalletEvent.StatusChanged(
                ALICES,
                WalletStatus.CLOSED,
                WalletStatus.ACTIVE,
                Optional.empty(),
                "Money came in"));
  }

  @Test
  void a_closed_wallet_neither_gives_nor_takes() {
    Wallet closed = alice().close(LATER).state();
    assertThat(reasonOf(() -> added(closed, usd("5")))).isEqualTo(WalletReason.WALLET_CLOSED);
    assertThat(reasonOf(() -> deduction(closed, usd("5")))).isEqualTo(WalletReason.WALLET_CLOSED);
  }

  @Test // S3-65, S3-75
  void of_several_refusals_the_state_comes_first_then_the_limits_then_the_funds() {
    Wallet limited = alice(usd("10")).limit(USD, limits("20", "-", "-"), LATER).state();
    Wallet frozen = limited.freeze(NO_DEBITS, LATER).state();
    assertThat(reasonOf(() -> deduction(frozen, usd("-1")))).isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(reasonOf(() -> deduction(frozen, usd("21")))).isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(reasonOf(() -> deduction(limited, usd("21"))))
        .isEqualTo(WalletReason.LIMIT_EXCEEDED);
    assertThat(reasonOf(() -> deduction(limited, usd("20"))))
        .isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
  }

  @Test // S3-72
  void a_category_is_readable_and_at_most_40_characters() {
    Booking booking = booking(EntryType.ADD);
    booking.in(Optional.empty());
    booking.in(Optional.of("x".repeat(40)));
    for (String text : new String[] {"x".repeat(41), "", " ", "a\nb"}) {
      Rejection refusal = refusalOf(() -> booking.in(Optional.of(text)));
      assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
      assertThat(refusal.field()).contains("category");
    }
  }

  @Test // S3-50
  void two_to_the_53_plus_one_minor_units_stay_exact() {
    Money beyondDouble = new Money((1L << 53) + 1, USD);
    Wallet wallet = alice(beyondDouble);
    assertThat(wallet.balance(USD).total()).isEqualTo(beyondDouble);
    Booked booked = transfer(wallet, bob(), new Money(1L << 53, USD));
    assertThat(booked.wallet(ALICES).balance(USD).total()).isEqualTo(usd("0.01"));
    assertThat(booked.wallet(BOBS).balance(USD).total()).isEqualTo(new Money(1L << 53, USD));
  }

  @Test // S3-50
  void the_greatest_amount_moves_and_one_more_is_refused() {
    Money most = new Money(Long.MAX_VALUE, USD);
    Wallet full = alice(most);
    assertThat(full.balance(USD).total()).isEqualTo(most);
    assertThat(reasonOf(() -> added(full, usd("0.01"))))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(reasonOf(() -> comeIn(full))).isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(reasonOf(() -> transfer(bob(usd("1")), full, usd("0.01"))))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    Booked booked = transfer(full, bob(), most);
    assertThat(booked.wallet(BOBS).balance(USD).total()).isEqualTo(most);
    assertThat(booked.wallet(ALICES).balance(USD).total()).isEqualTo(usd("0"));
  }

  private static Booked comeIn(Wallet wallet) {
    return booking(EntryType.DEPOSIT)
        .giveAlways(wallet, usd("5"))
        .house(Account.Kind.CASH_IN, usd("-5"))
        .done();
  }
}
