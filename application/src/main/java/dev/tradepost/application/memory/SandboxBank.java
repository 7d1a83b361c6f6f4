package dev.tradepost.application.memory;

import dev.tradepost.application.port.Bank;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;
import java.util.Set;

/**
 * A stand-in for a bank whose answers the account's name decides, so that every outcome can be had
 * at will: {@code success}; {@code declined}; {@code timeout}, which is never reached; {@code
 * flaky}, which is reached the third time; {@code unknown}, which does it but does not answer; and
 * {@code late}, which does not know what it did until it is asked the third time.
 */
public final class SandboxBank implements Bank {

  /** The accounts it knows; any other is declined. */
  public static final Set<String> ACCOUNTS =
      Set.of("success", "declined", "timeout", "flaky", "unknown", "late");

  private static final int PATIENCE = 2;

  /** It keeps no state: one instance is like another. */
  public SandboxBank() {}

  @Override
  public BankAnswer send(BankTransfer transfer) {
    return switch (transfer.bankAccount()) {
      case "success" -> BankAnswer.DONE;
      case "timeout" -> BankAnswer.NOT_SENT;
      case "flaky" -> transfer.attempts() <= PATIENCE ? BankAnswer.NOT_SENT : BankAnswer.DONE;
      case "unknown", "late" -> BankAnswer.UNKNOWN;
      default -> BankAnswer.DECLINED;
    };
  }

  @Override
  public BankAnswer lookUp(BankTransfer transfer) {
    return switch (transfer.bankAccount()) {
      case "success", "unknown" -> BankAnswer.DONE;
      case "late" -> transfer.lookUps() < PATIENCE ? BankAnswer.UNKNOWN : BankAnswer.DONE;
      case "timeout", "flaky" -> BankAnswer.NOT_SENT;
      default -> BankAnswer.DECLINED;
    };
  }
}
