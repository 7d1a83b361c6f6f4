package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.mail.Letter;
import dev.tradepost.application.mail.TakeMails;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.process.ForgetMails;
import dev.tradepost.application.process.SendMails;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.mail.Handover;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailId;
import dev.tradepost.domain.mail.MailPolicy;
import dev.tradepost.domain.mail.MailStatus;
import dev.tradepost.domain.mail.Notice;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.EscrowEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Customers hear of their orders by mail: of each event once at most, whatever happens to it. */
public abstract class MailContract extends PostContract {

  @Test // S0-65, S0-69, S2-16
  void a_customer_hears_that_an_order_was_placed_left_arrived_and_was_given_back() {
    wallet(ALICE, "100");
    Order order = ordered();
    execute(ALICE, paying(order.id()));
    ship(order.id());
    deliver(order.id());
    refund(order.id(), "5.10");
    post();

    String number = order.number().toString();
    assertThat(subjects())
        .containsExactly(
            "Your order " + number,
            "Your order " + number + " is on its way",
            "Your order " + number + " has arrived",
            "Your refund for order " + number);
    List<Letter> letters = mailer.shown();
    assertThat(letters).allMatch(it -> it.to().value().equals("alice@shop.example"));
    assertThat(letters.get(0).text()).contains("2 x The tea, 12.50 USD each: 25.00 USD\n");
    assertThat(letters.get(1).text()).contains("2 x The tea\n", "Carrier: DHL\n");
    assertThat(letters.get(2).text()).contains("2 x The tea\n");
    assertThat(letters.get(3).text()).contains("5.10 USD of your order " + number);
    assertThat(letters).allMatch(it -> mail(it).status() == MailStatus.SENT);
    post();
    assertThat(mailer.shown()).hasSize(4);
  }

  @Test // S0-65
  void a_refund_is_one_mail_when_the_money_goes_back_whatever_paid() {
    Cashier cashier = new Cashier(useCases(), views(), new SandboxProvider());
    Order card = ordered();
    cashier.pay(ALICE, card.id(), "success");
    post();
    int before = mailer.shown().size();
    refund(card.id(), "7");
    post();
    assertThat(mailer.shown()).as("it is decided, not done").hasSize(before);
    cashier.refund(card.id());
    post();
    assertThat(mailer.shown()).hasSize(before + 1);
    assertThat(mailer.shown().get(before).text()).contains("7.00 USD");

    wallet(ALICE, "100");
    Order wallet = ordered();
    execute(ALICE, paying(wallet.id()));
    execute(ALICE, new CancelOrder(wallet.id(), NONE, ANY_VERSION));
    post();
    assertThat(subjects().subList(before + 1, subjects().size()))
        .containsExactly(
            "Your order " + wallet.number(), "Your refund for order " + wallet.number());
  }

  @Test
  void nothing_is_queued_where_mail_is_off_or_a_user_has_no_address() {
    openThePost(MailPolicy.NONE);
    ordered();
    post();
    assertThat(rows()).isZero();

    openThePost(MailPolicy.byId());
    ordered();
    orderedBy(new Actor(new UserId("ann@shop.example"), Role.CUSTOMER));
    post();
    assertThat(rows()).isEqualTo(1);
    assertThat(mailer.shown()).extracting(Letter::to).containsExactly(address("ann"));
  }

  private static MailAddress address(String user) {
    return new MailAddress(user + "@shop.example");
  }

  @Test // A95
  void what_was_not_taken_is_tried_again_after_a_pause_and_given_up_in_the_end() {
    ordered();
    mailer.answer(Handover.notTaken("connection refused"));
    post();
    post();
    assertThat(mailer.shown()).as("not before its time").hasSize(1);
    assertThat(mail(mailer.shown().get(0)).failure()).contains("connection refused");
    for (int attempt = 2; attempt <= Mail.MAX_ATTEMPTS; attempt++) {
      clock.advance(Duration.between(clock.instant(), dueAt()));
      post();
      assertThat(mailer.shown()).hasSize(attempt);
    }
    assertThat(mail(mailer.shown().get(0)).status()).isEqualTo(MailStatus.FAILED);
    assertThat(givenUp).containsExactly(mailer.shown().get(0).id());
    assertThat(mailer.shown()).extracting(Letter::text).containsOnly(mailer.shown().get(0).text());
  }

  private java.time.Instant dueAt() {
    return mail(mailer.shown().get(0)).dueAt().orElseThrow();
  }

  @Test
  void one_that_is_refused_or_lost_has_ended_and_holds_no_other_up() {
    mailer.answer(
        letter ->
            switch (mailer.shown().size() % 3) {
              case 1 -> Handover.refused("answered 550 no such user");
              case 2 -> Handover.unknown("connection lost");
              default -> Handover.taken();
            });
    for (int i = 0; i < 9; i++) {
      ordered();
    }
    post();
    clock.advance(Duration.ofDays(1));
    post();
    assertThat(mailer.shown()).hasSize(9);
    Map<MailStatus, Long> counts =
        mailer.shown().stream()
            .collect(Collectors.groupingBy(it -> mail(it).status(), Collectors.counting()));
    assertThat(counts).isEqualTo(Map.of(MailStatus.SENT, 3L, MailStatus.FAILED, 6L));
    assertThat(mail(mailer.shown().get(0)).failure()).contains("answered 550 no such user");
    assertThat(givenUp).hasSize(6);
  }

  @Test // A95
  void what_a_dead_node_was_handing_over_is_not_sent_again() {
    ordered();
    queue();
    List<Mail> taken = execute(Actor.system(), new TakeMails(4));
    assertThat(taken).hasSize(1);
    for (int day = 0; day < 5; day++) {
      clock.advance(Duration.ofDays(1));
      post();
    }
    assertThat(mailer.shown()).isEmpty();
    assertThat(work(work -> work.mails().get(taken.get(0).id())).orElseThrow().status())
        .isEqualTo(MailStatus.SENDING);
  }

  @Test // A95
  void nodes_that_work_at_once_send_each_mail_once() {
    List<SendMails> nodes = List.of(node(), node(), node());
    Crowd<Integer> crowd =
        Crowd.atOnce(
            8,
            i -> {
              for (int n = 0; n < 5; n++) {
                if (i < 3) {
                  orderedBy(i == 0 ? ALICE : BOB);
                } else {
                  queue();
                  nodes.get(i % 3).turn(clock.instant(), () -> {});
                }
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(8);
    post();
    assertThat(subjects()).hasSize(15).doesNotHaveDuplicates();
    assertThat(rows()).isEqualTo(15);
  }

  @Test
  void no_news_are_given_up_unsent_and_a_month_later_all_is_forgotten() {
    ordered();
    queue();
    clock.advance(Duration.ofDays(3).plusSeconds(1));
    post();
    assertThat(mailer.shown()).isEmpty();
    ordered();
    queue();
    execute(Actor.system(), new TakeMails(4));
    clock.advance(Duration.ofDays(30));
    assertThat(execute(Actor.system(), new ForgetMails())).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(execute(Actor.system(), new ForgetMails())).isEqualTo(2);
    assertThat(rows()).isZero();
  }

  @Test // A95
  void an_event_and_a_recipient_have_one_mail() {
    Notice notice = Notice.placed(new OrderId(new UUID(0, 1)));
    keep(1, "ann", notice);
    keep(1, "bob", notice);
    keep(2, "ann", notice);
    assertThatThrownBy(() -> keep(1, "ann", notice)).isInstanceOf(Busy.class);
    assertThat(rows()).isEqualTo(3);
  }

  private void keep(long seq, String user, Notice notice) {
    work(
        work -> {
          MailId id = new MailId(work.newId());
          work.mails().addAll(List.of(Mail.of(id, seq, address(user), notice, work.now())));
          return id;
        });
  }

  @Test
  void shipments_and_escrows_that_moved_are_told_again_as_it_happened() {
    wallet(ALICE, "100");
    Order order = ordered();
    execute(ALICE, paying(order.id()));
    ship(order.id());
    queue();
    List<Logged> log = views().events().after(0, EventViews.Filter.ALL, 100);
    List<Long> seqs = log.stream().map(Logged::seq).toList();
    Shipment sent = views().orders().find(order.id(), CLERK).orElseThrow().shipments().get(0);
    assertThat(work(work -> work.events().retold(seqs)).values())
        .containsExactlyInAnyOrder(
            new EscrowEvent.Moved(order.id(), EntryType.ORDER_PAYMENT, usd("25"), usd("25")),
            new ShipmentEvent.StatusChanged(
                sent.id(),
                order.id(),
                ShipmentStatus.PENDING,
                ShipmentStatus.SHIPPED,
                sent.trackingNumber(),
                sent.items()));
  }
}
