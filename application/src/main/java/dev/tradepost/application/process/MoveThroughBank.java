package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.wallet.RequestBankTransfer;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Deposits or withdraws: writes it down, asks the bank, answers how it stands. With an idempotency
 * key the same request never moves money twice, wherever the first try ended.
 */
public final class MoveThroughBank {
  private final UseCases useCases;
  private final WalletViews wallets;
  private final SettleBankTransfers settle;

  public MoveThroughBank(UseCases useCases, WalletViews wallets, SettleBankTransfers settle) {
    this.useCases = useCases;
    this.wallets = wallets;
    this.settle = settle;
  }

  /** The rendered transfer as it stands now; refuses what {@link RequestBankTransfer} refuses. */
  public Answer move(
      Actor actor,
      Optional<Once> once,
      RequestBankTransfer request,
      Function<BankTransfer, String> render) {
    Answer requested = useCases.executeOnce(actor, once, request, id -> id.value().toString());
    BankTransferId id = new BankTransferId(UUID.fromString(requested.text()));
    settle.start(id);
    BankTransfer transfer = wallets.bankTransfer(id, actor).orElseThrow();
    return new Answer(render.apply(transfer), requested.replayed());
  }
}
