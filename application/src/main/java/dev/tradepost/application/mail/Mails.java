package dev.tradepost.application.mail;

import dev.tradepost.application.port.EventStore.Numbered;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailId;
import dev.tradepost.domain.mail.Notice;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.EscrowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which events customers get a mail for: an order of goods was placed, a shipment left or arrived,
 * money of an order left its escrow for where it came from. The last happens once a refund, when
 * the money goes back, whatever it was paid with.
 */
public final class Mails {
  private static final String ORDER_PLACED = "order.created";
  private static final Set<String> RETOLD = Set.of("shipment.status_changed", "escrow.moved");

  private Mails() {}

  /** Queues mails about events that have just got their numbers; how many. */
  public static int queue(UnitOfWork work, List<Numbered> events) {
    List<Numbered> worthIt = events.stream().filter(event -> worthAMail(work, event)).toList();
    List<Long> moves =
        worthIt.stream().filter(it -> RETOLD.contains(it.type())).map(Numbered::seq).toList();
    Map<Long, DomainEvent> retold = moves.isEmpty() ? Map.of() : work.events().retold(moves);
    List<Mail> fresh = new ArrayList<>();
    for (Numbered event : worthIt) {
      notice(event, Optional.ofNullable(retold.get(event.seq())))
          .ifPresent(notice -> fresh.add(mail(work, event, notice)));
    }
    if (!fresh.isEmpty()) {
      work.mails().addAll(fresh);
    }
    return fresh.size();
  }

  private static boolean worthAMail(UnitOfWork work, Numbered event) {
    return (event.type().equals(ORDER_PLACED) || RETOLD.contains(event.type()))
        && event.owner().flatMap(work.shop().mail()::addressOf).isPresent();
  }

  private static Mail mail(UnitOfWork work, Numbered event, Notice notice) {
    return Mail.of(
        new MailId(work.newId()),
        event.seq(),
        event.owner().flatMap(work.shop().mail()::addressOf).orElseThrow(),
        notice,
        work.now());
  }

  private static Optional<Notice> notice(Numbered event, Optional<DomainEvent> retold) {
    if (event.type().equals(ORDER_PLACED)) {
      return Optional.of(Notice.placed(new OrderId(UUID.fromString(event.aggregateId()))));
    }
    DomainEvent happened = retold.orElseThrow();
    if (happened instanceof ShipmentEvent.StatusChanged moved) {
      return notice(moved);
    }
    if (happened instanceof EscrowEvent.Moved moved && moved.kind() == EntryType.ORDER_REFUND) {
      return Optional.of(Notice.returned(moved.orderId(), moved.amount()));
    }
    return Optional.empty();
  }

  private static Optional<Notice> notice(ShipmentEvent.StatusChanged moved) {
    if (moved.to() == ShipmentStatus.SHIPPED) {
      return Optional.of(Notice.left(moved.orderId(), moved.shipmentId()));
    }
    return moved.to() == ShipmentStatus.DELIVERED
        ? Optional.of(Notice.arrived(moved.orderId(), moved.shipmentId()))
        : Optional.empty();
  }
}
