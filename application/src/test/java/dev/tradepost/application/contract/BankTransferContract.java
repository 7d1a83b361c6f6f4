package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Once;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransfer.Direction;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.BankTransferStatus;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.HoldStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deposits and withdrawals through a bank with every answer it can give. */
public abstract class BankTransferContract extends BankContract {
  private static final Once ONCE = new Once("alice POST deposits", "key-1", "100");

  private void ended(BankTransfer transfer, BankTransferStatus status) {
    assertThat(now(transfer).status()).isEqualTo(status);
    assertThat(now(transfer).dueAt()).isEmpty();
    Object before = everything();
    int calls = bank().sends() + bank().lookUps();
    sweepAfter(Duration.ofDays(1));
    assertThat(everything()).isEqualTo(before);
    assertThat(bank().sends() + bank().lookUps()).isEqualTo(calls);
    historyIsSound(wallet());
  }

  private void hasMoved(BankTransfer transfer, EntryType kind, String balanceAfter) {
    Transaction line = history(wallet()).get(0);
    assertThat(line.kind()).isEqualTo(kind);
    assertThat(line.referenceId()).contains(transfer.id().value());
    assertThat(line.amount()).isEqualTo(usd("40"));
    assertThat(line.balanceAfter()).isEqualTo(usd(balanceAfter));
    assertThat(history(wallet())).as("moved once").hasSize(2);
    assertThat(available(wallet())).isEqualTo(usd(balanceAfter));
  }

  @Test // S3-66
  void what_the_bank_does_at_once_is_in_the_wallet_at_once() {
    BankTransfer in = deposit("success");
    hasMoved(in, EntryType.DEPOSIT, "140");
    ended(in, BankTransferStatus.SUCCEEDED);
    assertThat(bank().sends()).isEqualTo(1);
  }

  @Test // S3-66
  void a_withdrawal_leaves_the_wallet_through_its_hold() {
    BankTransfer out = withdraw("success");
    hasMoved(out, EntryType.WITHDRAWAL, "60");
    assertThat(hold(out).status()).isEqualTo(HoldStatus.CAPTURED);
    ended(out, BankTransferStatus.SUCCEEDED);
  }

  @Test // S3-66
  void what_the_bank_declines_moves_nothing_and_frees_the_money() {
    ended(deposit("declined"), BankTransferStatus.DECLINED);
    BankTransfer out = withdraw("declined");
    assertThat(hold(out).status()).isEqualTo(HoldStatus.RELEASED);
    assertThat(available(wallet())).isEqualTo(usd("100"));
    ended(out, BankTransferStatus.DECLINED);
    ended(deposit("some account"), BankTransferStatus.DECLINED);
    assertThat(bank().sends()).isEqualTo(3);
    assertThat(history(wallet())).hasSize(1);
  }

  @Test // S3-66, S3-76
  void a_bank_that_is_not_reached_is_tried_five_times_ever_later_and_then_given_up() {
    BankTransfer out = withdraw("timeout");
    for (int tried = 1; tried < BankTransfer.MAX_ATTEMPTS; tried++) {
      assertThat(now(out).status()).isEqualTo(BankTransferStatus.RETRYING);
      assertThat(now(out).attempts()).isEqualTo(tried).isEqualTo(bank().sends());
      assertThat(available(wallet())).isEqualTo(usd("60"));
      Duration pause = Duration.ofSeconds(1L << tried);
      assertThat(now(out).dueAt()).contains(clock.instant().plus(pause));
      sweepAfter(pause.minusMillis(1));
      assertThat(bank().sends()).as("not yet due").isEqualTo(tried);
      sweepAfter(Duration.ofMillis(1));
    }
    assertThat(bank().sends()).isEqualTo(BankTransfer.MAX_ATTEMPTS);
    assertThat(hold(out).status()).isEqualTo(HoldStatus.RELEASED);
    assertThat(available(wallet())).isEqualTo(usd("100"));
    ended(out, BankTransferStatus.FAILED);
  }

  @Test // S3-66, S3-76
  void a_bank_that_is_reached_the_third_time_is_sent_it_three_times() {
    BankTransfer in = deposit("flaky");
    sweepAfter(Duration.ofMinutes(1));
    sweepAfter(Duration.ofMinutes(1));
    hasMoved(in, EntryType.DEPOSIT, "140");
    assertThat(bank().sends()).isEqualTo(3);
    assertThat(bank().lookUps()).isZero();
    ended(in, BankTransferStatus.SUCCEEDED);
  }

  @Test // S3-66, S3-54
  void what_may_have_happened_is_looked_up_and_never_sent_again() {
    BankTransfer out = withdraw("unknown");
    assertThat(out.status()).isEqualTo(BankTransferStatus.UNKNOWN);
    assertThat(available(wallet())).isEqualTo(usd("60"));

    sweepAfter(Duration.ofMinutes(1));

    hasMoved(out, EntryType.WITHDRAWAL, "60");
    assertThat(bank().sends()).isEqualTo(1);
    assertThat(bank().lookUps()).isEqualTo(1);
    ended(out, BankTransferStatus.SUCCEEDED);
  }

  @Test // S3-66, S3-76
  void a_bank_that_answers_late_is_asked_until_it_knows() {
    BankTransfer in = deposit("late");
    for (int asked = 1; asked <= 3; asked++) {
      assertThat(now(in).status()).isEqualTo(BankTransferStatus.UNKNOWN);
      assertThat(balance(wallet())).isEqualTo(usd("100"));
      sweepAfter(Duration.ofMinutes(1));
      assertThat(bank().lookUps()).isEqualTo(asked);
    }
    hasMoved(in, EntryType.DEPOSIT, "140");
    assertThat(bank().sends()).isEqualTo(1);
    ended(in, BankTransferStatus.SUCCEEDED);
  }

  @Test // S3-66, S3-76, S3-54
  void who_dies_after_sending_has_sent_it_once() {
    bank().crashOnce();
    assertThatThrownBy(() -> asked(Optional.of(ONCE), asking(Direction.WITHDRAWAL, "success")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(available(wallet())).isEqualTo(usd("60"));

    Asked again = asked(Optional.of(ONCE), asking(Direction.WITHDRAWAL, "success"));
    assertThat(again.replayed()).isTrue();
    assertThat(again.transfer().status()).isEqualTo(BankTransferStatus.SENDING);
    sweepAfter(Duration.ofSeconds(30).minusMillis(1));
    assertThat(bank().lookUps()).isZero();
    sweepAfter(Duration.ofMillis(1));

    assertThat(bank().sends()).isEqualTo(1);
    assertThat(bank().lookUps()).isEqualTo(1);
    hasMoved(again.transfer(), EntryType.WITHDRAWAL, "60");
    ended(again.transfer(), BankTransferStatus.SUCCEEDED);
  }

  @Test // S3-66, S3-76
  void who_dies_before_sending_is_followed_by_the_sweep_or_by_the_same_request() {
    BankTransferId left = execute(ALICE, asking(Direction.DEPOSIT, "success"));
    useCases()
        .executeOnce(
            ALICE,
            Optional.of(ONCE),
            asking(Direction.WITHDRAWAL, "success"),
            id -> id.value().toString());
    assertThat(bank().sends()).isZero();

    Asked again = asked(Optional.of(ONCE), asking(Direction.WITHDRAWAL, "success"));
    assertThat(again.replayed()).isTrue();
    assertThat(again.transfer().status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    sweepAfter(Duration.ofSeconds(30));

    assertThat(now(left).status()).isEqualTo(BankTransferStatus.SUCCEEDED);
    assertThat(bank().sends()).isEqualTo(2);
    assertThat(balance(wallet())).isEqualTo(usd("100"));
  }

  @Test // S3-64, S3-66, S3-68
  void the_same_deposit_sent_twice_comes_in_once() {
    asked(Optional.of(ONCE), asking(Direction.DEPOSIT, "success"));
    Object before = everything();
    Asked again = asked(Optional.of(ONCE), asking(Direction.DEPOSIT, "success"));
    assertThat(again.replayed()).isTrue();
    assertThat(everything()).isEqualTo(before);
    assertThat(bank().sends()).isEqualTo(1);
  }

  @Test // S3-46, S3-64, S3-66
  void many_requests_and_sweeps_at_once_move_the_money_once() {
    for (String account : List.of("flaky", "unknown", "late", "success")) {
      int sendsBefore = bank().sends();
      long balanceBefore = balance(wallet()).minor();
      Once once = new Once(ONCE.scope(), account, "body");
      Crowd<Asked> crowd =
          Crowd.atOnce(6, i -> asked(Optional.of(once), asking(Direction.DEPOSIT, account)));
      for (int round = 0; round < 4; round++) {
        clock.advance(Duration.ofMinutes(1));
        Crowd.atOnce(
            4,
            i -> {
              sweep();
              return i;
            });
      }
      BankTransfer transfer = now(crowd.done().get(0).transfer());
      assertThat(transfer.status()).isEqualTo(BankTransferStatus.SUCCEEDED);
      assertThat(balance(wallet()).minor()).as(account).isEqualTo(balanceBefore + 4_000);
      assertThat(bank().sends() - sendsBefore).as(account).isEqualTo(transfer.attempts());
    }
    historyIsSound(wallet());
  }
}
