package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.BankTransferAction.DECLINE;
import static dev.tradepost.domain.wallet.BankTransferAction.GIVE_UP;
import static dev.tradepost.domain.wallet.BankTransferAction.LOSE;
import static dev.tradepost.domain.wallet.BankTransferAction.RETRY;
import static dev.tradepost.domain.wallet.BankTransferAction.SEND;
import static dev.tradepost.domain.wallet.BankTransferAction.SUCCEED;
import static dev.tradepost.domain.wallet.BankTransferStatus.DECLINED;
import static dev.tradepost.domain.wallet.BankTransferStatus.FAILED;
import static dev.tradepost.domain.wallet.BankTransferStatus.REQUESTED;
import static dev.tradepost.domain.wallet.BankTransferStatus.RETRYING;
import static dev.tradepost.domain.wallet.BankTransferStatus.SENDING;
import static dev.tradepost.domain.wallet.BankTransferStatus.SUCCEEDED;
import static dev.tradepost.domain.wallet.BankTransferStatus.UNKNOWN;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Money on its way between a bank and a wallet. The bank is asked outside any transaction and each
 * of its answers leads to a state; what may have happened is never asked for twice.
 *
 * @param bankAccount the bank's token for the user's account there, never an account number
 * @param hold what keeps the money of a withdrawal back
 * @param attempts how often it was sent
 * @param lookUps how often the bank was asked what became of it
 * @param lastAnswer what came of the last of these
 * @param dueAt when it is to be taken on; empty once it has ended
 */
public record BankTransfer(
    BankTransferId id,
    Direction direction,
    WalletId walletId,
    UserId userId,
    Money amount,
    String bankAccount,
    Optional<HoldId> hold,
    BankTransferStatus status,
    int attempts,
    int lookUps,
    Optional<BankAnswer> lastAnswer,
    Optional<Instant> dueAt,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** How often it is sent before it is given up. */
  public static final int MAX_ATTEMPTS = 5;

  /** How long it may be left to the request that sends it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** The one table every deposit and withdrawal follows. */
  public static final Lifecycle<BankTransferStatus, BankTransferAction> LIFECYCLE =
      Lifecycle.<BankTransferStatus, BankTransferAction>named("bank-transfer", REQUESTED)
          .allow(REQUESTED, SEND, SENDING)
          .allow(SENDING, SUCCEED, SUCCEEDED)
          .allow(SENDING, DECLINE, DECLINED)
          .allow(SENDING, RETRY, RETRYING)
          .allow(SENDING, GIVE_UP, FAILED)
          .allow(SENDING, LOSE, UNKNOWN)
          .allow(RETRYING, SEND, SENDING)
          .allow(UNKNOWN, SUCCEED, SUCCEEDED)
          .allow(UNKNOWN, DECLINE, DECLINED)
          .allow(UNKNOWN, RETRY, RETRYING)
          .allow(UNKNOWN, GIVE_UP, FAILED)
          .allow(UNKNOWN, LOSE, UNKNOWN)
          .build();

  /** Which way the money goes. */
  public enum Direction {
    DEPOSIT,
    WITHDRAWAL
  }

  public BankTransfer {
    amount.requirePositive();
    Text.require("bankAccount", bankAccount, 64);
    if ((direction == Direction.WITHDRAWAL) != hold.isPresent()) {
      throw new IllegalArgumentException(direction + " with hold " + hold);
    }
  }

  /**
   * Writes down what a user wants; refuses a deposit into a wallet that takes none.
   *
   * @param hold the hold of a withdrawal
   */
  public static Change<BankTransfer> request(
      BankTransferId id,
      Wallet wallet,
      Money amount,
      String account,
      Optional<HoldId> hold,
      Stamp stamp) {
    Direction direction = hold.isPresent() ? Direction.WITHDRAWAL : Direction.DEPOSIT;
    if (direction == Direction.DEPOSIT) {
      wallet.requireCredits();
    }
    Instant now = stamp.at();
    BankTransfer transfer =
        new BankTransfer(
            id,
            direction,
            wallet.id(),
            wallet.userId(),
            amount,
            account,
            hold,
            REQUESTED,
            0,
            0,
            Optional.empty(),
            Optional.of(now.plus(PATIENCE)),
            now,
            now,
            1);
    return Change.of(transfer, new BankTransferEvent.Requested(id, wallet.id(), direction, amount));
  }

  /** Whether the bank may still be asked something about it. */
  public boolean inProgress() {
    return dueAt.isPresent();
  }

  /** Whether it may be sent; otherwise the bank can only be asked what became of it. */
  public boolean maySend() {
    return LIFECYCLE.next(status, SEND).isPresent();
  }

  /** It is about to be sent. */
  public Change<BankTransfer> send(Stamp stamp) {
    Optional<Instant> due = Optional.of(stamp.at().plus(PATIENCE));
    return move(SEND, attempts + 1, lookUps, Optional.empty(), due, stamp);
  }

  /** The bank's answer to sending it. */
  public Change<BankTransfer> answered(BankAnswer answer, Stamp stamp) {
    return heard(answer, lookUps, attempts, stamp);
  }

  /** The bank's answer to the question what became of it. */
  public Change<BankTransfer> lookedUp(BankAnswer answer, Stamp stamp) {
    return heard(answer, lookUps + 1, lookUps + 1, stamp);
  }

  private Change<BankTransfer> heard(BankAnswer answer, int newLookUps, int tries, Stamp stamp) {
    BankTransferAction action =
        switch (answer) {
          case DONE -> SUCCEED;
          case DECLINED -> DECLINE;
          case NOT_SENT -> attempts < MAX_ATTEMPTS ? RETRY : GIVE_UP;
          case UNKNOWN -> LOSE;
        };
    Optional<Instant> due =
        action == RETRY || action == LOSE
            ? Optional.of(stamp.at().plus(pauseAfter(tries)))
            : Optional.empty();
    return move(action, attempts, newLookUps, Optional.of(answer), due, stamp);
  }

  /** Twice as long after each try: 2, 4, 8 seconds and so on, an hour at most. */
  static Duration pauseAfter(int tries) {
    Duration pause = Duration.ofSeconds(1L << Math.min(tries, 12));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private Change<BankTransfer> move(
      BankTransferAction action,
      int newAttempts,
      int newLookUps,
      Optional<BankAnswer> answer,
      Optional<Instant> due,
      Stamp stamp) {
    BankTransferStatus next = LIFECYCLE.after(status, action);
    BankTransfer moved =
        new BankTransfer(
            id,
            direction,
            walletId,
            userId,
            amount,
            bankAccount,
            hold,
            next,
            newAttempts,
            newLookUps,
            answer,
            due,
            createdAt,
            stamp.at().isAfter(updatedAt) ? stamp.at() : updatedAt,
            version + 1);
    return Change.of(
        moved, new BankTransferEvent.StatusChanged(id, walletId, status, next, newAttempts));
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
