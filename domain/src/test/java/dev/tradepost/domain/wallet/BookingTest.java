package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.BOBS;
import static dev.tradepost.domain.wallet.WalletFixture.EUR;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.ORDER;
import static dev.tradepost.domain.wallet.WalletFixture.POLICY;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.addition;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.bob;
import static dev.tradepost.domain.wallet.WalletFixture.booking;
import static dev.tradepost.domain.wallet.WalletFixture.capture;
import static dev.tradepost.domain.wallet.WalletFixture.conversion;
import static dev.tradepost.domain.wallet.WalletFixture.deduction;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.held;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookingTest {
  private static final UUID ENTRY = new UUID(7, 1);
  private static final UUID FIRST_LINE = new UUID(7, 2);
  private static final UUID SECOND_LINE = new UUID(7, 3);

  @Test // S3-11, S3-13, S3-52
  void an_addition_credits_the_wallet_from_the_world() {
    Booked booked = addition(alice(usd("10")), usd("5"));
    assertThat(booked.wallet(ALICES).balance(USD).total()).isEqualTo(usd("15"));
    assertThat(booked.entry().type()).isEqualTo(EntryType.ADD);
    assertThat(accounts(booked))
        .containsExactly(Account.of(ALICES), Account.house(Account.Kind.CASH_IN));
    assertThat(amounts(booked)).containsExactly(usd("5"), usd("-5"));
    Posting.Line line = line(booked, ALICES);
    assertThat(line.type()).isEqualTo(MovementType.CREDIT);
    assertThat(line.balanceAfter()).isEqualTo(usd("15"));
    assertThat(line.seq()).isEqualTo(2);
    assertThat(booked.entry().reference()).isEmpty();
  }

  @Test // S3-11, S3-13, S3-52
  void a_deduction_debits_the_wallet() {
    Booked booked = deduction(alice(usd("10")), usd("4"));
    assertThat(booked.wallet(ALICES).balance(USD).total()).isEqualTo(usd("6"));
    assertThat(amounts(booked)).containsExactly(usd("-4"), usd("4"));
    assertThat(line(booked, ALICES).type()).isEqualTo(MovementType.DEBIT);
    assertThat(line(booked, ALICES).balanceAfter()).isEqualTo(usd("6"));
  }

  @Test // S3-11, S3-12, S3-35
  void a_transfer_is_two_lines_that_refer_to_each_other() {
    Booked booked = transfer();
    JournalEntry entry = booked.entry();
    assertThat(entry.id()).isEqualTo(new EntryId(ENTRY));
    assertThat(entry.reference()).contains(ENTRY);
    assertThat(entry.payer()).contains(ALICES.value());
    assertThat(entry.payee()).contains(BOBS.value());
    assertThat(entry.postings())
        .containsExactly(
            new Posting(
                Account.of(ALICES),
                usd("-30"),
                Optional.of(
                    new Posting.Line(
                        FIRST_LINE, 2, MovementType.TRANSFER_OUT, usd("70"), LATER.at()))),
            new Posting(
                Account.of(BOBS),
                usd("30"),
                Optional.of(
                    new Posting.Line(
                        SECOND_LINE, 1, MovementType.TRANSFER_IN, usd("30"), LATER.at()))));
  }

  @Test // S3-12, S3-35
  void both_wallets_of_a_transfer_tell_of_it() {
    Booked booked = transfer();
    assertThat(booked.wallets().get(ALICES).events())
        .containsExactly(
            moved(ALICES, FIRST_LINE, MovementType.TRANSFER_OUT, usd("30"), usd("70")));
    assertThat(booked.wallets().get(BOBS).events())
        .containsExactly(moved(BOBS, SECOND_LINE, MovementType.TRANSFER_IN, usd("30"), usd("30")));
    assertThat(booked.wallet(ALICES).version()).isEqualTo(3);
    assertThat(booked.wallet(BOBS).version()).isEqualTo(2);
  }

  @Test // S3-74
  void a_conversion_moves_money_inside_one_wallet() {
    Booked booked = conversion(alice(usd("10")), usd("10"), eur("9.04"), POLICY);
    Wallet after = booked.wallet(ALICES);
    assertThat(after.balance(USD).total()).isEqualTo(usd("0"));
    assertThat(after.balance(EUR).total()).isEqualTo(eur("9.04"));
    assertThat(after.lines()).isEqualTo(3);
    assertThat(booked.wallets().get(ALICES).events()).hasSize(2);
    assertThat(after.version()).isEqualTo(4);
    assertThat(booked.entry().postings().stream().flatMap(it -> it.line().stream()))
        .extracting(Posting.Line::seq, Posting.Line::type, Posting.Line::balanceAfter)
        .containsExactly(
            tuple(2L, MovementType.DEBIT, usd("0")), tuple(3L, MovementType.CREDIT, eur("9.04")));
    assertThat(booked.entry().payer()).isEmpty();
    assertThat(booked.entry().payee()).isEmpty();
  }

  @Test
  void an_order_is_paid_into_its_escrow() {
    Escrow escrow = Escrow.empty(ORDER, ALICE, USD);
    Booked booked =
        booking(EntryType.ORDER_PAYMENT)
            .referringTo(ORDER.value())
            .take(alice(usd("10")), usd("8"))
            .intoEscrow(escrow, usd("8"))
            .done();
    assertThat(booked.entry().reference()).contains(ORDER.value());
    assertThat(accounts(booked)).containsExactly(Account.of(ALICES), Account.of(ORDER));
    assertThat(escrowOf(booked).left()).isEqualTo(usd("8"));
    assertThat(booked.wallet(ALICES).balance(USD).total()).isEqualTo(usd("2"));
  }

  @Test
  void a_refund_comes_out_of_the_escrow_and_then_out_of_revenue() {
    Escrow escrow = escrow("10", "0", "7");
    Booked booked =
        booking(EntryType.ORDER_REFUND)
            .outOfEscrow(escrow, usd("5"))
            .giveAlways(alice(), usd("5"))
            .done();
    assertThat(accounts(booked))
        .containsExactly(
            Account.of(ORDER), Account.house(Account.Kind.REVENUE), Account.of(ALICES));
    assertThat(amounts(booked)).containsExactly(usd("-3"), usd("-2"), usd("5"));
    assertThat(escrowOf(booked)).isEqualTo(escrow("10", "5", "5"));
  }

  @Test
  void what_is_earned_leaves_the_escrow_for_revenue() {
    Booked booked = booking(EntryType.REVENUE).earn(escrow("10", "4", "0")).done();
    assertThat(accounts(booked))
        .containsExactly(Account.of(ORDER), Account.house(Account.Kind.REVENUE));
    assertThat(amounts(booked)).containsExactly(usd("-6"), usd("6"));
    assertThat(escrowOf(booked)).isEqualTo(escrow("10", "4", "6"));
    assertThat(booked.wallets()).isEmpty();
  }

  @Test
  void held_money_is_claimed_from_what_was_held() {
    HeldFunds held = held(alice(usd("10")), usd("8"));
    Booked booked = capture(held.wallet().state(), held.holds().get(0).state(), usd("5"));
    Balance after = booked.wallet(ALICES).balance(USD);
    assertThat(after.total()).isEqualTo(usd("5"));
    assertThat(after.held()).isEqualTo(usd("3"));
    assertThat(after.available()).isEqualTo(usd("2"));
    assertThat(booked.holds()).hasSize(1);
    assertThat(booked.holds().get(0).state().captured()).isEqualTo(usd("5"));
  }

  @Test // S3-51, S3-58
  void what_does_not_sum_to_zero_cannot_be_booked() {
    Booking short1 = booking(EntryType.ADD).give(alice(), usd("5"));
    assertThatIllegalArgumentException().isThrownBy(short1::done);
    Booking short2 = short1.house(Account.Kind.CASH_IN, usd("-4.99"));
    assertThatIllegalArgumentException().isThrownBy(short2::done);
    Booking mixed =
        booking(EntryType.ADD).give(alice(), usd("5")).house(Account.Kind.CASH_IN, eur("-5"));
    assertThatIllegalArgumentException().isThrownBy(mixed::done);
    assertThatIllegalArgumentException().isThrownBy(() -> booking(EntryType.ADD).done());
  }

  @Test
  void the_house_has_no_wallet_and_no_escrow() {
    Stream.of(Account.Kind.WALLET, Account.Kind.ESCROW)
        .forEach(
            kind ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> booking(EntryType.ADD).house(kind, usd("1"))));
  }

  @Test // S3-72
  void a_movement_keeps_its_category_and_its_reason() {
    Booked booked =
        booking(EntryType.ADD)
            .in(Optional.of("Salary"))
            .because("March")
            .give(alice(), usd("5"))
            .house(Account.Kind.CASH_IN, usd("-5"))
            .done();
    assertThat(booked.entry().category()).contains("Salary");
    assertThat(booked.entry().detail()).contains("March");
    WalletEvent.MoneyMoved told =
        (WalletEvent.MoneyMoved) booked.wallets().get(ALICES).events().get(0);
    assertThat(told.category()).contains("Salary");
  }

  private static Booked transfer() {
    Iterator<UUID> ids = List.of(ENTRY, FIRST_LINE, SECOND_LINE).iterator();
    return Booking.of(EntryType.TRANSFER, ids::next, POLICY, LATER)
        .linked()
        .take(alice(usd("100")), usd("30"))
        .give(bob(), usd("30"))
        .done();
  }

  private static WalletEvent.MoneyMoved moved(
      WalletId wallet, UUID line, MovementType movement, Money amount, Money after) {
    return new WalletEvent.MoneyMoved(
        wallet,
        line,
        movement,
        EntryType.TRANSFER,
        amount,
        after,
        Optional.of(ENTRY),
        Optional.empty());
  }

  private static Posting.Line line(Booked booked, WalletId wallet) {
    return booked.entry().of(Account.of(wallet)).flatMap(Posting::line).orElseThrow();
  }

  private static List<Account> accounts(Booked booked) {
    return booked.entry().postings().stream().map(Posting::account).toList();
  }

  private static List<Money> amounts(Booked booked) {
    return booked.entry().postings().stream().map(Posting::amount).toList();
  }

  private static Escrow escrowOf(Booked booked) {
    assertThat(booked.escrows()).hasSize(1);
    Change<Escrow> change = booked.escrows().get(0);
    assertThat(change.events()).hasSize(1);
    return new Escrow(
        change.state().orderId(),
        change.state().userId(),
        change.state().captured(),
        change.state().refunded(),
        change.state().earned(),
        1);
  }

  private static Escrow escrow(String captured, String refunded, String earned) {
    return new Escrow(ORDER, ALICE, usd(captured), usd(refunded), usd(earned), 1);
  }
}
