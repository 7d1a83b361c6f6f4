package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferStatus;
import dev.tradepost.domain.wallet.Booking;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.Wallet;

/**
 * Writes down what the bank answered and moves the money with it, in the same transaction: a
 * deposit comes in, a withdrawal leaves, or what was held for it is free again. An answer that
 * comes after another one changes nothing.
 */
public record RecordBankAnswer(BankStep asked, BankAnswer answer) implements UseCase<BankTransfer> {

  @Override
  public BankTransfer run(UnitOfWork work) {
    BankTransfer transfer = BankTransfers.get(work, asked.transfer().id());
    if (transfer.version() != asked.transfer().version()) {
      return transfer;
    }
    Change<BankTransfer> heard =
        asked.kind() == BankStep.Kind.SEND
            ? transfer.answered(answer, work.stamp())
            : transfer.lookedUp(answer, work.stamp());
    BankTransfer now = heard.state();
    if (now.status() == BankTransferStatus.SUCCEEDED) {
      moveMoney(work, now);
    } else if (!now.inProgress()) {
      freeMoney(work, now);
    }
    work.bankTransfers().save(heard);
    return now;
  }

  private static void moveMoney(UnitOfWork work, BankTransfer transfer) {
    Money money = transfer.amount();
    boolean out = transfer.direction() == BankTransfer.Direction.WITHDRAWAL;
    HeldFunds wallet = wallet(work, transfer.walletId());
    Booking booking =
        Wallets.booking(work, out ? EntryType.WITHDRAWAL : EntryType.DEPOSIT)
            .after(wallet)
            .referringTo(transfer.id().value());
    if (out) {
      booking.take(wallet.state(), hold(work, transfer), money).house(Account.Kind.CASH_OUT, money);
    } else {
      booking.giveAlways(wallet.state(), money).house(Account.Kind.CASH_IN, money.times(-1));
    }
    Wallets.save(work, booking.done());
  }

  private static void freeMoney(UnitOfWork work, BankTransfer transfer) {
    if (transfer.direction() == BankTransfer.Direction.WITHDRAWAL) {
      HeldFunds wallet = wallet(work, transfer.walletId());
      Hold hold = hold(work, transfer);
      Wallets.save(work, wallet.then(it -> hold.release(it, work.stamp())));
    }
  }

  private static HeldFunds wallet(UnitOfWork work, WalletId id) {
    Wallet wallet = work.wallets().get(id).orElseThrow();
    return Wallets.settled(work, wallet);
  }

  private static Hold hold(UnitOfWork work, BankTransfer transfer) {
    return work.holds().get(transfer.hold().orElseThrow()).orElseThrow();
  }
}
