package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.application.process.SendMoney;
import dev.tradepost.application.wallet.ConfirmApproval;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.ApprovalStatus;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.domain.wallet.WalletReason;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large transfers wait for a code that only their owner is told. */
public abstract class ApprovalContract extends MoneyContract {
  private static final Once ONCE = new Once("alice POST /wallet/transfer", "key-1", "to bob");
  private static final long SEED = 7;

  private Letters letters;
  private WalletId alices;
  private WalletId bobs;

  @BeforeEach
  void openAShopThatAsksForCodes() {
    WalletPolicy plain = WalletPolicy.standard();
    open(
        shop(
            new WalletPolicy(
                plain.zone(),
                plain.limits(),
                Optional.of(usd("100")),
                plain.fraudRules(),
                plain.rates())),
        new Random(SEED));
    letters = new Letters();
    alices = wallet(ALICE, "1000");
    bobs = wallet(BOB);
  }

  private Answer send(Actor actor, Optional<Once> once, TransferMoney transfer) {
    return new SendMoney(useCases(), letters)
        .send(actor, once, transfer, ApprovalContract::rendered);
  }

  /** The id of what waits, or nothing where it is done. */
  private static String rendered(TransferOutcome outcome) {
    return outcome instanceof TransferOutcome.Waiting waiting
        ? waiting.approval().id().toString()
        : "";
  }

  /** Sends so much to Bob, which must wait. */
  private Approval waiting(String major) {
    Answer answer = send(ALICE, Optional.empty(), moving(alices, bobs, major));
    return approval(new ApprovalId(UUID.fromString(answer.text())));
  }

  private Approval approval(ApprovalId id) {
    return views().wallets().approval(id, ALICE).orElseThrow();
  }

  private static ConfirmApproval confirming(Approval approval, String code) {
    return new ConfirmApproval(approval.id(), Optional.of(code));
  }

  private void wrong(Approval approval, String code) {
    TransferOutcome outcome = execute(ALICE, confirming(approval, code));
    assertThat(outcome).isInstanceOf(TransferOutcome.Refused.class);
    assertThat(((TransferOutcome.Refused) outcome).rejection().reason())
        .isEqualTo(WalletReason.WRONG_CODE);
  }

  /** Six digits, but not these. */
  private static String other(String code) {
    return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
  }

  @Test // S3-70
  void a_transfer_up_to_the_threshold_is_made_at_once() {
    assertThat(send(ALICE, Optional.empty(), moving(alices, bobs, "100")).text()).isEmpty();
    assertThat(balance(bobs)).isEqualTo(usd("100"));
    assertThat(letters.all()).isEmpty();
  }

  @Test // S3-70
  void a_larger_one_moves_nothing_until_its_code_is_given_and_then_once() {
    Approval approval = waiting("100.01");
    assertThat(approval.status()).isEqualTo(ApprovalStatus.WAITING);
    assertThat(approval.approver()).isEqualTo(Approval.Approver.OWNER);
    assertThat(available(alices)).isEqualTo(usd("1000"));
    assertThat(history(bobs)).isEmpty();
    assertThat(letters.last().to()).isEqualTo(ALICE.userId());

    TransferOutcome made = execute(ALICE, confirming(approval, letters.last().code()));

    assertThat(((TransferOutcome.Done) made).transaction()).isEqualTo(history(alices).get(0));
    assertThat(balance(bobs)).isEqualTo(usd("100.01"));
    assertThat(approval(approval.id()).status()).isEqualTo(ApprovalStatus.CONFIRMED);
    refused(ALICE, confirming(approval, letters.last().code()), WalletReason.APPROVAL_ENDED);
    historyIsSound(alices);
  }

  @Test // S3-70
  void after_three_wrong_codes_the_right_one_is_too_late() {
    Approval approval = waiting("500");
    String right = letters.last().code();
    wrong(approval, other(right));
    wrong(approval, "x");
    assertThat(approval(approval.id()).wrongCodes()).isEqualTo(2);
    assertThat(approval(approval.id()).status()).isEqualTo(ApprovalStatus.WAITING);
    wrong(approval, right + " ");

    assertThat(approval(approval.id()).status()).isEqualTo(ApprovalStatus.REJECTED);
    refused(ALICE, confirming(approval, right), WalletReason.APPROVAL_ENDED);
    assertThat(balance(bobs)).isEqualTo(usd("0"));
  }

  @Test // S3-70
  void a_missing_code_is_no_wrong_one() {
    Approval approval = waiting("500");
    ConfirmApproval without = new ConfirmApproval(approval.id(), Optional.empty());
    refused(ALICE, without, SharedReason.UNREADABLE_TEXT);
    refused(CLERK, without, SharedReason.UNREADABLE_TEXT);
    refused(ALICE, confirming(approval, " "), SharedReason.UNREADABLE_TEXT);
    assertThat(approval(approval.id()).wrongCodes()).isZero();
  }

  @Test // S3-70
  void a_code_is_good_for_five_minutes() {
    Approval late = waiting("500");
    String lateCode = letters.last().code();
    Approval inTime = waiting("200");
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    execute(ALICE, confirming(inTime, letters.last().code()));
    clock.advance(Duration.ofMillis(1));

    refused(ALICE, confirming(late, lateCode), WalletReason.APPROVAL_ENDED);
    refused(ALICE, confirming(late, other(lateCode)), WalletReason.APPROVAL_ENDED);
    assertThat(balance(bobs)).isEqualTo(usd("200"));
  }

  @Test // S3-70
  void a_code_is_good_for_its_own_transfer_only() {
    Approval small = waiting("101");
    String smallCode = letters.last().code();
    Approval large = waiting("900");
    String largeCode = letters.last().code();
    assertThat(largeCode).as("seed %d", SEED).isNotEqualTo(smallCode);

    wrong(large, smallCode);
    execute(ALICE, confirming(small, smallCode));

    assertThat(balance(bobs)).isEqualTo(usd("101"));
    assertThat(approval(large.id()).status()).isEqualTo(ApprovalStatus.WAITING);
  }

  @Test // S3-70, S3-54
  void all_other_rules_are_asked_again_when_the_code_is_given() {
    Approval approval = waiting("900");
    String code = letters.last().code();
    transfer(CLERK, alices, bobs, "200");
    refused(ALICE, confirming(approval, code), WalletReason.INSUFFICIENT_FUNDS);
    add(alices, "100");
    freeze(bobs, false, true);
    refused(ALICE, confirming(approval, code), WalletReason.WALLET_FROZEN);
    freeze(bobs, true, false);

    execute(ALICE, confirming(approval, code));

    assertThat(balance(alices)).isEqualTo(usd("0"));
    assertThat(balance(bobs)).isEqualTo(usd("1100"));
  }

  @Test // S3-47, S3-70
  void an_approval_is_there_for_its_owner_only() {
    Approval approval = waiting("500");
    ConfirmApproval confirming = confirming(approval, letters.last().code());
    refused(BOB, confirming, WalletReason.APPROVAL_NOT_FOUND);
    assertThat(views().wallets().approval(approval.id(), BOB)).isEmpty();
    refused(
        CLERK,
        new ConfirmApproval(new ApprovalId(NOBODYS.value()), Optional.of("123456")),
        WalletReason.APPROVAL_NOT_FOUND);
  }

  @Test // S3-64, S3-68, S3-70
  void the_code_is_told_once_and_is_in_no_answer() {
    Answer first = send(ALICE, Optional.of(ONCE), moving(alices, bobs, "500"));
    Object before = everything();
    Answer second = send(ALICE, Optional.of(ONCE), moving(alices, bobs, "500"));

    assertThat(letters.all()).hasSize(1);
    assertThat(second).isEqualTo(new Answer(first.text(), true));
    assertThat(everything()).isEqualTo(before);
    String code = letters.last().code();
    AnswerStore.Kept kept = work(work -> work.answers().find(ONCE)).orElseThrow();
    assertThat(kept.text()).isEqualTo(first.text()).isNotEqualTo(code);
    Approval approval = approval(new ApprovalId(UUID.fromString(first.text())));
    assertThat(approval.toString()).doesNotContain(code);
    assertThat(approval.accepts(code)).isTrue();
  }

  @Test // S3-64, S3-70
  void of_many_who_send_with_one_key_one_tells_the_code() {
    Crowd<Answer> crowd =
        Crowd.atOnce(8, i -> send(ALICE, Optional.of(ONCE), moving(alices, bobs, "500")));
    assertThat(crowd.done().stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(letters.all()).hasSize(1);
  }

  @Test // S3-46, S3-54, S3-70
  void a_right_code_given_many_times_at_once_moves_the_money_once() {
    Approval approval = waiting("300");
    String code = letters.last().code();

    Crowd<TransferOutcome> crowd = Crowd.atOnce(8, i -> execute(ALICE, confirming(approval, code)));

    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(7).containsOnly(WalletReason.APPROVAL_ENDED);
    assertThat(balance(bobs)).isEqualTo(usd("300"));
  }

  @Test // S3-46, S3-70
  void wrong_codes_given_at_once_are_counted_one_by_one() {
    Approval approval = waiting("300");
    String code = other(letters.last().code());
    Crowd<TransferOutcome> crowd = Crowd.atOnce(8, i -> execute(ALICE, confirming(approval, code)));
    assertThat(crowd.done()).hasSize(3);
    assertThat(crowd.refused()).hasSize(5).containsOnly(WalletReason.APPROVAL_ENDED);
    assertThat(approval(approval.id()).wrongCodes()).isEqualTo(3);
  }

  @Test // S3-70
  void staff_are_not_asked_for_a_code() {
    assertThat(send(CLERK, Optional.empty(), moving(alices, bobs, "1000")).text()).isEmpty();
    assertThat(letters.all()).isEmpty();
    assertThat(balance(bobs)).isEqualTo(usd("1000"));
  }
}
