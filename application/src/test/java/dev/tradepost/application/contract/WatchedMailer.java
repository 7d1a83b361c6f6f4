package dev.tradepost.application.contract;

import dev.tradepost.application.mail.Letter;
import dev.tradepost.application.port.Mailer;
import dev.tradepost.domain.mail.Handover;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A mail server that answers as it is told to and keeps what it was shown. */
final class WatchedMailer implements Mailer {
  private final List<Letter> shown = new CopyOnWriteArrayList<>();
  private volatile Function<Letter, Handover> answer = letter -> Handover.taken();

  void answer(Handover always) {
    answer = letter -> always;
  }

  void answer(Function<Letter, Handover> each) {
    answer = each;
  }

  /** Every letter that was handed over so far, taken or not. */
  List<Letter> shown() {
    return List.copyOf(shown);
  }

  @Override
  public Handover send(Letter letter) {
    shown.add(letter);
    return answer.apply(letter);
  }
}
