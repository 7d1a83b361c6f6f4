package dev.tradepost.application.memory;

import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.MailStore;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mails over the tables: what one unit of work changes stands aside until it ends. */
final class InMemoryMails implements MailStore {
  private final Tables tables;
  private final Map<MailId, Mail> changed = new LinkedHashMap<>();
  private final Set<MailId> forgotten = new HashSet<>();

  InMemoryMails(Tables tables) {
    this.tables = tables;
  }

  private Stream<Mail> all() {
    Map<MailId, Mail> now = new LinkedHashMap<>(tables.mails);
    now.putAll(changed);
    return now.values().stream();
  }

  @Override
  public void addAll(List<Mail> fresh) {
    for (Mail mail : fresh) {
      if (all().anyMatch(it -> it.seq() == mail.seq() && it.to().equals(mail.to()))) {
        throw new Conflict("event " + mail.seq() + " has its mail", null);
      }
      save(mail);
    }
  }

  @Override
  public void save(Mail mail) {
    changed.put(mail.id(), mail);
  }

  @Override
  public Optional<Mail> get(MailId id) {
    return Optional.ofNullable(changed.getOrDefault(id, tables.mails.get(id)));
  }

  @Override
  public List<Mail> getDue(Instant now, int limit) {
    return all()
        .filter(it -> due(it, now))
        .sorted(
            Comparator.comparing((Mail it) -> it.dueAt().orElseThrow()).thenComparing(Mail::seq))
        .limit(limit)
        .toList();
  }

  static boolean due(Mail mail, Instant now) {
    return mail.dueAt().filter(due -> !due.isAfter(now)).isPresent();
  }

  @Override
  public int forgetBefore(Instant moment) {
    all().filter(it -> it.updatedAt().isBefore(moment)).forEach(it -> forgotten.add(it.id()));
    return forgotten.size();
  }

  void commit() {
    tables.mails.putAll(changed);
    tables.mails.keySet().removeAll(forgotten);
  }
}
