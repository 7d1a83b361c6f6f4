package dev.tradepost.application.mail;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.mail.Handover;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailId;

/** Writes down what came of handing a mail over. */
public record RecordHandover(MailId id, Handover handover) implements UseCase<Mail> {

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public Mail run(UnitOfWork work) {
    Mail mail = work.mails().get(id).orElseThrow();
    Mail next = mail.handedOver(handover, work.chance(), work.now());
    work.mails().save(next);
    return next;
  }
}
