package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.process.ExpireDueHolds;
import dev.tradepost.application.process.ExpireReservations;
import dev.tradepost.application.process.ForgetAnswers;
import dev.tradepost.application.process.ForgetDeliveries;
import dev.tradepost.application.process.ForgetMails;
import dev.tradepost.application.process.SettleBankTransfers;
import dev.tradepost.application.process.SettlePayments;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does unasked, from time to time; any number of nodes may do the same. */
final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** How long a payment may be left to the request that started it. */
  private static final Duration PAYMENT_PATIENCE = Duration.ofSeconds(30);

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
          });

  Jobs(
      UseCases useCases,
      SettlePayments settle,
      SettleBankTransfers bank,
      ExpireDueHolds holds,
      ExpireReservations reservations,
      Clock clock) {
    every(
        Duration.ofSeconds(10),
        () ->
            settle.sweep(
                clock.instant().minus(PAYMENT_PATIENCE),
                (payment, e) -> LOG.warn("payment {} could not be taken on", payment, e)));
    every(
        Duration.ofSeconds(1),
        () ->
            bank.sweep(
                clock.instant(),
                (transfer, e) -> LOG.warn("bank transfer {} has to wait", transfer, e)));
    every(
        Duration.ofSeconds(5),
        () ->
            holds.sweep(
                clock.instant(),
                (wallet, e) -> LOG.warn("holds of wallet {} could not be ended", wallet, e)));
    every(
        Duration.ofSeconds(1),
        () ->
            reservations.sweep(
                clock.instant(), (order, e) -> LOG.warn("order {} could not be ended", order, e)));
    every(Duration.ofHours(1), () -> useCases.execute(Actor.system(), new ForgetAnswers()));
    every(Duration.ofHours(1), () -> useCases.execute(Actor.system(), new ForgetDeliveries()));
    every(Duration.ofHours(1), () -> useCases.execute(Actor.system(), new ForgetMails()));
  }

  private void every(Duration pause, Runnable work) {
    scheduler.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.warn("a job failed and will be tried again", e);
          }
        },
        pause.toSeconds(),
        pause.toSeconds(),
        TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    scheduler.shutdown();
    try {
      if (!scheduler.awaitTermination(5, TimeUnit.SECONDS)) {
        scheduler.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
