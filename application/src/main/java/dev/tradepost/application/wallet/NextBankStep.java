package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;

/**
 * Finds out what to ask the bank next about a transfer. What is to be sent is written down as being
 * sent first, so that nobody sends it twice, whoever dies in between.
 *
 * @param fresh whether this is the request that wrote it down, which need not wait until it is due
 */
public record NextBankStep(BankTransferId id, boolean fresh) implements UseCase<BankStep> {

  @Override
  public BankStep run(UnitOfWork work) {
    BankTransfer transfer = BankTransfers.get(work, id);
    boolean due = transfer.dueAt().map(at -> !at.isAfter(work.now())).orElse(false);
    boolean first = fresh && transfer.attempts() == 0;
    if (!due && !first) {
      return new BankStep(BankStep.Kind.NONE, transfer);
    }
    if (!transfer.maySend()) {
      return new BankStep(BankStep.Kind.LOOK_UP, transfer);
    }
    Change<BankTransfer> sending = transfer.send(work.stamp());
    work.bankTransfers().save(sending);
    return new BankStep(BankStep.Kind.SEND, sending.state());
  }
}
