package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.ApprovalStatus.CONFIRMED;
import static dev.tradepost.domain.wallet.ApprovalStatus.REJECTED;
import static dev.tradepost.domain.wallet.ApprovalStatus.WAITING;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.BOBS;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.POLICY;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {
  private static final ApprovalId ID = new ApprovalId(new UUID(6, 1));
  private static final OneTimeCode CODE = OneTimeCode.of("012345", new UUID(6, 2));

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          WAITING  CONFIRM  CONFIRMED
          WAITING  MISS     WAITING
          WAITING  GIVE_UP  REJECTED
          """);

  static Stream<Pair<ApprovalStatus, ApprovalAction>> pairs() {
    return LifecycleTable.pairs(Approval.LIFECYCLE, ApprovalAction.values());
  }

  @ParameterizedTest // S3-70
  @MethodSource("pairs")
  void an_approval_moves_only_as_its_table_says(Pair<ApprovalStatus, ApprovalAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Approval.LIFECYCLE.states()).containsExactlyInAnyOrder(ApprovalStatus.values());
  }

  @Test // S3-70
  void a_transfer_waits_five_minutes_for_the_code_of_its_owner() {
    Change<Approval> requested = request(Optional.of(CODE));
    Instant until = LATER.at().plus(Duration.ofMinutes(5));
    assertThat(requested.state())
        .isEqualTo(
            new Approval(
                ID,
                ALICE,
                ALICES,
                BOBS,
                usd("50"),
                Optional.of("Rent"),
                Optional.of(CODE),
                WAITING,
                0,
                LATER.at(),
                until,
                1));
    assertThat(requested.events())
        .containsExactly(
            new ApprovalEvent.Requested(
                ID, ALICES, BOBS, usd("50"), Approval.Approver.OWNER, until));
    assertThat(requested.state().owner()).contains(ALICE);
    assertThat(requested.state().aggregateId()).isEqualTo(ID.toString());
  }

  @Test // S3-67, S3-70
  void without_a_code_the_staff_decide_and_no_code_helps() {
    Approval review = request(Optional.empty()).state();
    assertThat(review.approver()).isEqualTo(Approval.Approver.STAFF);
    assertThat(review.expiresAt()).isEqualTo(LATER.at().plus(Duration.ofDays(3)));
    assertThat(review.accepts("012345")).isFalse();
    assertThat(review.accepts("")).isFalse();
  }

  @ParameterizedTest // S3-70
  @ValueSource(strings = {"012346", "12345", "0123456", " 012345", "", "null"})
  void only_the_code_that_was_sent_is_accepted(String other) {
    Approval approval = request(Optional.of(CODE)).state();
    assertThat(approval.accepts("012345")).isTrue();
    assertThat(approval.accepts(other)).isFalse();
    assertThat(approval.accepts(null)).isFalse();
  }

  @Test // S3-70
  void an_approval_is_answered_once() {
    Change<Approval> confirmed = request(Optional.of(CODE)).state().confirm();
    check(confirmed, ApprovalAction.CONFIRM, CONFIRMED, 0, 2);
    Approval done = confirmed.state();
    assertThat(reasonOf(done::confirm)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(done::miss)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(refusalOf(() -> done.requireWaiting(LATER.at())).detail())
        .isEqualTo("this approval is CONFIRMED, send a new transfer");
  }

  @Test // S3-70
  void the_third_wrong_code_ends_it() {
    Change<Approval> once = request(Optional.of(CODE)).state().miss();
    check(once, ApprovalAction.MISS, WAITING, 1, 2);
    Change<Approval> twice = once.state().miss();
    check(twice, ApprovalAction.MISS, WAITING, 2, 3);
    twice.state().requireWaiting(LATER.at());
    check(twice.state().confirm(), ApprovalAction.CONFIRM, CONFIRMED, 2, 4);
    Change<Approval> thrice = twice.state().miss();
    check(thrice, ApprovalAction.GIVE_UP, REJECTED, 3, 4);
    Approval ended = thrice.state();
    assertThat(reasonOf(ended::confirm)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(() -> ended.requireWaiting(LATER.at())))
        .isEqualTo(WalletReason.APPROVAL_ENDED);
  }

  @Test // S3-70
  void an_approval_counts_until_the_moment_it_expires() {
    Approval approval = request(Optional.of(CODE)).state();
    approval.requireWaiting(approval.expiresAt().minusNanos(1));
    assertThat(reasonOf(() -> approval.requireWaiting(approval.expiresAt())))
        .isEqualTo(WalletReason.APPROVAL_ENDED);
    assertThat(refusalOf(() -> approval.requireWaiting(approval.expiresAt())).detail())
        .isEqualTo("this approval is expired, send a new transfer");
  }

  @Test // S3-32
  void an_approval_is_for_an_amount_above_zero() {
    assertThat(reasonOf(() -> request(usd("0"), Optional.of(CODE))))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> request(usd("-1"), Optional.empty())))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test // S3-70, S3-74
  void a_transfer_above_the_threshold_of_the_shop_waits() {
    WalletPolicy policy = approvalAbove(Optional.of(usd("100")));
    assertThat(policy.needsApproval(usd("100"))).isFalse();
    assertThat(policy.needsApproval(usd("100.01"))).isTrue();
    assertThat(policy.needsApproval(eur("90.49"))).isFalse();
    assertThat(policy.needsApproval(eur("90.50"))).isTrue();
    Money most = new Money(Long.MAX_VALUE, USD);
    assertThat(approvalAbove(Optional.empty()).needsApproval(most)).isFalse();
    assertThat(POLICY.needsApproval(most)).isFalse();
  }

  private static void check(
      Change<Approval> change,
      ApprovalAction action,
      ApprovalStatus status,
      int wrong,
      long version) {
    assertThat(change.state().status()).isEqualTo(status);
    assertThat(change.state().wrongCodes()).isEqualTo(wrong);
    assertThat(change.state().version()).isEqualTo(version);
    assertThat(change.state().amount()).isEqualTo(usd("50"));
    assertThat(change.state().to()).isEqualTo(BOBS);
    assertThat(change.events()).containsExactly(new ApprovalEvent.Answered(ID, action, status));
  }

  private static Change<Approval> request(Optional<OneTimeCode> code) {
    return request(usd("50"), code);
  }

  private static Change<Approval> request(Money amount, Optional<OneTimeCode> code) {
    return Approval.request(ID, alice(), BOBS, amount, Optional.of("Rent"), code, LATER);
  }

  private static WalletPolicy approvalAbove(Optional<Money> threshold) {
    return new WalletPolicy(
        POLICY.zone(), Limits.NONE, threshold, List.of(), ExchangeRates.sample());
  }
}
