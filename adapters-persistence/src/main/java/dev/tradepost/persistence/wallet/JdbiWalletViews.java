package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.FraudRule;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads wallets. */
public final class JdbiWalletViews implements WalletViews {
  private static final String DUE_TRANSFERS =
      "SELECT id FROM bank_transfers WHERE due_at <= :now ORDER BY due_at LIMIT :limit";

  private final Reads reads;
  private final HistoryRows history;

  public JdbiWalletViews(Reads reads) {
    this.reads = reads;
    this.history = new HistoryRows(reads);
  }

  @Override
  public Optional<WalletView> find(WalletId id, Actor reader, Instant now) {
    return reads.with(
        handle ->
            WalletRows.byIds(handle, List.of(id), false).stream()
                .filter(wallet -> reader.mayActFor(wallet.userId()))
                .findFirst()
                .map(wallet -> view(handle, wallet, now)));
  }

  @Override
  public Optional<WalletView> ofUser(UserId user, Instant now) {
    return reads.with(
        handle ->
            WalletRows.byUsers(handle, List.of(user), false).stream()
                .findFirst()
                .map(wallet -> view(handle, wallet, now)));
  }

  private static WalletView view(Handle handle, Wallet wallet, Instant now) {
    if (!wallet.holdsDue(now)) {
      return new WalletView(wallet, List.of());
    }
    String sql =
        """
        SELECT * FROM holds
        WHERE wallet_id = :wallet AND status = 'OPEN' AND expires_at <= :now""";
    return new WalletView(
        wallet,
        handle
            .createQuery(sql)
            .bind("wallet", wallet.id().value())
            .bind("now", timestamp(now))
            .map(HoldRows::hold)
            .list());
  }

  @Override
  public Page<Transaction> history(WalletId id, Filter filter, Page.Request request) {
    return history.page(id, filter, request);
  }

  @Override
  public void export(WalletId id, Filter filter, Consumer<Transaction> each) {
    history.export(id, filter, each);
  }

  @Override
  public List<Money> balancesAt(WalletId id, Instant moment) {
    return history.balancesAt(id, moment);
  }

  @Override
  public Page<Hold> holds(WalletId id, Page.Request request) {
    String sql =
        "SELECT * FROM holds WHERE wallet_id = :wallet AND "
            + Pages.after(request, "created_at", "id", false)
            + Pages.order("created_at", "id", false);
    return reads.with(
        handle -> {
          Query query = handle.createQuery(sql).bind("wallet", id.value());
          return Page.of(
              Pages.bindUuid(query, request).map(HoldRows::hold).list(),
              request,
              it -> new Page.Cursor(it.createdAt(), it.id().toString()));
        });
  }

  @Override
  public Optional<Hold> hold(HoldId id, Actor reader) {
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT * FROM holds WHERE id = :id")
                .bind("id", id.value())
                .map(HoldRows::hold)
                .findFirst()
                .filter(hold -> reader.mayActFor(hold.userId())));
  }

  @Override
  public Optional<Approval> approval(ApprovalId id, Actor reader) {
    return reads.with(
        handle ->
            ApprovalRows.read(handle, List.of(id.value()), false).stream()
                .filter(approval -> reader.mayActFor(approval.userId()))
                .findFirst());
  }

  @Override
  public Optional<BankTransfer> bankTransfer(BankTransferId id, Actor reader) {
    return reads.with(
        handle ->
            BankTransferRows.read(handle, List.of(id.value()), false).stream()
                .filter(transfer -> reader.mayActFor(transfer.userId()))
                .findFirst());
  }

  @Override
  public Page<RiskDecision> decisions(WalletId id, Page.Request request) {
    String sql =
        "SELECT * FROM risk_decisions WHERE wallet_id = :wallet AND "
            + Pages.after(request, "at", "id", false)
            + Pages.order("at", "id", false);
    return reads.with(
        handle -> {
          Query query = handle.createQuery(sql).bind("wallet", id.value());
          return Page.of(
              Pages.bindUuid(query, request).map((row, context) -> decision(row)).list(),
              request,
              it -> new Page.Cursor(it.stamp().at(), it.id().toString()));
        });
  }

  private static RiskDecision decision(ResultSet row) throws SQLException {
    String findings = row.getString("findings");
    return new RiskDecision(
        Columns.uuid(row, "id"),
        new WalletId(Columns.uuid(row, "wallet_id")),
        new WalletId(Columns.uuid(row, "payee_id")),
        Columns.money(row, "amount_minor", Columns.currency(row)),
        FraudRule.Verdict.valueOf(row.getString("verdict")),
        findings.isEmpty() ? List.of() : List.of(findings.split("\n")),
        Columns.stamp(row));
  }

  @Override
  public List<BankTransferId> bankTransfersDue(Instant now, int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(DUE_TRANSFERS)
                .bind("now", timestamp(now))
                .bind("limit", limit)
                .map((row, context) -> new BankTransferId(Columns.uuid(row, "id")))
                .list());
  }

  @Override
  public List<WalletId> withDueHolds(Instant now, int limit) {
    String sql =
        """
        SELECT DISTINCT wallet_id FROM holds
        WHERE status = 'OPEN' AND expires_at <= :now LIMIT :limit""";
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("now", timestamp(now))
                .bind("limit", limit)
                .map((row, context) -> new WalletId(Columns.uuid(row, "wallet_id")))
                .list());
  }
}
