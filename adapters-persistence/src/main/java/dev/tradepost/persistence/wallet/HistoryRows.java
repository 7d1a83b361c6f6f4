package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.Page;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletViews.Filter;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads the history of wallets out of the journal; sorted by place, which time never contradicts.
 */
final class HistoryRows {
  private static final String LINES =
      """
      SELECT p.id, p.owner, p.seq, p.type, p.currency, p.amount_minor, p.balance_after_minor,
             p.at, e.type AS kind, e.reference, e.category, e.detail, e.payer, e.payee
      FROM postings p JOIN journal_entries e ON e.id = p.entry_id
      WHERE p.owner = :wallet AND p.seq < :before""";

  /** How many lines are fetched at once for a file, so that memory does not grow with it. */
  private static final int CHUNK = 500;

  private final Reads reads;

  HistoryRows(Reads reads) {
    this.reads = reads;
  }

  Page<Transaction> page(WalletId id, Filter filter, Page.Request request) {
    long before = request.after().map(Page.Cursor::number).orElse(Long.MAX_VALUE);
    return Page.of(
        lines(id, filter, before, request.limit() + 1, request.offset()),
        request,
        Transaction::cursor);
  }

  /** A page after the other, each a statement of its own: no connection waits for the reader. */
  void export(WalletId id, Filter filter, Consumer<Transaction> each) {
    long before = Long.MAX_VALUE;
    List<Transaction> chunk;
    do {
      chunk = lines(id, filter, before, CHUNK, 0);
      chunk.forEach(each);
      before = chunk.isEmpty() ? 0 : chunk.get(chunk.size() - 1).seq();
    } while (chunk.size() == CHUNK);
  }

  private List<Transaction> lines(WalletId id, Filter filter, long before, int limit, int offset) {
    StringBuilder sql = new StringBuilder(LINES);
    Map<String, Object> bindings = new HashMap<>();
    filter.type().ifPresent(it -> and(sql, bindings, "p.type = :type", "type", it.name()));
    filter.category().ifPresent(it -> and(sql, bindings, "e.category = :cat", "cat", it));
    filter.from().ifPresent(it -> and(sql, bindings, "p.at >= :from", "from", timestamp(it)));
    filter.to().ifPresent(it -> and(sql, bindings, "p.at < :to", "to", timestamp(it)));
    sql.append(" ORDER BY p.seq DESC LIMIT :limit OFFSET :offset");
    return reads.with(
        handle ->
            handle
                .createQuery(sql.toString())
                .bindMap(bindings)
                .bind("wallet", id.value())
                .bind("before", before)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> line(row))
                .list());
  }

  private static void and(
      StringBuilder sql, Map<String, Object> bindings, String condition, String name, Object it) {
    sql.append(" AND ").append(condition);
    bindings.put(name, it);
  }

  List<Money> balancesAt(WalletId id, Instant moment) {
    String sql =
        """
        SELECT p.currency, p.balance_after_minor
        FROM wallet_balances b JOIN postings p ON p.owner = b.wallet_id AND p.seq = (
          SELECT MAX(seq) FROM postings
          WHERE owner = b.wallet_id AND currency = b.currency AND at <= :moment)
        WHERE b.wallet_id = :wallet ORDER BY p.currency""";
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("wallet", id.value())
                .bind("moment", timestamp(moment))
                .map(
                    (row, context) ->
                        Columns.money(row, "balance_after_minor", Columns.currency(row)))
                .list());
  }

  private static Transaction line(ResultSet row) throws SQLException {
    Currency currency = Columns.currency(row);
    Money gain = Columns.money(row, "amount_minor", currency);
    MovementType type = MovementType.valueOf(row.getString("type"));
    return new Transaction(
        Columns.uuid(row, "id"),
        new WalletId(Columns.uuid(row, "owner")),
        row.getLong("seq"),
        type,
        EntryType.valueOf(row.getString("kind")),
        gain.isNegative() ? gain.times(-1) : gain,
        Columns.money(row, "balance_after_minor", currency),
        Optional.ofNullable(Columns.uuid(row, "reference")),
        counterparty(row, type).map(WalletId::new),
        Columns.text(row, "category"),
        Columns.text(row, "detail"),
        Columns.instant(row, "at"));
  }

  private static Optional<UUID> counterparty(ResultSet row, MovementType type) throws SQLException {
    return switch (type) {
      case TRANSFER_OUT -> Optional.of(Columns.uuid(row, "payee"));
      case TRANSFER_IN -> Optional.of(Columns.uuid(row, "payer"));
      case CREDIT, DEBIT -> Optional.empty();
    };
  }
}
