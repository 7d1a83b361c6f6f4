package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.Books;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.JournalEntry;
import dev.tradepost.domain.wallet.Posting;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Pending;
import dev.tradepost.persistence.shared.Staging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The journal and the decisions about fraud; rows are added and never changed. */
public final class JdbiBooks implements Books, Staging {
  private static final String ENTRY =
      """
      INSERT INTO journal_entries
        (id, type, reference, category, detail, payer, payee, actor, at)
      VALUES (:id, :type, :reference, :category, :detail, :payer, :payee, :actor, :at)""";

  private static final String POSTING =
      """
      INSERT INTO postings
        (entry_id, line, account, owner, currency, amount_minor, id, seq, type,
         balance_after_minor, at)
      VALUES (:entry, :line, :account, :owner, :currency, :amount, :id, :seq, :type,
         :balance, :at)""";

  private static final String DECISION =
      """
      INSERT INTO risk_decisions
        (id, wallet_id, payee_id, currency, amount_minor, verdict, findings, actor, at)
      VALUES (:id, :wallet, :payee, :currency, :amount, :verdict, :findings, :actor, :at)""";

  private final Handle handle;
  private final Pending<JournalEntry> entries = new Pending<>();
  private final Pending<RiskDecision> decisions = new Pending<>();

  public JdbiBooks(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void post(JournalEntry entry) {
    entries.add(entry);
  }

  @Override
  public void note(RiskDecision decision) {
    decisions.add(decision);
  }

  @Override
  public boolean hasPaid(WalletId from, WalletId to) {
    return entries.all().stream().anyMatch(entry -> isPayment(entry, from, to))
        || hasPaidBefore(from, to);
  }

  private static boolean isPayment(JournalEntry entry, WalletId from, WalletId to) {
    return entry.payer().equals(Optional.of(from.value()))
        && entry.payee().equals(Optional.of(to.value()));
  }

  private boolean hasPaidBefore(WalletId from, WalletId to) {
    return handle
        .createQuery("SELECT 1 FROM journal_entries WHERE payer = :from AND payee = :to LIMIT 1")
        .bind("from", from.value())
        .bind("to", to.value())
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  @Override
  public void accept() {
    entries.accept();
    decisions.accept();
  }

  @Override
  public void undo() {
    entries.undo();
    decisions.undo();
  }

  /** Writes what was added. */
  public void flush() {
    Batch.run(handle, ENTRY, entries.all(), JdbiBooks::bindEntry);
    List<Line> lines = new ArrayList<>();
    for (JournalEntry entry : entries.all()) {
      int number = 0;
      for (Posting posting : entry.postings()) {
        lines.add(new Line(entry, number++, posting));
      }
    }
    Batch.run(handle, POSTING, lines, JdbiBooks::bindPosting);
    Batch.run(handle, DECISION, decisions.all(), JdbiBooks::bindDecision);
  }

  private record Line(JournalEntry entry, int number, Posting posting) {}

  private static void bindEntry(Batch batch, JournalEntry entry) {
    batch
        .bind("id", entry.id().value())
        .bind("type", entry.type().name())
        .bind("reference", entry.reference().orElse(null))
        .bind("category", entry.category().orElse(null))
        .bind("detail", entry.detail().orElse(null))
        .bind("payer", entry.payer().orElse(null))
        .bind("payee", entry.payee().orElse(null))
        .bind("actor", entry.stamp().by().value())
        .bind("at", timestamp(entry.stamp().at()));
  }

  private static void bindPosting(Batch batch, Line row) {
    Posting posting = row.posting;
    Optional<Posting.Line> line = posting.line();
    batch
        .bind("entry", row.entry.id().value())
        .bind("line", row.number)
        .bind("account", posting.account().kind().name())
        .bind("owner", posting.account().owner().orElse(null))
        .bind("currency", posting.amount().currency().getCurrencyCode())
        .bind("amount", posting.amount().minor())
        .bind("id", line.map(Posting.Line::id).orElse(null))
        .bind("seq", line.map(Posting.Line::seq).orElse(null))
        .bind("type", line.map(it -> it.type().name()).orElse(null))
        .bind("balance", line.map(it -> it.balanceAfter().minor()).orElse(null))
        .bind("at", timestamp(line.map(Posting.Line::at)));
  }

  private static void bindDecision(Batch batch, RiskDecision decision) {
    batch
        .bind("id", decision.id())
        .bind("wallet", decision.from().value())
        .bind("payee", decision.to().value())
        .bind("currency", decision.amount().currency().getCurrencyCode())
        .bind("amount", decision.amount().minor())
        .bind("verdict", decision.verdict().name())
        .bind("findings", String.join("\n", decision.findings()))
        .bind("actor", decision.stamp().by().value())
        .bind("at", timestamp(decision.stamp().at()));
  }
}
