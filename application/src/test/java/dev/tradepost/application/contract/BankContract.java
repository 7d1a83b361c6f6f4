package dev.tradepost.application.contract;

import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.process.MoveThroughBank;
import dev.tradepost.application.process.SettleBankTransfers;
import dev.tradepost.application.wallet.RequestBankTransfer;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransfer.Direction;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.Hold;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contracts about deposits and withdrawals: a bank that is watched. */
abstract class BankContract extends MoneyContract {
  private WatchedBank bank;
  private SettleBankTransfers settle;
  private MoveThroughBank mover;
  private WalletId wallet;

  @BeforeEach
  void openTheBank() {
    bank = new WatchedBank();
    settle = new SettleBankTransfers(useCases(), views().wallets(), bank);
    mover = new MoveThroughBank(useCases(), views().wallets(), settle);
    wallet = wallet(ALICE, "100");
  }

  protected final WatchedBank bank() {
    return bank;
  }

  /** Alice's, with a hundred dollars in it. */
  protected final WalletId wallet() {
    return wallet;
  }

  protected final RequestBankTransfer asking(Direction direction, String account) {
    return new RequestBankTransfer(wallet, direction, amount("40"), account);
  }

  /** What a request of Alice's was answered, and whether an earlier one had asked for it. */
  protected record Asked(BankTransfer transfer, boolean replayed) {}

  protected final Asked asked(Optional<Once> once, RequestBankTransfer request) {
    AtomicReference<BankTransfer> shown = new AtomicReference<>();
    Answer answer =
        mover.move(
            ALICE,
            once,
            request,
            transfer -> {
              shown.set(transfer);
              return transfer.id().toString();
            });
    return new Asked(shown.get(), answer.replayed());
  }

  protected final BankTransfer deposit(String account) {
    return asked(Optional.empty(), asking(Direction.DEPOSIT, account)).transfer();
  }

  protected final BankTransfer withdraw(String account) {
    return asked(Optional.empty(), asking(Direction.WITHDRAWAL, account)).transfer();
  }

  protected final BankTransfer now(BankTransfer transfer) {
    return now(transfer.id());
  }

  protected final BankTransfer now(BankTransferId id) {
    return views().wallets().bankTransfer(id, ALICE).orElseThrow();
  }

  protected final Hold hold(BankTransfer transfer) {
    return views().wallets().hold(transfer.hold().orElseThrow(), ALICE).orElseThrow();
  }

  protected final void sweep() {
    settle.sweep(
        clock.instant(),
        (id, failure) -> {
          throw failure;
        });
  }

  /** Sweeps after so long. */
  protected final void sweepAfter(Duration wait) {
    clock.advance(wait);
    sweep();
  }
}
