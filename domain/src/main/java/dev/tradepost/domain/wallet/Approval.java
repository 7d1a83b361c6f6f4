package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.ApprovalAction.CONFIRM;
import static dev.tradepost.domain.wallet.ApprovalAction.GIVE_UP;
import static dev.tradepost.domain.wallet.ApprovalAction.MISS;
import static dev.tradepost.domain.wallet.ApprovalStatus.CONFIRMED;
import static dev.tradepost.domain.wallet.ApprovalStatus.REJECTED;
import static dev.tradepost.domain.wallet.ApprovalStatus.WAITING;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A transfer that waits for a word: the owner's one-time code, or a person of the shop. It is bound
 * to exactly one transfer and answered at most once.
 *
 * @param userId whose money it is
 * @param code what the owner must send; empty where the shop's staff decide
 */
public record Approval(
    ApprovalId id,
    UserId userId,
    WalletId from,
    WalletId to,
    Money amount,
    Optional<String> category,
    Optional<OneTimeCode> code,
    ApprovalStatus status,
    int wrongCodes,
    Instant createdAt,
    Instant expiresAt,
    long version)
    implements Aggregate {

  /** How long a code counts. */
  public static final Duration CODE_LASTS = Duration.ofMinutes(5);

  /** How long a review may take. */
  public static final Duration REVIEW_LASTS = Duration.ofDays(3);

  private static final int MAX_WRONG_CODES = 3;

  /** The one table every approval follows; one that has expired stays as it is. */
  public static final Lifecycle<ApprovalStatus, ApprovalAction> LIFECYCLE =
      Lifecycle.<ApprovalStatus, ApprovalAction>named("approval", WAITING)
          .allow(WAITING, CONFIRM, CONFIRMED)
          .allow(WAITING, MISS, WAITING)
          .allow(WAITING, GIVE_UP, REJECTED)
          .build();

  /** Whose word it takes. */
  public enum Approver {
    OWNER,
    STAFF
  }

  public Approval {
    Objects.requireNonNull(id);
    amount.requirePositive();
  }

  /** Makes a transfer wait for its owner's code, or for the staff where there is none. */
  public static Change<Approval> request(
      ApprovalId id,
      Wallet from,
      WalletId to,
      Money amount,
      Optional<String> category,
      Optional<OneTimeCode> code,
      Stamp stamp) {
    Instant until = stamp.at().plus(code.isPresent() ? CODE_LASTS : REVIEW_LASTS);
    Approval approval =
        new Approval(
            id,
            from.userId(),
            from.id(),
            to,
            amount,
            category,
            code,
            WAITING,
            0,
            stamp.at(),
            until,
            1);
    return Change.of(
        approval,
        new ApprovalEvent.Requested(id, from.id(), to, amount, approval.approver(), until));
  }

  public Approver approver() {
    return code.isPresent() ? Approver.OWNER : Approver.STAFF;
  }

  /** Refuses one that was answered or has expired. */
  public void requireWaiting(Instant now) {
    if (status != WAITING || !now.isBefore(expiresAt)) {
      throw new Rejection(
          WalletReason.APPROVAL_ENDED,
          "this approval is " + (status == WAITING ? "expired" : status) + ", send a new transfer");
    }
  }

  /** Whether this is the code that was sent; in constant time. */
  public boolean accepts(String given) {
    return code.isPresent() && code.get().matches(given);
  }

  public Change<Approval> confirm() {
    return answered(CONFIRM, wrongCodes);
  }

  /** Counts a wrong code; the last one it takes ends the approval. */
  public Change<Approval> miss() {
    int wrong = wrongCodes + 1;
    return answered(wrong < MAX_WRONG_CODES ? MISS : GIVE_UP, wrong);
  }

  /** Calls the transfer off. */
  public Change<Approval> reject() {
    return answered(GIVE_UP, wrongCodes);
  }

  private Change<Approval> answered(ApprovalAction action, int wrong) {
    ApprovalStatus next = LIFECYCLE.after(status, action);
    Approval answered =
        new Approval(
            id,
            userId,
            from,
            to,
            amount,
            category,
            code,
            next,
            wrong,
            createdAt,
            expiresAt,
            version + 1);
    return Change.of(answered, new ApprovalEvent.Answered(id, action, next));
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
