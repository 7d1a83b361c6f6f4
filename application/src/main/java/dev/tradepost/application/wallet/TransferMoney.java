package dev.tradepost.application.wallet;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.FraudRule;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.OneTimeCode;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves money from one wallet to another. A customer's transfer is first judged by the rules
 * against fraud, and a large one waits for a one-time code; staff are not asked.
 */
public record TransferMoney(
    WalletId from, WalletId to, StatedAmount amount, Optional<String> category)
    implements UseCase<TransferOutcome> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.wallets(from, to);
  }

  @Override
  public TransferOutcome run(UnitOfWork work) {
    Prepared prepared = prepare(work);
    if (work.actor().has(Role.STAFF)) {
      return done(work, prepared.booked);
    }
    Optional<RiskDecision> decision = judge(work, prepared);
    decision.ifPresent(work.books()::note);
    return switch (decision.map(RiskDecision::verdict).orElse(FraudRule.Verdict.ALLOW)) {
      case BLOCK ->
          new TransferOutcome.Refused(
              new Rejection(
                  WalletReason.TRANSFER_BLOCKED, "a rule against fraud blocked this transfer"));
      case REVIEW -> waiting(work, prepared, Optional.empty());
      case ALLOW ->
          work.shop().wallets().needsApproval(prepared.money)
              ? waiting(work, prepared, Optional.of(OneTimeCode.draw(work.chance())))
              : done(work, prepared.booked);
    };
  }

  /** The transfer as it would be booked: all rules but those against fraud were asked. */
  private record Prepared(Wallet sender, Money money, Booked booked) {}

  private Prepared prepare(UnitOfWork work) {
    if (from.equals(to)) {
      throw new Rejection(WalletReason.SAME_WALLET, "a transfer needs two wallets")
          .at("toWalletId");
    }
    Map<WalletId, Wallet> both = work.wallets().getAll(List.of(from, to));
    HeldFunds sender = Wallets.get(work, from);
    if (!both.containsKey(to)) {
      throw Wallets.notFound(to).at("toWalletId");
    }
    Money money = amount.of(sender.state());
    Booked booked =
        Wallets.booking(work, EntryType.TRANSFER)
            .after(sender)
            .linked()
            .in(category)
            .take(sender.state(), money)
            .give(both.get(to), money)
            .done();
    return new Prepared(sender.state(), money, booked);
  }

  private Optional<RiskDecision> judge(UnitOfWork work, Prepared prepared) {
    WalletPolicy policy = work.shop().wallets();
    if (policy.fraudRules().isEmpty()) {
      return Optional.empty();
    }
    boolean newPayee =
        policy.fraudRules().stream().anyMatch(it -> it.asksForPayee(prepared.money, policy))
            && !work.books().hasPaid(from, to);
    return Optional.of(
        RiskDecision.on(
            work.newId(), prepared.sender, to, prepared.money, newPayee, policy, work.stamp()));
  }

  private TransferOutcome waiting(UnitOfWork work, Prepared prepared, Optional<String> code) {
    Change<Approval> requested =
        Approval.request(
            new ApprovalId(work.newId()),
            prepared.sender,
            to,
            prepared.money,
            category,
            code.map(it -> OneTimeCode.of(it, work.newId())),
            work.stamp());
    work.approvals().save(requested);
    return new TransferOutcome.Waiting(requested.state(), code);
  }

  /** Makes the transfer of an approval: all rules but those it was approved against. */
  static TransferOutcome approved(UnitOfWork work, Approval approval) {
    StatedAmount amount =
        new StatedAmount(approval.amount().major(), Optional.of(approval.amount().currency()));
    TransferMoney transfer =
        new TransferMoney(approval.from(), approval.to(), amount, approval.category());
    return done(work, transfer.prepare(work).booked);
  }

  private static TransferOutcome done(UnitOfWork work, Booked booked) {
    Wallets.save(work, booked);
    WalletId payer = new WalletId(booked.entry().payer().orElseThrow());
    return new TransferOutcome.Done(Transaction.of(booked, payer).get(0));
  }
}
