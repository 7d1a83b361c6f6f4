package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.wallet.ConfirmApproval;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalStatus;
import dev.tradepost.domain.wallet.FraudRule;
import dev.tradepost.domain.wallet.FraudRule.Verdict;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.domain.wallet.WalletReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules against fraud: what they stop, what they let a person decide, what they leave. */
public abstract class FraudContract extends MoneyContract {
  private WalletId alices;
  private WalletId bobs;

  private void watchedBy(FraudRule... rules) {
    WalletPolicy plain = WalletPolicy.standard();
    open(
        shop(
            new WalletPolicy(
                plain.zone(),
                plain.limits(),
                Optional.of(usd("5000")),
                List.of(rules),
                plain.rates())));
    alices = wallet(ALICE, "10000");
    bobs = wallet(BOB);
  }

  private List<RiskDecision> decisions() {
    return views().wallets().decisions(alices, FIRST_PAGE).items();
  }

  private RiskDecision lastDecision() {
    return decisions().get(0);
  }

  private void blocked(String major) {
    TransferOutcome outcome = execute(ALICE, moving(alices, bobs, major));
    assertThat(outcome).isInstanceOf(TransferOutcome.Refused.class);
    assertThat(((TransferOutcome.Refused) outcome).rejection().reason())
        .isEqualTo(WalletReason.TRANSFER_BLOCKED);
    assertThat(lastDecision().verdict()).isEqualTo(Verdict.BLOCK);
  }

  private Approval inReview(String major) {
    TransferOutcome outcome = execute(ALICE, moving(alices, bobs, major));
    assertThat(outcome).isInstanceOf(TransferOutcome.Waiting.class);
    TransferOutcome.Waiting waiting = (TransferOutcome.Waiting) outcome;
    assertThat(waiting.code()).isEmpty();
    assertThat(waiting.approval().approver()).isEqualTo(Approval.Approver.STAFF);
    return waiting.approval();
  }

  private static ConfirmApproval confirming(Approval approval) {
    return new ConfirmApproval(approval.id(), Optional.empty());
  }

  @Test // S3-67
  void too_many_debits_in_a_minute_are_blocked_and_the_decision_is_kept() {
    watchedBy(new FraudRule.Velocity(3, Verdict.BLOCK));
    execute(ALICE, deducting(alices, "1"));
    transfer(ALICE, alices, bobs, "1");
    transfer(ALICE, alices, bobs, "1");
    long lines = seen(alices).lines();
    clock.advance(Duration.ofSeconds(59));

    blocked("7");

    assertThat(lastDecision().findings()).containsExactly("velocity: 4 debits in a minute > 3");
    assertThat(lastDecision().amount()).isEqualTo(usd("7"));
    assertThat(lastDecision().from()).isEqualTo(alices);
    assertThat(lastDecision().to()).isEqualTo(bobs);
    assertThat(lastDecision().stamp().at()).isEqualTo(clock.instant());
    assertThat(lastDecision().stamp().by()).isEqualTo(ALICE.userId());
    assertThat(seen(alices).lines()).isEqualTo(lines);
    assertThat(balance(bobs)).isEqualTo(usd("2"));
    clock.advance(Duration.ofSeconds(1));
    transfer(ALICE, alices, bobs, "7");
    assertThat(decisions())
        .extracting(RiskDecision::verdict)
        .containsExactly(Verdict.ALLOW, Verdict.BLOCK, Verdict.ALLOW, Verdict.ALLOW);
  }

  @Test // S3-67
  void an_amount_far_above_the_usual_waits_for_staff() {
    watchedBy(new FraudRule.Unusual(10, Verdict.REVIEW));
    for (int i = 0; i < 4; i++) {
      transfer(ALICE, alices, bobs, "10");
    }
    transfer(ALICE, alices, bobs, "10");
    transfer(ALICE, alices, bobs, "10");

    Approval approval = inReview("100.01");

    assertThat(lastDecision().findings()).containsExactly("unusual: 100.01 USD > 10 x 10.00 USD");
    assertThat(balance(bobs)).isEqualTo(usd("60"));
    refused(ALICE, confirming(approval), WalletReason.STAFF_APPROVES);
    assertThat(execute(CLERK, confirming(approval))).isInstanceOf(TransferOutcome.Done.class);
    assertThat(balance(bobs)).isEqualTo(usd("160.01"));
  }

  @Test // S3-67
  void what_is_unusual_is_not_known_before_a_few_debits() {
    watchedBy(new FraudRule.Unusual(10, Verdict.BLOCK));
    for (int i = 0; i < 4; i++) {
      transfer(ALICE, alices, bobs, "1");
    }
    transfer(ALICE, alices, bobs, "100");
    transfer(ALICE, alices, bobs, "208");
    blocked("520.01");
  }

  @Test // S3-67, S3-70
  void a_large_first_payment_to_somebody_waits_for_staff_and_for_nobody_else() {
    watchedBy(new FraudRule.NewPayee(usd("50"), Verdict.REVIEW));
    Approval approval = inReview("6000");
    assertThat(lastDecision().findings())
        .containsExactly("new-payee: 6000.00 USD > 50.00 USD, never paid before");
    refused(ALICE, confirming(approval), WalletReason.STAFF_APPROVES);
    refused(
        ALICE,
        new ConfirmApproval(approval.id(), Optional.of("123456")),
        WalletReason.STAFF_APPROVES);
    refused(BOB, confirming(approval), WalletReason.APPROVAL_NOT_FOUND);

    execute(CLERK, confirming(approval));

    assertThat(balance(bobs)).isEqualTo(usd("6000"));
    assertThat(views().wallets().approval(approval.id(), ALICE).orElseThrow().status())
        .isEqualTo(ApprovalStatus.CONFIRMED);
    refused(CLERK, confirming(approval), WalletReason.APPROVAL_ENDED);
    transfer(ALICE, alices, bobs, "51");
  }

  @Test // S3-67
  void a_payee_stays_new_until_money_has_reached_them_from_this_very_wallet() {
    watchedBy(new FraudRule.NewPayee(usd("50"), Verdict.BLOCK));
    add(bobs, "100");
    blocked("51");
    blocked("51");
    transfer(CLERK, bobs, alices, "100");
    blocked("51");
    transfer(ALICE, alices, bobs, "50");
    transfer(ALICE, alices, bobs, "51");
    assertThat(decisions()).hasSize(5);
  }

  @Test // S3-67
  void a_review_is_open_for_three_days() {
    watchedBy(new FraudRule.NewPayee(usd("50"), Verdict.REVIEW));
    Approval early = inReview("51");
    Approval late = inReview("52");
    clock.advance(Duration.ofDays(3).minusMillis(1));
    execute(CLERK, confirming(early));
    clock.advance(Duration.ofMillis(1));
    refused(CLERK, confirming(late), WalletReason.APPROVAL_ENDED);
    assertThat(balance(bobs)).isEqualTo(usd("51"));
  }

  @Test // S3-67
  void the_gravest_rule_decides_and_all_that_apply_are_kept() {
    watchedBy(
        new FraudRule.NewPayee(usd("50"), Verdict.REVIEW),
        new FraudRule.Unusual(1, Verdict.REVIEW),
        new FraudRule.Velocity(0, Verdict.BLOCK));
    blocked("51");
    assertThat(lastDecision().findings())
        .containsExactly(
            "new-payee: 51.00 USD > 50.00 USD, never paid before",
            "velocity: 1 debits in a minute > 0");
  }

  @Test // S3-67
  void what_could_not_be_paid_anyway_is_refused_before_the_rules_are_asked() {
    watchedBy(new FraudRule.Velocity(0, Verdict.BLOCK));
    refused(ALICE, moving(alices, bobs, "10000.01"), WalletReason.INSUFFICIENT_FUNDS);
    assertThat(decisions()).isEmpty();
  }

  @Test // S3-67
  void staff_are_not_judged() {
    watchedBy(new FraudRule.Velocity(0, Verdict.BLOCK));
    transfer(CLERK, alices, bobs, "9000");
    assertThat(decisions()).isEmpty();
  }
}
