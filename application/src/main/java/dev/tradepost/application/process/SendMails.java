package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.mail.Letter;
import dev.tradepost.application.mail.Letters;
import dev.tradepost.application.mail.MailViews;
import dev.tradepost.application.mail.RecordHandover;
import dev.tradepost.application.mail.TakeMails;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.port.Mailer;
import dev.tradepost.application.port.Views;
import dev.tradepost.domain.mail.Handover;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands mails that are due to the mail server, outside any transaction, and writes down what came
 * of it. A few are under way at a time, so one that takes long delays the others little. Any number
 * of nodes may run it, and it may die anywhere: what it was handing over is not sent again.
 */
public final class SendMails {
  private static final int AT_ONCE = 4;

  private final UseCases useCases;
  private final MailViews mails;
  private final OrderViews orders;
  private final Mailer mailer;
  private final Executor executor;
  private final Watcher watcher;
  private final AtomicInteger underWay = new AtomicInteger();

  /** Hears of mails that did not go as they should. */
  public interface Watcher {

    /** The mail will not be sent; why stands in it. */
    void gaveUp(Mail mail);

    /** A fault of this house's, whatever becomes of the mail. */
    void stumbled(Mail mail, RuntimeException fault);
  }

  /**
   * Sends nothing yet.
   *
   * @param executor where mails are handed over, a thread each
   */
  public SendMails(
      UseCases useCases, Views views, Mailer mailer, Executor executor, Watcher watcher) {
    this.useCases = useCases;
    this.mails = views.mails();
    this.orders = views.orders();
    this.mailer = mailer;
    this.executor = executor;
    this.watcher = watcher;
  }

  /**
   * Starts to hand over what is due now and there is room for; whether something is.
   *
   * @param ended called when one has ended, so that there may be room
   */
  public synchronized boolean turn(Instant now, Runnable ended) {
    int room = AT_ONCE - underWay.get();
    if (room <= 0 || !mails.anyDue(now)) {
      return false;
    }
    List<Mail> taken = useCases.execute(Actor.system(), new TakeMails(room));
    for (Mail mail : taken) {
      underWay.incrementAndGet();
      executor.execute(() -> send(mail, ended));
    }
    return !taken.isEmpty();
  }

  private void send(Mail mail, Runnable ended) {
    try {
      Handover handover = handOver(mail);
      Mail after = useCases.execute(Actor.system(), new RecordHandover(mail.id(), handover));
      if (after.status() == MailStatus.FAILED) {
        watcher.gaveUp(after);
      }
    } catch (RuntimeException e) {
      watcher.stumbled(mail, e);
    } finally {
      underWay.decrementAndGet();
      ended.run();
    }
  }

  private Handover handOver(Mail mail) {
    Optional<Letter> letter;
    try {
      letter = orders.find(mail.notice().orderId(), Actor.system()).map(it -> Letters.of(mail, it));
    } catch (RuntimeException e) {
      watcher.stumbled(mail, e);
      return Handover.notTaken("it could not be written");
    }
    if (letter.isEmpty()) {
      return Handover.refused("its order is not there");
    }
    try {
      return mailer.send(letter.get());
    } catch (RuntimeException e) {
      watcher.stumbled(mail, e);
      return Handover.unknown("a fault of the sender's");
    }
  }
}
