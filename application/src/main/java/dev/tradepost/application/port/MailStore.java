package dev.tradepost.application.port;

import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails on their way to customers; what is got is locked. */
public interface MailStore {

  /** Adds mails; a second one about the same event to the same address loses the race. */
  void addAll(List<Mail> fresh);

  void save(Mail changed);

  Optional<Mail> get(MailId id);

  /** What is due, the longest due first, at most so many. */
  List<Mail> getDue(Instant now, int limit);

  /** Forgets what was last touched before this moment; how many that were. */
  int forgetBefore(Instant moment);
}
