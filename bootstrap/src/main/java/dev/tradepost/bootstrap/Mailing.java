package dev.tradepost.bootstrap;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.SendMails;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.integration.mail.SmtpMailer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails: at once when this node has queued some, and every now and then, because time passes
 * and other nodes queue too. The log names mails by their ids alone: what they say and to whom is
 * nobody's business there.
 */
final class Mailing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Longer than a mail server takes; what it cuts off stays as it is and is not sent again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Loop loop = new Loop("mail", PAUSE);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "mail");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins to send. */
  void start(MailSettings settings, UseCases useCases, Views views, Clock clock) {
    SmtpMailer mailer = new SmtpMailer(settings.server(), settings.from(), clock);
    SendMails mails = new SendMails(useCases, views, mailer, threads, new Log());
    loop.start(() -> mails.turn(clock.instant(), loop::wake));
  }

  private static final class Log implements SendMails.Watcher {
    @Override
    public void gaveUp(Mail mail) {
      LOG.warn("mail {} was given up, the table mails says why", mail.id());
    }

    @Override
    public void stumbled(Mail mail, RuntimeException fault) {
      LOG.warn("mail {} met a fault", mail.id(), fault);
    }
  }

  /** Asks for a turn now. */
  void wake() {
    loop.wake();
  }

  /** Ends when what is under way has been handed over. */
  @Override
  public void close() {
    loop.close();
    threads.shutdown();
    try {
      threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
