package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one order has been promised, from which warehouses. */
public record Reservation(
    OrderId orderId, UserId userId, List<Line> lines, ReservationStatus status, long version)
    implements Aggregate {

  /** RESERVED, then COMMITTED when paid; FULFILLED or RELEASED from either. */
  public static final Lifecycle<ReservationStatus, ReservationAction> LIFECYCLE =
      Lifecycle.<ReservationStatus, ReservationAction>named(
              "reservation", ReservationStatus.RESERVED)
          .allow(ReservationStatus.RESERVED, ReservationAction.COMMIT, ReservationStatus.COMMITTED)
          .allow(ReservationStatus.RESERVED, ReservationAction.FULFIL, ReservationStatus.FULFILLED)
          .allow(ReservationStatus.RESERVED, ReservationAction.RELEASE, ReservationStatus.RELEASED)
          .allow(ReservationStatus.COMMITTED, ReservationAction.FULFIL, ReservationStatus.FULFILLED)
          .allow(ReservationStatus.COMMITTED, ReservationAction.RELEASE, ReservationStatus.RELEASED)
          .build();

  public Reservation {
    lines = List.copyOf(lines);
  }

  /** Some pieces of one product from one warehouse. */
  public record Line(StockId stock, int quantity) {
    public Line {
      Objects.requireNonNull(stock);
      Quantities.requirePositive(quantity);
    }
  }

  public static Change<Reservation> make(OrderId order, UserId user, List<Line> lines) {
    return Change.of(
        new Reservation(order, user, lines, LIFECYCLE.initial(), 1),
        new ReservationEvent.Made(order, lines));
  }

  /** The order was paid: the promise no longer depends on a payment. */
  public Change<Reservation> commit() {
    return move(ReservationAction.COMMIT);
  }

  /** The goods left. */
  public Change<Reservation> fulfil() {
    return move(ReservationAction.FULFIL);
  }

  /** The goods are free again. */
  public Change<Reservation> release() {
    return move(ReservationAction.RELEASE);
  }

  private Change<Reservation> move(ReservationAction action) {
    ReservationStatus next = LIFECYCLE.after(status, action);
    return Change.of(
        new Reservation(orderId, userId, lines, next, version + 1),
        new ReservationEvent.Moved(orderId, status, next));
  }

  @Override
  public String aggregateId() {
    return orderId.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
