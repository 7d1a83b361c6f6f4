package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.BankTransferStatus.FAILED;
import static dev.tradepost.domain.wallet.BankTransferStatus.REQUESTED;
import static dev.tradepost.domain.wallet.BankTransferStatus.RETRYING;
import static dev.tradepost.domain.wallet.BankTransferStatus.SENDING;
import static dev.tradepost.domain.wallet.BankTransferStatus.UNKNOWN;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.HOLD;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.NO_CREDITS;
import static dev.tradepost.domain.wallet.WalletFixture.NO_DEBITS;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BankTransferTest {
  private static final BankTransferId ID = new BankTransferId(new UUID(8, 1));
  private static final Instant T = LATER.at();

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          REQUESTED  SEND     SENDING
          SENDING    SUCCEED  SUCCEEDED
          SENDING    DECLINE  DECLINED
          SENDING    RETRY    RETRYING
          SENDING    GIVE_UP  FAILED
          SENDING    LOSE     UNKNOWN
          RETRYING   SEND     SENDING
          UNKNOWN    SUCCEED  SUCCEEDED
          UNKNOWN    DECLINE  DECLINED
          UNKNOWN    RETRY    RETRYING
          UNKNOWN    GIVE_UP  FAILED
          UNKNOWN    LOSE     UNKNOWN
          """);

  static Stream<Pair<BankTransferStatus, BankTransferAction>> pairs() {
    return LifecycleTable.pairs(BankTransfer.LIFECYCLE, BankTransferAction.values());
  }

  @ParameterizedTest // S3-66, S3-76
  @MethodSource("pairs")
  void a_bank_transfer_moves_only_as_its_table_says(
      Pair<BankTransferStatus, BankTransferAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(BankTransfer.LIFECYCLE.states())
        .containsExactlyInAnyOrder(BankTransferStatus.values());
  }

  @Test // S3-66
  void a_deposit_is_written_down_before_the_bank_is_asked() {
    Change<BankTransfer> requested = request(alice(), Optional.empty());
    BankTransfer deposit = requested.state();
    assertThat(deposit.direction()).isEqualTo(BankTransfer.Direction.DEPOSIT);
    assertThat(deposit.status()).isEqualTo(REQUESTED);
    assertThat(deposit.attempts()).isZero();
    assertThat(deposit.lookUps()).isZero();
    assertThat(deposit.lastAnswer()).isEmpty();
    assertThat(deposit.dueAt()).contains(T.plusSeconds(30));
    assertThat(deposit.version()).isEqualTo(1);
    assertThat(deposit.owner()).contains(ALICE);
    assertThat(deposit.aggregateId()).isEqualTo(ID.toString());
    assertThat(requested.events())
        .containsExactly(
            new BankTransferEvent.Requested(ID, ALICES, BankTransfer.Direction.DEPOSIT, usd("50")));
  }

  @Test // S3-66
  void a_withdrawal_is_a_bank_transfer_with_a_hold() {
    BankTransfer withdrawal = request(alice(), Optional.of(HOLD)).state();
    assertThat(withdrawal.direction()).isEqualTo(BankTransfer.Direction.WITHDRAWAL);
    assertThat(withdrawal.hold()).contains(HOLD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(REQUESTED, BankTransfer.Direction.DEPOSIT, Optional.of(HOLD)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(REQUESTED, BankTransfer.Direction.WITHDRAWAL, Optional.empty()));
  }

  @Test // S3-66, S3-75
  void a_deposit_into_a_wallet_that_takes_none_is_refused() {
    Wallet frozen = alice().freeze(NO_CREDITS, LATER).state();
    assertThat(reasonOf(() -> request(frozen, Optional.empty())))
        .isEqualTo(WalletReason.WALLET_FROZEN);
    Wallet closed = alice().close(LATER).state();
    assertThat(reasonOf(() -> request(closed, Optional.empty())))
        .isEqualTo(WalletReason.WALLET_CLOSED);
    request(alice().freeze(NO_DEBITS, LATER).state(), Optional.empty());
  }

  @Test // S3-42, S3-45
  void a_bank_transfer_names_an_amount_above_zero_and_an_account() {
    assertThat(reasonOf(() -> request("0", "token"))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> request("-1", "token"))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(refusalOf(() -> request("1", " ")).field()).contains("bankAccount");
    assertThat(refusalOf(() -> request("1", "x".repeat(65))).field()).contains("bankAccount");
    assertThat(request("1", "x".repeat(64)).state().bankAccount()).hasSize(64);
  }

  @ParameterizedTest // S3-66, S3-76
  @CsvSource({
    "DONE, SUCCEEDED, -1",
    "DECLINED, DECLINED, -1",
    "NOT_SENT, RETRYING, 2",
    "UNKNOWN, UNKNOWN, 2",
  })
  void each_answer_of_the_bank_leads_to_a_state(
      BankAnswer answer, BankTransferStatus status, long pause) {
    Change<BankTransfer> sent = request(alice(), Optional.empty()).state().send(LATER);
    checkMove(sent, REQUESTED, SENDING, 1, 2);
    assertThat(sent.state().dueAt()).contains(T.plusSeconds(30));
    Change<BankTransfer> heard = sent.state().answered(answer, LATER);
    checkMove(heard, SENDING, status, 1, 3);
    assertThat(heard.state().lastAnswer()).contains(answer);
    assertThat(heard.state().lookUps()).isZero();
    assertThat(heard.state().dueAt())
        .isEqualTo(pause < 0 ? Optional.empty() : Optional.of(T.plusSeconds(pause)));
    assertThat(heard.state().inProgress()).isEqualTo(pause >= 0);
  }

  @Test // S3-76
  void what_did_not_reach_the_bank_is_sent_again_after_doubled_pauses_and_then_given_up() {
    BankTransfer transfer = request(alice(), Optional.empty()).state();
    for (int attempt = 1; attempt < BankTransfer.MAX_ATTEMPTS; attempt++) {
      transfer = transfer.send(LATER).then(it -> it.answered(BankAnswer.NOT_SENT, LATER)).state();
      assertThat(transfer.status()).isEqualTo(RETRYING);
      assertThat(transfer.maySend()).isTrue();
      assertThat(transfer.attempts()).isEqualTo(attempt);
      assertThat(transfer.dueAt()).contains(T.plusSeconds(1L << attempt));
    }
    Change<BankTransfer> last =
        transfer.send(LATER).then(it -> it.answered(BankAnswer.NOT_SENT, LATER));
    assertThat(last.state().status()).isEqualTo(FAILED);
    assertThat(last.state().attempts()).isEqualTo(5).isEqualTo(BankTransfer.MAX_ATTEMPTS);
    assertThat(last.state().dueAt()).isEmpty();
    assertThat(last.state().version()).isEqualTo(1 + 2L * BankTransfer.MAX_ATTEMPTS);
  }

  @ParameterizedTest // S3-76
  @CsvSource({"1, 2", "2, 4", "3, 8", "4, 16", "5, 32", "11, 2048", "12, 3600", "2147483647, 3600"})
  void a_pause_doubles_up_to_an_hour(int tries, long seconds) {
    assertThat(BankTransfer.pauseAfter(tries)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test // S3-66, S3-76
  void what_may_have_happened_is_asked_for_and_never_sent_again() {
    BankTransfer unknown = unknown();
    for (int lookUp = 1; lookUp <= 20; lookUp++) {
      assertThat(unknown.maySend()).isFalse();
      BankTransfer asked = unknown;
      assertThat(reasonOf(() -> asked.send(LATER))).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      unknown = asked.lookedUp(BankAnswer.UNKNOWN, LATER).state();
      assertThat(unknown.status()).isEqualTo(UNKNOWN);
      assertThat(unknown.lookUps()).isEqualTo(lookUp);
      assertThat(unknown.attempts()).isEqualTo(1);
      assertThat(unknown.dueAt()).contains(T.plus(BankTransfer.pauseAfter(lookUp)));
    }
  }

  @ParameterizedTest // S3-66, S3-76
  @CsvSource({"DONE, SUCCEEDED", "DECLINED, DECLINED", "NOT_SENT, RETRYING", "UNKNOWN, UNKNOWN"})
  void each_answer_to_the_question_what_became_of_it_leads_to_a_state(
      BankAnswer answer, BankTransferStatus status) {
    Change<BankTransfer> heard = unknown().lookedUp(answer, LATER);
    checkMove(heard, UNKNOWN, status, 1, 4);
    assertThat(heard.state().lookUps()).isEqualTo(1);
    assertThat(heard.state().lastAnswer()).contains(answer);
    assertThat(heard.state().maySend()).isEqualTo(status == RETRYING);
  }

  @Test // S3-76
  void the_last_attempt_that_turns_out_not_sent_is_given_up() {
    BankTransfer transfer = request(alice(), Optional.empty()).state();
    for (int attempt = 1; attempt < BankTransfer.MAX_ATTEMPTS; attempt++) {
      transfer = transfer.send(LATER).then(it -> it.answered(BankAnswer.NOT_SENT, LATER)).state();
    }
    Change<BankTransfer> lost =
        transfer.send(LATER).then(it -> it.answered(BankAnswer.UNKNOWN, LATER));
    assertThat(lost.state().status()).isEqualTo(UNKNOWN);
    BankTransfer ended = lost.state().lookedUp(BankAnswer.NOT_SENT, LATER).state();
    assertThat(ended.status()).isEqualTo(FAILED);
    assertThat(ended.inProgress()).isFalse();
  }

  @ParameterizedTest // S3-66
  @EnumSource(
      value = BankTransferStatus.class,
      names = {"SUCCEEDED", "DECLINED", "FAILED"})
  void what_has_ended_hears_no_answer(BankTransferStatus status) {
    BankTransfer ended = in(status, BankTransfer.Direction.DEPOSIT, Optional.empty());
    assertThat(ended.maySend()).isFalse();
    for (BankAnswer answer : BankAnswer.values()) {
      assertThat(reasonOf(() -> ended.answered(answer, LATER)))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(reasonOf(() -> ended.lookedUp(answer, LATER)))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  private static void checkMove(
      Change<BankTransfer> change,
      BankTransferStatus from,
      BankTransferStatus to,
      int attempts,
      long version) {
    assertThat(change.state().status()).isEqualTo(to);
    assertThat(change.state().attempts()).isEqualTo(attempts);
    assertThat(change.state().version()).isEqualTo(version);
    assertThat(change.events())
        .containsExactly(new BankTransferEvent.StatusChanged(ID, ALICES, from, to, attempts));
  }

  private static BankTransfer unknown() {
    return request(alice(), Optional.empty())
        .then(it -> it.send(LATER))
        .then(it -> it.answered(BankAnswer.UNKNOWN, LATER))
        .state();
  }

  private static Change<BankTransfer> request(Wallet wallet, Optional<HoldId> hold) {
    return BankTransfer.request(ID, wallet, usd("50"), "token", hold, LATER);
  }

  private static Change<BankTransfer> request(String dollars, String account) {
    return BankTransfer.request(ID, alice(), usd(dollars), account, Optional.empty(), LATER);
  }

  private static BankTransfer in(
      BankTransferStatus status, BankTransfer.Direction direction, Optional<HoldId> hold) {
    return new BankTransfer(
        ID,
        direction,
        ALICES,
        ALICE,
        usd("50"),
        "token",
        hold,
        status,
        1,
        0,
        Optional.empty(),
        Optional.empty(),
        T,
        T,
        1);
  }
}
