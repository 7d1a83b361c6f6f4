package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.HoldStatus.CAPTURED;
import static dev.tradepost.domain.wallet.HoldStatus.EXPIRED;
import static dev.tradepost.domain.wallet.HoldStatus.OPEN;
import static dev.tradepost.domain.wallet.HoldStatus.RELEASED;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.HOLD;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.NOON;
import static dev.tradepost.domain.wallet.WalletFixture.NO_DEBITS;
import static dev.tradepost.domain.wallet.WalletFixture.OTHER_HOLD;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.capture;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.held;
import static dev.tradepost.domain.wallet.WalletFixture.limits;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HoldTest {
  private static final Instant FIVE = Instant.parse("2026-03-01T17:00:00Z");
  private static final Instant SIX = Instant.parse("2026-03-01T18:00:00Z");
  private static final Stamp AT_FIVE = new Stamp(FIVE, ALICE);
  private static final Stamp AT_SIX = new Stamp(SIX, ALICE);

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          OPEN  CAPTURE_PART  OPEN
          OPEN  CAPTURE_ALL   CAPTURED
          OPEN  RELEASE       RELEASED
          OPEN  EXPIRE        EXPIRED
          """);

  static Stream<Pair<HoldStatus, HoldAction>> pairs() {
    return LifecycleTable.pairs(Hold.LIFECYCLE, HoldAction.values());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_hold_moves_only_as_its_table_says(Pair<HoldStatus, HoldAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Hold.LIFECYCLE.states()).containsExactlyInAnyOrder(HoldStatus.values());
  }

  @Test
  void a_hold_keeps_money_back_that_stays_in_the_wallet() {
    Wallet before = alice(usd("10"));
    HeldFunds held = held(before, HOLD, usd("8"), Optional.of(FIVE));
    Wallet wallet = held.wallet().state();
    assertThat(wallet.balance(USD).total()).isEqualTo(usd("10"));
    assertThat(wallet.balance(USD).held()).isEqualTo(usd("8"));
    assertThat(wallet.balance(USD).available()).isEqualTo(usd("2"));
    assertThat(wallet.lines()).isEqualTo(before.lines());
    assertThat(wallet.version()).isEqualTo(before.version() + 1);
    assertThat(held.wallet().events())
        .containsExactly(new WalletEvent.FundsHeld(ALICES, HOLD, usd("8")));
    Change<Hold> placed = held.holds().get(0);
    assertThat(placed.state())
        .isEqualTo(
            new Hold(
                HOLD,
                ALICES,
                ALICE,
                usd("8"),
                usd("0"),
                "Deposit for a bike",
                OPEN,
                Optional.of(FIVE),
                LATER.at(),
                1));
    assertThat(placed.events())
        .containsExactly(
            new HoldEvent.Placed(HOLD, ALICES, usd("8"), "Deposit for a bike", Optional.of(FIVE)));
    assertThat(placed.state().owner()).contains(ALICE);
    assertThat(placed.state().aggregateId()).isEqualTo(HOLD.toString());
  }

  @Test // S3-28, S3-45
  void a_hold_is_refused_what_a_debit_would_be_refused() {
    Wallet wallet = alice(usd("10"));
    assertThat(reasonOf(() -> held(wallet, usd("10.01"))))
        .isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
    assertThat(reasonOf(() -> held(wallet, usd("0")))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> held(wallet, usd("-1")))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    Wallet frozen = wallet.freeze(NO_DEBITS, LATER).state();
    assertThat(reasonOf(() -> held(frozen, usd("1")))).isEqualTo(WalletReason.WALLET_FROZEN);
    Wallet closed = alice().close(LATER).state();
    assertThat(reasonOf(() -> held(closed, usd("1")))).isEqualTo(WalletReason.WALLET_CLOSED);
    Wallet limited = wallet.limit(USD, limits("5", "-", "-"), LATER).state();
    assertThat(reasonOf(() -> held(limited, usd("5.01")))).isEqualTo(WalletReason.LIMIT_EXCEEDED);
    Wallet held = held(wallet, usd("6")).wallet().state();
    assertThat(reasonOf(() -> held(held, usd("4.01")))).isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
  }

  @Test
  void a_hold_has_a_purpose_and_never_more_captured_than_held() {
    assertThat(refusalOf(() -> hold(usd("0"), " ")).field()).contains("purpose");
    assertThat(refusalOf(() -> hold(usd("0"), "x".repeat(201))).field()).contains("purpose");
    assertThatIllegalArgumentException().isThrownBy(() -> hold(usd("10.01"), "Bike"));
    assertThatIllegalArgumentException().isThrownBy(() -> hold(usd("-1"), "Bike"));
  }

  @Test
  void a_hold_is_claimed_in_parts_until_nothing_is_left() {
    Change<Hold> part = hold(usd("0"), "Bike").capture(usd("4"), NOON);
    checkCapture(part, OPEN, "4", "4", 2);
    assertThat(part.state().open()).isEqualTo(usd("6"));
    Change<Hold> rest = part.state().capture(usd("6"), NOON);
    checkCapture(rest, CAPTURED, "10", "6", 3);
    assertThat(rest.state().open()).isEqualTo(usd("0"));
  }

  @Test
  void no_more_than_is_left_of_a_hold_is_claimed() {
    Hold hold = hold(usd("4"), "Bike");
    Rejection refusal = refusalOf(() -> hold.capture(usd("6.01"), NOON));
    assertThat(refusal.reason()).isEqualTo(WalletReason.CAPTURE_EXCEEDS_HOLD);
    assertThat(refusal.detail()).isEqualTo("at most 6.00 USD is left of this hold");
    assertThat(refusal.field()).contains("amount");
    assertThat(reasonOf(() -> hold.capture(eur("1"), NOON)))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
    assertThat(reasonOf(() -> hold.capture(usd("0"), NOON)))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> hold.capture(usd("-1"), NOON)))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test
  void a_hold_that_has_ended_is_neither_claimed_nor_released_again() {
    HeldFunds held = held(alice(usd("10")), usd("8"));
    Wallet wallet = held.wallet().state();
    Hold open = held.holds().get(0).state();
    Booked captured = capture(wallet, open, usd("8"));
    HeldFunds released = open.release(wallet, LATER);
    assertEnded(captured.wallet(ALICES), captured.holds().get(0).state());
    assertEnded(released.wallet().state(), released.holds().get(0).state());
    assertThat(captured.holds().get(0).state().status()).isEqualTo(CAPTURED);
    assertThat(released.holds().get(0).state().status()).isEqualTo(RELEASED);
  }

  private static void assertEnded(Wallet wallet, Hold hold) {
    assertThat(reasonOf(() -> capture(wallet, hold, usd("1"))))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> hold.release(wallet, LATER)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(hold.isDue(SIX)).isFalse();
    assertThat(hold.open()).isEqualTo(usd("0"));
  }

  @Test
  void a_release_lets_go_what_was_not_claimed() {
    HeldFunds held = held(alice(usd("10")), usd("8"));
    Booked part = capture(held.wallet().state(), held.holds().get(0).state(), usd("3"));
    HeldFunds released = part.holds().get(0).state().release(part.wallet(ALICES), LATER);
    assertThat(released.wallet().state().balance(USD).total()).isEqualTo(usd("7"));
    assertThat(released.wallet().state().balance(USD).held()).isEqualTo(usd("0"));
    assertThat(released.wallet().events())
        .containsExactly(new WalletEvent.FundsFreed(ALICES, HOLD, usd("5")));
    assertThat(released.holds().get(0).events())
        .containsExactly(new HoldEvent.Ended(HOLD, usd("5"), RELEASED));
    assertThat(released.holds().get(0).state().version()).isEqualTo(3);
    assertThat(released.holds().get(0).state().captured()).isEqualTo(usd("3"));
  }

  @Test // S3-75
  void a_hold_of_a_frozen_wallet_can_be_released() {
    HeldFunds held = held(alice(usd("10")), usd("8"));
    Wallet frozen = held.wallet().state().freeze(NO_DEBITS, LATER).state();
    HeldFunds released = held.holds().get(0).state().release(frozen, LATER);
    assertThat(released.wallet().state().balance(USD).available()).isEqualTo(usd("10"));
  }

  @Test
  void a_hold_is_due_from_the_moment_it_expires() {
    Hold hold = held(alice(usd("10")), HOLD, usd("8"), Optional.of(FIVE)).holds().get(0).state();
    assertThat(hold.isDue(FIVE.minusNanos(1))).isFalse();
    assertThat(hold.isDue(FIVE)).isTrue();
    Hold endless = held(alice(usd("10")), usd("8")).holds().get(0).state();
    assertThat(endless.isDue(Instant.MAX)).isFalse();
  }

  @Test
  void a_wallet_knows_when_the_first_of_its_holds_may_have_expired() {
    Wallet rich = alice(usd("10"));
    assertThat(rich.holdsDue(Instant.MAX)).isFalse();
    Wallet endless = held(rich, usd("1")).wallet().state();
    assertThat(endless.holdsDueAt()).isEmpty();
    Wallet six = held(endless, HOLD, usd("1"), Optional.of(SIX)).wallet().state();
    assertThat(six.holdsDueAt()).contains(SIX);
    Wallet five = held(six, HOLD, usd("1"), Optional.of(FIVE)).wallet().state();
    assertThat(five.holdsDueAt()).contains(FIVE);
    assertThat(held(five, HOLD, usd("1"), Optional.of(SIX)).wallet().state().holdsDueAt())
        .contains(FIVE);
    assertThat(held(five, usd("1")).wallet().state().holdsDueAt()).contains(FIVE);
    assertThat(five.holdsDue(FIVE.minusNanos(1))).isFalse();
    assertThat(five.holdsDue(FIVE)).isTrue();
  }

  @Test
  void the_holds_whose_time_has_run_out_expire_and_no_others() {
    HeldFunds first = held(alice(usd("10")), HOLD, usd("2"), Optional.of(FIVE));
    HeldFunds second = held(first.wallet().state(), OTHER_HOLD, usd("3"), Optional.of(SIX));
    List<Hold> open = List.of(first.holds().get(0).state(), second.holds().get(0).state());
    HeldFunds expired = Hold.expireDue(second.wallet().state(), open, AT_FIVE);
    assertThat(expired.holds()).hasSize(1);
    assertThat(expired.holds().get(0).state().status()).isEqualTo(EXPIRED);
    assertThat(expired.holds().get(0).events())
        .containsExactly(new HoldEvent.Ended(HOLD, usd("2"), EXPIRED));
    Wallet wallet = expired.wallet().state();
    assertThat(wallet.balance(USD).held()).isEqualTo(usd("3"));
    assertThat(wallet.holdsDueAt()).contains(SIX);
    assertThat(wallet.version()).isEqualTo(second.wallet().state().version() + 1);
    assertThat(expired.wallet().events())
        .containsExactly(new WalletEvent.FundsFreed(ALICES, HOLD, usd("2")));
    HeldFunds rest = Hold.expireDue(wallet, List.of(open.get(1)), AT_SIX);
    assertThat(rest.wallet().state().balance(USD).held()).isEqualTo(usd("0"));
    assertThat(rest.wallet().state().holdsDueAt()).isEmpty();
    assertThat(Hold.expireDue(wallet, List.of(open.get(1)), AT_FIVE).wallet().events()).isEmpty();
  }

  private static void checkCapture(
      Change<Hold> change, HoldStatus status, String captured, String part, long version) {
    assertThat(change.state().status()).isEqualTo(status);
    assertThat(change.state().captured()).isEqualTo(usd(captured));
    assertThat(change.state().version()).isEqualTo(version);
    assertThat(change.events()).containsExactly(new HoldEvent.Captured(HOLD, usd(part), status));
  }

  private static Hold hold(Money captured, String purpose) {
    return new Hold(
        HOLD, ALICES, ALICE, usd("10"), captured, purpose, OPEN, Optional.empty(), LATER.at(), 1);
  }
}
