package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.EUR;
import static dev.tradepost.domain.wallet.WalletFixture.JPY;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.NOON;
import static dev.tradepost.domain.wallet.WalletFixture.NO_CREDITS;
import static dev.tradepost.domain.wallet.WalletFixture.NO_DEBITS;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.added;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.at;
import static dev.tradepost.domain.wallet.WalletFixture.deduction;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.held;
import static dev.tradepost.domain.wallet.WalletFixture.limits;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static dev.tradepost.domain.wallet.WalletStatus.ACTIVE;
import static dev.tradepost.domain.wallet.WalletStatus.CLOSED;
import static dev.tradepost.domain.wallet.WalletStatus.FROZEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalletTest {
  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          ACTIVE  FREEZE    FROZEN
          ACTIVE  CLOSE     CLOSED
          FROZEN  FREEZE    FROZEN
          FROZEN  UNFREEZE  ACTIVE
          CLOSED  REOPEN    ACTIVE
          """);

  static Stream<Pair<WalletStatus, WalletAction>> pairs() {
    return LifecycleTable.pairs(Wallet.LIFECYCLE, WalletAction.values());
  }

  @ParameterizedTest // S3-75
  @MethodSource("pairs")
  void a_wallet_moves_only_as_its_table_says(Pair<WalletStatus, WalletAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Wallet.LIFECYCLE.states()).containsExactlyInAnyOrder(WalletStatus.values());
  }

  @Test
  void a_wallet_starts_active_and_empty() {
    Change<Wallet> created = Wallet.create(ALICES, ALICE, USD, NOON);
    Wallet wallet = created.state();
    assertThat(wallet.status()).isEqualTo(ACTIVE);
    assertThat(wallet.balances()).containsOnlyKeys(USD);
    assertThat(wallet.balance(USD)).isEqualTo(Balance.empty(USD));
    assertThat(wallet.lines()).isZero();
    assertThat(wallet.createdAt()).isEqualTo(NOON.at()).isEqualTo(wallet.updatedAt());
    assertThat(wallet.version()).isEqualTo(1);
    assertThat(wallet.aggregateId()).isEqualTo(ALICES.toString());
    assertThat(wallet.owner()).contains(ALICE);
    assertThat(created.events()).containsExactly(new WalletEvent.Created(ALICES, ALICE, "USD"));
  }

  @Test // S3-74
  void a_wallet_has_a_balance_of_its_own_in_every_currency() {
    Wallet wallet = added(alice(usd("5")), eur("7"));
    assertThat(wallet.balance(USD).total()).isEqualTo(usd("5"));
    assertThat(wallet.balance(EUR).total()).isEqualTo(eur("7"));
    assertThat(wallet.balance(JPY).total()).isEqualTo(Money.zero(JPY));
    assertThat(wallet.balances().keySet()).containsExactly(EUR, USD);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> wallet.balances().clear());
  }

  @Test // S3-74
  void a_wallet_in_a_currency_without_a_minor_unit_is_refused() {
    Currency gold = Currency.getInstance("XAU");
    assertThat(reasonOf(() -> Wallet.create(ALICES, ALICE, gold, NOON)))
        .isEqualTo(SharedReason.UNKNOWN_CURRENCY);
  }

  @Test // S3-75
  void a_wallet_is_frozen_and_unfrozen_again() {
    Change<Wallet> frozen = alice().freeze(NO_DEBITS, LATER);
    checkMove(frozen, ACTIVE, FROZEN, "Stolen phone", 2);
    assertThat(frozen.state().freeze()).contains(NO_DEBITS);
    Change<Wallet> thawed = frozen.state().unfreeze(LATER);
    checkMove(thawed, FROZEN, ACTIVE, "Unfrozen", 3);
    assertThat(thawed.state().freeze()).isEmpty();
  }

  @Test // S3-75
  void a_second_freeze_takes_the_place_of_the_first() {
    Wallet frozen = alice().freeze(NO_DEBITS, LATER).state();
    Change<Wallet> again = frozen.freeze(NO_CREDITS, LATER);
    checkMove(again, FROZEN, FROZEN, "Under review", 3);
    assertThat(again.state().freeze()).contains(NO_CREDITS);
    again.state().requireDebits();
  }

  @Test // S3-75
  void a_freeze_stops_debits_credits_or_both() {
    Wallet both = alice().freeze(new Freeze(true, true, "Court order"), LATER).state();
    assertThat(reasonOf(both::requireDebits)).isEqualTo(WalletReason.WALLET_FROZEN);
    assertThat(reasonOf(both::requireCredits)).isEqualTo(WalletReason.WALLET_FROZEN);
    Wallet debits = alice().freeze(NO_DEBITS, LATER).state();
    assertThat(reasonOf(debits::requireDebits)).isEqualTo(WalletReason.WALLET_FROZEN);
    debits.requireCredits();
    Wallet credits = alice().freeze(NO_CREDITS, LATER).state();
    assertThat(reasonOf(credits::requireCredits)).isEqualTo(WalletReason.WALLET_FROZEN);
    credits.requireDebits();
  }

  @Test // S3-75
  void a_freeze_stops_something_and_says_why() {
    assertThat(reasonOf(() -> new Freeze(false, false, "Why not")))
        .isEqualTo(WalletReason.NOTHING_TO_FREEZE);
    assertThat(refusalOf(() -> new Freeze(true, true, " ")).field()).contains("reason");
    assertThat(refusalOf(() -> new Freeze(true, true, "x".repeat(501))).field()).contains("reason");
  }

  @Test
  void frozen_without_a_freeze_cannot_be_written_down() {
    assertThatIllegalArgumentException().isThrownBy(() -> in(FROZEN, Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> in(ACTIVE, Optional.of(NO_DEBITS)));
    assertThatIllegalArgumentException().isThrownBy(() -> in(CLOSED, Optional.of(NO_DEBITS)));
  }

  @Test
  void an_empty_wallet_is_closed_and_opened_again() {
    Wallet emptied = deduction(alice(usd("5")), usd("5")).wallet(ALICES);
    Change<Wallet> closed = emptied.close(LATER);
    checkMove(closed, ACTIVE, CLOSED, "Closed", 4);
    assertThat(reasonOf(closed.state()::requireDebits)).isEqualTo(WalletReason.WALLET_CLOSED);
    assertThat(reasonOf(closed.state()::requireCredits)).isEqualTo(WalletReason.WALLET_CLOSED);
    Change<Wallet> opened = closed.state().reopen("Back again", LATER);
    checkMove(opened, CLOSED, ACTIVE, "Back again", 5);
    opened.state().requireDebits();
    opened.state().requireCredits();
  }

  @Test
  void a_wallet_with_money_in_any_currency_cannot_be_closed() {
    assertThat(reasonOf(() -> alice(usd("0.01")).close(LATER)))
        .isEqualTo(WalletReason.WALLET_NOT_EMPTY);
    assertThat(reasonOf(() -> alice(eur("1")).close(LATER)))
        .isEqualTo(WalletReason.WALLET_NOT_EMPTY);
    Wallet allHeld = held(alice(usd("5")), usd("5")).wallet().state();
    assertThat(reasonOf(() -> allHeld.close(LATER))).isEqualTo(WalletReason.WALLET_NOT_EMPTY);
  }

  @Test // S3-75
  void a_freeze_is_not_lost_by_closing() {
    Wallet frozen = alice().freeze(NO_DEBITS, LATER).state();
    assertThat(reasonOf(() -> frozen.close(LATER))).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    Wallet rich = alice(usd("5")).freeze(NO_DEBITS, LATER).state();
    assertThat(reasonOf(() -> rich.close(LATER))).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S3-65, S3-69
  void a_wallet_is_given_limits_of_its_own_in_one_currency() {
    Wallet before = alice(usd("5"));
    Limits limits = limits("10", "-", "100");
    Change<Wallet> limited = before.limit(USD, limits, LATER);
    assertThat(limited.state().balance(USD))
        .isEqualTo(new Balance(usd("5"), usd("0"), Spending.none(USD), Habit.NONE, limits));
    assertThat(limited.state().balance(EUR).limits()).isEqualTo(Limits.NONE);
    assertThat(limited.state().lines()).isEqualTo(before.lines());
    assertThat(limited.state().version()).isEqualTo(before.version() + 1);
    assertThat(limited.events())
        .containsExactly(
            new WalletEvent.LimitsSet(
                ALICES, "USD", Optional.of(usd("10")), Optional.empty(), Optional.of(usd("100"))));
  }

  @Test
  void time_in_a_wallet_never_runs_backwards() {
    Wallet wallet = alice().freeze(NO_DEBITS, LATER).state();
    Stamp earlier = at("2026-03-01T11:00:00Z");
    assertThat(wallet.unfreeze(earlier).state().updatedAt()).isEqualTo(LATER.at());
    assertThat(wallet.limit(USD, Limits.NONE, earlier).state().updatedAt()).isEqualTo(LATER.at());
  }

  @Test // S3-28, S3-33, S3-43
  void more_held_than_there_is_cannot_be_written_down() {
    Spending spending = Spending.none(USD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Balance(usd("1"), usd("2"), spending, Habit.NONE, Limits.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Balance(usd("1"), usd("-1"), spending, Habit.NONE, Limits.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Balance(usd("-1"), usd("0"), spending, Habit.NONE, Limits.NONE));
  }

  private static void checkMove(
      Change<Wallet> change, WalletStatus from, WalletStatus to, String reason, long version) {
    assertThat(change.state().status()).isEqualTo(to);
    assertThat(change.state().version()).isEqualTo(version);
    assertThat(change.state().updatedAt()).isEqualTo(LATER.at());
    assertThat(change.state().createdAt()).isEqualTo(NOON.at());
    assertThat(change.events())
        .containsExactly(
            new WalletEvent.StatusChanged(ALICES, from, to, change.state().freeze(), reason));
  }

  private static Wallet in(WalletStatus status, Optional<Freeze> freeze) {
    Wallet it = alice();
    return new Wallet(
        ALICES,
        ALICE,
        USD,
        status,
        freeze,
        it.balances(),
        0,
        Optional.empty(),
        it.createdAt(),
        it.updatedAt(),
        1);
  }
}
