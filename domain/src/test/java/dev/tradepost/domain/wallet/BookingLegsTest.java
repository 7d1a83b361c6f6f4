package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.wallet.WalletFixture.NOON;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.bob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two legs of one movement on the same thing: the second goes on where the first left it. */
class BookingLegsTest {
  private static final WalletPolicy POLICY = WalletPolicy.standard();
  private static final HoldId HOLD = new HoldId(new UUID(0, 7));

  private final AtomicLong lastId = new AtomicLong(1_000);

  @Test
  void a_hold_claimed_by_two_legs_is_claimed_once_for_each() {
    HeldFunds held = held("30", Optional.empty());
    Hold hold = held.holds().get(0).state();
    Booked booked =
        booking(EntryType.HOLD_CAPTURE)
            .take(held.state(), hold, usd("10"))
            .take(held.state(), hold, usd("15"))
            .house(Account.Kind.CASH_OUT, usd("25"))
            .done();
    assertThat(booked.holds()).hasSize(1);
    assertThat(booked.holds().get(0).state().open()).isEqualTo(usd("5"));
    assertThat(booked.holds().get(0).events()).hasSize(2);
    assertThat(
            reasonOf(
                () ->
                    booking(EntryType.HOLD_CAPTURE)
                        .take(held.state(), hold, usd("20"))
                        .take(held.state(), hold, usd("20"))))
        .isEqualTo(WalletReason.CAPTURE_EXCEEDS_HOLD);
  }

  @Test
  void a_hold_is_not_claimed_from_another_wallet() {
    Hold hold = held("30", Optional.empty()).holds().get(0).state();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> booking(EntryType.HOLD_CAPTURE).take(bob(), hold, usd("1")));
    assertThatIllegalArgumentException().isThrownBy(() -> hold.release(bob(), NOON));
  }

  @Test
  void a_hold_whose_time_has_run_out_is_not_claimed_even_if_nobody_has_ended_it() {
    Instant soon = NOON.at().minusNanos(1);
    HeldFunds held = held("30", Optional.of(soon));
    Hold hold = held.holds().get(0).state();
    assertThat(reasonOf(() -> booking(EntryType.HOLD_CAPTURE).take(held.state(), hold, usd("1"))))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test
  void an_escrow_that_two_legs_fill_has_both() {
    Escrow empty =
        Escrow.empty(new OrderId(new UUID(0, 8)), new UserId("alice"), usd("1").currency());
    Booked booked =
        booking(EntryType.ORDER_PAYMENT)
            .house(Account.Kind.PROVIDER, usd("-10"))
            .intoEscrow(empty, usd("4"))
            .intoEscrow(empty, usd("6"))
            .done();
    assertThat(booked.escrows()).hasSize(1);
    assertThat(booked.escrows().get(0).state().captured()).isEqualTo(usd("10"));
    assertThat(booked.escrows().get(0).state().version()).isEqualTo(2);
  }

  @Test
  void what_is_given_back_by_two_legs_comes_out_of_the_escrow_before_the_revenue() {
    Escrow partly =
        new Escrow(
            new OrderId(new UUID(0, 8)), new UserId("alice"), usd("10"), usd("0"), usd("7"), 2);
    Booked booked =
        booking(EntryType.ORDER_REFUND)
            .outOfEscrow(partly, usd("2"))
            .outOfEscrow(partly, usd("5"))
            .house(Account.Kind.PROVIDER, usd("7"))
            .done();
    Escrow after = booked.escrows().get(0).state();
    assertThat(after.refunded()).isEqualTo(usd("7"));
    assertThat(after.earned()).isEqualTo(usd("3"));
    Money fromRevenue =
        booked.entry().postings().stream()
            .filter(it -> it.account().kind() == Account.Kind.REVENUE)
            .map(Posting::amount)
            .reduce(Money::plus)
            .orElseThrow();
    assertThat(fromRevenue).isEqualTo(usd("-4"));
  }

  private HeldFunds held(String amount, Optional<Instant> until) {
    Wallet rich =
        booking(EntryType.ADD)
            .give(alice(), usd("100"))
            .house(Account.Kind.CASH_IN, usd("-100"))
            .done()
            .wallet(alice().id());
    return Hold.place(rich, HOLD, usd(amount), "Bike", until, POLICY, NOON);
  }

  private Booking booking(EntryType type) {
    return Booking.of(type, () -> new UUID(0, lastId.incrementAndGet()), POLICY, NOON);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
