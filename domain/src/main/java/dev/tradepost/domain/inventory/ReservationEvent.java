package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to the reservation of an order. */
public sealed interface ReservationEvent extends DomainEvent {

  /** Stock was promised to an order. */
  record Made(OrderId orderId, List<Reservation.Line> lines, Optional<Instant> expiresAt)
      implements ReservationEvent {
    public Made {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "reservation.made";
    }
  }

  /**
   * More was promised to the same order.
   *
   * @param lines as they are now
   */
  record Grown(OrderId orderId, List<Reservation.Line> lines) implements ReservationEvent {
    public Grown {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "reservation.grown";
    }
  }

  /**
   * The reservation moved on: paid, shipped or given back, in whole or in part.
   *
   * @param lines as they are now
   */
  record Moved(
      OrderId orderId, ReservationStatus from, ReservationStatus to, List<Reservation.Line> lines)
      implements ReservationEvent {
    public Moved {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "reservation.moved";
    }
  }
}
