package dev.tradepost.application.mail;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.mail.Mail;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes mails that are due, to hand them over: nobody else ever takes them until it is known that
 * they were not taken over. What is no news any more is given up instead.
 */
public record TakeMails(int limit) implements UseCase<List<Mail>> {

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public List<Mail> run(UnitOfWork work) {
    List<Mail> taken = new ArrayList<>();
    for (Mail mail : work.mails().getDue(work.now(), limit)) {
      boolean stale = mail.stale(work.now());
      Mail next =
          stale ? mail.giveUp("could not be sent in time", work.now()) : mail.send(work.now());
      work.mails().save(next);
      if (!stale) {
        taken.add(next);
      }
    }
    return taken;
  }
}
