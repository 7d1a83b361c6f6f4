package dev.tradepost.persistence.mail;

import dev.tradepost.application.mail.MailViews;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Reads;
import java.time.Instant;

/** Reads mails. */
public final class JdbiMailViews implements MailViews {
  private final Reads reads;

  public JdbiMailViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public boolean anyDue(Instant now) {
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT 1 FROM mails WHERE due_at <= :now LIMIT 1")
                .bind("now", Columns.timestamp(now))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }
}
