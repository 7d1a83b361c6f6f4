package dev.tradepost.application.order;

import dev.tradepost.application.port.StagedStore;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderEvent;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One move of an order.
 *
 * @param seq the order's version after the move; grows, not always by one
 * @param from the state before; empty for the placing
 * @param action what was done; empty for the placing
 */
public record TimelineEntry(
    long seq,
    Instant at,
    Optional<String> from,
    String to,
    Optional<OrderAction> action,
    String reason,
    UserId actor) {

  /** The moves an order made in one unit of work. */
  public static List<TimelineEntry> of(StagedStore.Staged<Order> staged, Instant at, UserId actor) {
    List<TimelineEntry> entries = new ArrayList<>();
    long seq = staged.versionBefore();
    for (DomainEvent event : staged.events()) {
      seq++;
      if (event instanceof OrderEvent.Created created) {
        String first = created.status();
        entries.add(
            new TimelineEntry(
                seq, at, Optional.empty(), first, Optional.empty(), "Order created", actor));
      } else if (event instanceof OrderEvent.StateChanged moved) {
        entries.add(
            new TimelineEntry(
                seq,
                at,
                Optional.of(moved.fromState()),
                moved.toState(),
                Optional.of(moved.action()),
                moved.reason(),
                actor));
      }
    }
    return entries;
  }
}
