package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.process.SettleBankTransfers;
import dev.tradepost.application.wallet.BankStep;
import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.LimitWallet;
import dev.tradepost.application.wallet.NextBankStep;
import dev.tradepost.application.wallet.RecordBankAnswer;
import dev.tradepost.application.wallet.ReleaseHold;
import dev.tradepost.application.wallet.RequestBankTransfer;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransfer.Direction;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.BankTransferStatus;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.domain.wallet.WalletStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a wallet allows between it and a bank, and what reaches it all the same. */
public abstract class BankRulesContract extends BankContract {

  @Test // S3-66, S3-28
  void what_cannot_be_spent_cannot_be_withdrawn_and_the_bank_is_not_asked() {
    execute(ALICE, deducting(wallet(), "60.01"));
    refused(ALICE, asking(Direction.WITHDRAWAL, "success"), WalletReason.INSUFFICIENT_FUNDS);
    add(wallet(), "100");
    freeze(wallet(), true, false);
    refused(ALICE, asking(Direction.WITHDRAWAL, "success"), WalletReason.WALLET_FROZEN);
    freeze(wallet(), false, true);
    refused(ALICE, asking(Direction.DEPOSIT, "success"), WalletReason.WALLET_FROZEN);
    assertThat(bank().sends()).isZero();
  }

  @Test // S3-66, S3-24, S3-27
  void amounts_and_accounts_must_make_sense() {
    for (Direction direction : Direction.values()) {
      refused(
          ALICE,
          new RequestBankTransfer(wallet(), direction, amount("0"), "success"),
          SharedReason.AMOUNT_NOT_POSITIVE);
      refused(
          ALICE,
          new RequestBankTransfer(wallet(), direction, amount("0.001"), "success"),
          SharedReason.AMOUNT_OFF_GRID);
      refused(ALICE, asking(direction, " "), SharedReason.UNREADABLE_TEXT);
    }
  }

  @Test // S3-65, S3-66, S3-69
  void a_withdrawal_counts_for_the_limits_from_the_moment_it_is_asked_for() {
    Optional<BigDecimal> fifty = Optional.of(new BigDecimal("50"));
    execute(
        CLERK,
        new LimitWallet(
            wallet(), Optional.empty(), Optional.empty(), fifty, Optional.empty(), ANY_VERSION));
    withdraw("unknown");
    refused(ALICE, deducting(wallet(), "10.01"), WalletReason.LIMIT_EXCEEDED);
    sweepAfter(Duration.ofMinutes(1));
    refused(ALICE, deducting(wallet(), "10.01"), WalletReason.LIMIT_EXCEEDED);
    execute(ALICE, deducting(wallet(), "10"));
  }

  @Test // S3-66, S3-54
  void money_on_its_way_to_a_bank_is_neither_let_go_nor_claimed_by_hand() {
    BankTransfer out = withdraw("unknown");
    ReleaseHold release = new ReleaseHold(out.hold().orElseThrow());
    CaptureHold capture = new CaptureHold(out.hold().orElseThrow(), Optional.empty());
    refused(ALICE, release, SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, release, SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, capture, SharedReason.TRANSITION_NOT_ALLOWED);

    sweepAfter(Duration.ofMinutes(1));

    assertThat(now(out).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    assertThat(balance(wallet())).isEqualTo(usd("60"));
    refused(ALICE, release, SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S3-66, S3-75
  void a_deposit_that_the_bank_has_made_reaches_a_frozen_wallet() {
    BankTransfer in = deposit("unknown");
    freeze(wallet(), true, true);
    sweepAfter(Duration.ofMinutes(1));
    assertThat(now(in).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    assertThat(balance(wallet())).isEqualTo(usd("140"));
    assertThat(seen(wallet()).status()).isEqualTo(WalletStatus.FROZEN);
  }

  @Test // S3-66, S3-75
  void a_deposit_that_the_bank_has_made_opens_a_closed_wallet_again() {
    BankTransfer in = deposit("unknown");
    execute(ALICE, deducting(wallet(), "100"));
    close(wallet());
    sweepAfter(Duration.ofMinutes(1));
    assertThat(now(in).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    assertThat(balance(wallet())).isEqualTo(usd("40"));
    assertThat(seen(wallet()).status()).isEqualTo(WalletStatus.ACTIVE);
    historyIsSound(wallet());
  }

  @Test // S3-66, S3-75
  void a_withdrawal_under_way_ends_though_the_wallet_was_frozen_meanwhile() {
    BankTransfer out = withdraw("late");
    BankTransfer failing = withdraw("timeout");
    freeze(wallet(), true, true);
    for (int i = 0; i < BankTransfer.MAX_ATTEMPTS; i++) {
      sweepAfter(Duration.ofMinutes(1));
    }
    assertThat(now(out).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    assertThat(now(failing).status()).isEqualTo(BankTransferStatus.FAILED);
    assertThat(hold(failing).status()).isEqualTo(HoldStatus.RELEASED);
    assertThat(available(wallet())).isEqualTo(usd("60")).isEqualTo(balance(wallet()));
  }

  @Test // S3-66, S3-76
  void a_transfer_that_fails_stops_no_other_and_is_taken_on_the_next_time() {
    BankTransfer first = deposit("unknown");
    clock.advance(Duration.ofSeconds(1));
    BankTransfer second = deposit("unknown");
    clock.advance(Duration.ofMinutes(1));
    bank().crashOnce();
    List<BankTransferId> failed = new ArrayList<>();

    new SettleBankTransfers(useCases(), views().wallets(), bank())
        .sweep(clock.instant(), (id, failure) -> failed.add(id));

    assertThat(failed).as("the longest due goes first").containsExactly(first.id());
    assertThat(now(first).status()).isEqualTo(BankTransferStatus.UNKNOWN);
    assertThat(now(second).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    sweep();
    assertThat(now(first).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    assertThat(balance(wallet())).isEqualTo(usd("180"));
  }

  @Test // S3-54, S3-66
  void an_answer_to_an_earlier_question_or_one_given_twice_changes_nothing() {
    Actor house = Actor.system();
    BankTransferId id = execute(ALICE, asking(Direction.WITHDRAWAL, "flaky"));
    BankStep first = execute(house, new NextBankStep(id, true));
    execute(house, new RecordBankAnswer(first, BankAnswer.NOT_SENT));
    clock.advance(Duration.ofMinutes(1));
    BankStep second = execute(house, new NextBankStep(id, false));
    assertThat(second.kind()).isEqualTo(BankStep.Kind.SEND);

    execute(house, new RecordBankAnswer(first, BankAnswer.DECLINED));
    assertThat(now(id)).isEqualTo(second.transfer());
    assertThat(available(wallet())).isEqualTo(usd("60"));

    execute(house, new RecordBankAnswer(second, BankAnswer.DONE));
    BankTransfer done = now(id);
    execute(house, new RecordBankAnswer(second, BankAnswer.DECLINED));
    execute(house, new RecordBankAnswer(second, BankAnswer.DONE));
    assertThat(now(id)).isEqualTo(done);
    assertThat(balance(wallet())).isEqualTo(usd("60")).isEqualTo(available(wallet()));
  }

  @Test // S3-47, S3-66
  void a_deposit_is_there_for_its_owner_and_for_staff() {
    BankTransfer in = deposit("success");
    assertThat(views().wallets().bankTransfer(in.id(), BOB)).isEmpty();
    assertThat(views().wallets().bankTransfer(in.id(), CLERK)).contains(now(in));
    refused(BOB, asking(Direction.WITHDRAWAL, "success"), WalletReason.WALLET_NOT_FOUND);
  }
}
