package dev.tradepost.application.contract;

import dev.tradepost.application.memory.SandboxBank;
import dev.tradepost.application.port.Bank;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The sandbox bank, counted; once it can do what it is asked and let the caller die of it. */
final class WatchedBank implements Bank {
  private final Bank bank = new SandboxBank();
  private final AtomicInteger sends = new AtomicInteger();
  private final AtomicInteger lookUps = new AtomicInteger();
  private final AtomicBoolean crashing = new AtomicBoolean();

  /** Lets the next call do its work and then throw. */
  void crashOnce() {
    crashing.set(true);
  }

  int sends() {
    return sends.get();
  }

  int lookUps() {
    return lookUps.get();
  }

  @Override
  public BankAnswer send(BankTransfer transfer) {
    sends.incrementAndGet();
    return answered(bank.send(transfer));
  }

  @Override
  public BankAnswer lookUp(BankTransfer transfer) {
    lookUps.incrementAndGet();
    return answered(bank.lookUp(transfer));
  }

  private BankAnswer answered(BankAnswer answer) {
    if (crashing.getAndSet(false)) {
      throw new IllegalStateException("the caller died");
    }
    return answer;
  }
}
