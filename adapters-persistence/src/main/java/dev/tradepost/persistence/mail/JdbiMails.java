package dev.tradepost.persistence.mail;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.MailStore;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailId;
import dev.tradepost.domain.mail.MailStatus;
import dev.tradepost.domain.mail.Notice;
import dev.tradepost.domain.mail.Occasion;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Immediate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails. Each statement is run when it is called for. */
public final class JdbiMails implements MailStore {
  private static final int FORGOTTEN_AT_ONCE = 10_000;

  private final Immediate immediate;

  public JdbiMails(Immediate immediate) {
    this.immediate = immediate;
  }

  @Override
  public void addAll(List<Mail> fresh) {
    Batch.run(
        immediate.handle(),
        """
        INSERT INTO mails
          (id, seq, recipient, occasion, order_id, shipment_id, amount_minor, currency, status,
           attempts, due_at, failure, created_at, updated_at)
        VALUES (:id, :seq, :to, :occasion, :order, :shipment, :amount, :currency, :status,
           :attempts, :due, :failure, :created, :updated)""",
        fresh,
        (batch, mail) -> {
          Notice notice = mail.notice();
          bindState(batch, mail)
              .bind("seq", mail.seq())
              .bind("to", mail.to().value())
              .bind("occasion", notice.occasion().name())
              .bind("order", notice.orderId().value())
              .bind("shipment", notice.shipmentId().map(ShipmentId::value).orElse(null))
              .bind("amount", notice.amount().map(Money::minor).orElse(null))
              .bind("currency", notice.amount().map(it -> it.currency().toString()).orElse(null))
              .bind("created", timestamp(mail.createdAt()));
        });
  }

  @Override
  public void save(Mail changed) {
    Batch.run(
        immediate.handle(),
        """
        UPDATE mails
        SET status = :status, attempts = :attempts, due_at = :due, failure = :failure,
          updated_at = :updated
        WHERE id = :id""",
        List.of(changed),
        JdbiMails::bindState);
  }

  private static Batch bindState(Batch batch, Mail mail) {
    return batch
        .bind("id", mail.id().value())
        .bind("status", mail.status().name())
        .bind("attempts", mail.attempts())
        .bind("due", timestamp(mail.dueAt()))
        .bind("failure", mail.failure().orElse(null))
        .bind("updated", timestamp(mail.updatedAt()));
  }

  @Override
  public Optional<Mail> get(MailId id) {
    return immediate
        .handle()
        .createQuery("SELECT * FROM mails WHERE id = :id FOR UPDATE")
        .bind("id", id.value())
        .map((row, context) -> mail(row))
        .findOne();
  }

  @Override
  public List<Mail> getDue(Instant now, int limit) {
    String sql =
        """
        SELECT * FROM mails WHERE due_at <= :now
        ORDER BY due_at, seq LIMIT :limit FOR UPDATE""";
    return immediate
        .handle()
        .createQuery(sql)
        .bind("now", timestamp(now))
        .bind("limit", limit)
        .map((row, context) -> mail(row))
        .list();
  }

  @Override
  public int forgetBefore(Instant moment) {
    String sql =
        """
        DELETE FROM mails WHERE id IN (
          SELECT id FROM mails WHERE updated_at < :moment LIMIT :most)""";
    return immediate
        .handle()
        .createUpdate(sql)
        .bind("moment", timestamp(moment))
        .bind("most", FORGOTTEN_AT_ONCE)
        .execute();
  }

  private static Mail mail(ResultSet row) throws SQLException {
    return new Mail(
        new MailId(Columns.uuid(row, "id")),
        row.getLong("seq"),
        new MailAddress(row.getString("recipient")),
        notice(row),
        MailStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        Columns.optionalInstant(row, "due_at"),
        Columns.text(row, "failure"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }

  private static Notice notice(ResultSet row) throws SQLException {
    Optional<Money> amount =
        row.getString("currency") == null
            ? Optional.empty()
            : Optional.of(Columns.money(row, "amount_minor", Columns.currency(row)));
    return new Notice(
        Occasion.valueOf(row.getString("occasion")),
        new OrderId(Columns.uuid(row, "order_id")),
        Optional.ofNullable(Columns.uuid(row, "shipment_id")).map(ShipmentId::new),
        amount);
  }
}
