package dev.tradepost.application.wallet;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.RiskDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads wallets; what is not there for the reader is not there. */
public interface WalletViews {

  Optional<WalletView> find(WalletId id, Actor reader, Instant now);

  Optional<WalletView> ofUser(UserId user, Instant now);

  /** A wallet's history, the latest line first. Whether it may be seen is asked before. */
  Page<Transaction> history(WalletId id, Filter filter, Page.Request request);

  /** The same without pages, line by line, in constant memory. */
  void export(WalletId id, Filter filter, Consumer<Transaction> each);

  /** What the wallet had in each currency after the last line of that moment or before. */
  List<Money> balancesAt(WalletId id, Instant moment);

  /** A wallet's holds, the newest first. */
  Page<Hold> holds(WalletId id, Page.Request request);

  Optional<Hold> hold(HoldId id, Actor reader);

  Optional<Approval> approval(ApprovalId id, Actor reader);

  Optional<BankTransfer> bankTransfer(BankTransferId id, Actor reader);

  /** What the rules against fraud said of a wallet's transfers, the latest first. */
  Page<RiskDecision> decisions(WalletId id, Page.Request request);

  /** Deposits and withdrawals that are to be taken on by then, the longest due first. */
  List<BankTransferId> bankTransfersDue(Instant now, int limit);

  /** Wallets with open holds whose time has run out by then. */
  List<WalletId> withDueHolds(Instant now, int limit);

  /**
   * Which lines.
   *
   * @param from at that moment or later
   * @param to before that moment
   */
  record Filter(
      Optional<MovementType> type,
      Optional<String> category,
      Optional<Instant> from,
      Optional<Instant> to) {

    /** All of them. */
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
