package dev.tradepost.application.wallet;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.wallet.Approval;
import java.util.Optional;

/**
 * What became of a transfer. A refusal that must leave a trace, such as a block or a wrong code, is
 * an outcome and not thrown, because what is thrown is undone.
 */
public sealed interface TransferOutcome {

  /** The money has moved; the sender's line. */
  record Done(Transaction transaction) implements TransferOutcome {}

  /**
   * It waits for a word.
   *
   * @param code what the owner is to be told; never part of an answer
   */
  record Waiting(Approval approval, Optional<String> code) implements TransferOutcome {}

  /** It was refused, and that was kept. */
  record Refused(Rejection rejection) implements TransferOutcome {}
}
