package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Bank;
import dev.tradepost.application.wallet.BankStep;
import dev.tradepost.application.wallet.NextBankStep;
import dev.tradepost.application.wallet.RecordBankAnswer;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransferId;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Brings deposits and withdrawals to an end: asks the bank outside any transaction and writes down
 * each answer in one. Any number of nodes may run it at once, and it may die anywhere: what was
 * being sent is looked up, never sent again.
 */
public final class SettleBankTransfers {
  private static final int BATCH = 100;

  private final UseCases useCases;
  private final WalletViews wallets;
  private final Bank bank;

  public SettleBankTransfers(UseCases useCases, WalletViews wallets, Bank bank) {
    this.useCases = useCases;
    this.wallets = wallets;
    this.bank = bank;
  }

  /** Sends a transfer that this caller just wrote down. */
  public void start(BankTransferId id) {
    step(id, true);
  }

  /**
   * Takes on transfers that are due. One that fails stops no other.
   *
   * @param failed told of each that failed
   */
  public void sweep(Instant now, BiConsumer<BankTransferId, RuntimeException> failed) {
    for (BankTransferId id : wallets.bankTransfersDue(now, BATCH)) {
      try {
        step(id, false);
      } catch (RuntimeException e) {
        failed.accept(id, e);
      }
    }
  }

  private void step(BankTransferId id, boolean fresh) {
    BankStep step = useCases.execute(Actor.system(), new NextBankStep(id, fresh));
    if (step.kind() != BankStep.Kind.NONE) {
      BankAnswer answer =
          step.kind() == BankStep.Kind.SEND
              ? bank.send(step.transfer())
              : bank.lookUp(step.transfer());
      useCases.execute(Actor.system(), new RecordBankAnswer(step, answer));
    }
  }
}
