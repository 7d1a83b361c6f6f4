package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.mail.Letter;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.process.QueueNotices;
import dev.tradepost.application.process.SendMails;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailId;
import dev.tradepost.domain.mail.MailPolicy;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contract about mails: a shop that sends them, and a mail server to watch. */
abstract class PostContract extends MoneyContract {
  protected static final MailPolicy TO_ALL = new MailPolicy(true, "{user}@shop.example");

  protected WatchedMailer mailer;
  protected final List<MailId> givenUp = new CopyOnWriteArrayList<>();
  private SendMails node;
  private ProductId tea;

  @BeforeEach
  void openThePost() {
    openThePost(TO_ALL);
  }

  protected final void openThePost(MailPolicy policy) {
    open(Shop.standard(USD).with(policy));
    mailer = new WatchedMailer();
    node = node();
    tea = product("tea", "12.50");
    count(tea, MAIN, 1_000);
  }

  protected final SendMails node() {
    return new SendMails(
        useCases(),
        views(),
        mailer,
        Runnable::run,
        new SendMails.Watcher() {
          @Override
          public void gaveUp(Mail mail) {
            givenUp.add(mail.id());
          }

          @Override
          public void stumbled(Mail mail, RuntimeException fault) {
            throw new AssertionError("mail " + mail.id(), fault);
          }
        });
  }

  protected final int queue() {
    return execute(Actor.system(), new QueueNotices(10_000)).queued();
  }

  /** Queues what has happened and hands over until there is nothing more to send now. */
  protected final void post() {
    queue();
    while (node.turn(clock.instant(), () -> {})) {
      // There is room for a few at a time.
    }
  }

  /** An order of Alice's over two teas. */
  protected final Order ordered() {
    return placed("direct", pieces(2, tea));
  }

  protected final Order orderedBy(Actor actor) {
    return execute(actor, ordering(pieces(2, tea))).order();
  }

  protected final void ship(OrderId order) {
    execute(CLERK, new ShipOrder(order, Optional.of("DHL"), ANY_VERSION));
  }

  protected final void deliver(OrderId order) {
    execute(CLERK, new DeliverOrder(order, ANY_VERSION));
  }

  protected final void refund(OrderId order, String major) {
    execute(CLERK, new RefundOrder(order, new BigDecimal(major), "scratched", ANY_VERSION));
  }

  protected final List<String> subjects() {
    return mailer.shown().stream().map(Letter::subject).toList();
  }

  /** The mail as it stands now. */
  protected final Mail mail(Letter letter) {
    return work(work -> work.mails().get(letter.id())).orElseThrow();
  }

  protected final long rows() {
    return storage().rowCounts().get("mails");
  }
}
