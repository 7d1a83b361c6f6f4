package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.inventory.ReservationAction.COMMIT;
import static dev.tradepost.domain.inventory.ReservationAction.EXPIRE;
import static dev.tradepost.domain.inventory.ReservationAction.EXTEND;
import static dev.tradepost.domain.inventory.ReservationAction.FULFIL;
import static dev.tradepost.domain.inventory.ReservationAction.GROW;
import static dev.tradepost.domain.inventory.ReservationAction.REDUCE;
import static dev.tradepost.domain.inventory.ReservationAction.RELEASE;
import static dev.tradepost.domain.inventory.ReservationStatus.COMMITTED;
import static dev.tradepost.domain.inventory.ReservationStatus.EXPIRED;
import static dev.tradepost.domain.inventory.ReservationStatus.FULFILLED;
import static dev.tradepost.domain.inventory.ReservationStatus.RELEASED;
import static dev.tradepost.domain.inventory.ReservationStatus.RESERVED;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What one order has been promised, from which warehouses, and how much of that has left or was
 * given back.
 *
 * @param expiresAt until when it waits for a payment; empty for as long as it takes
 * @param extended whether it has got more time already
 */
public record Reservation(
    OrderId orderId,
    UserId userId,
    List<Line> lines,
    ReservationStatus status,
    Optional<Instant> expiresAt,
    boolean extended,
    long version)
    implements Aggregate {

  /** RESERVED, then COMMITTED when paid; what is left of either leaves or is given back. */
  public static final Lifecycle<ReservationStatus, ReservationAction> LIFECYCLE =
      Lifecycle.<ReservationStatus, ReservationAction>named("reservation", RESERVED)
          .allow(RESERVED, COMMIT, COMMITTED)
          .allow(RESERVED, EXTEND, RESERVED)
          .allow(RESERVED, GROW, RESERVED)
          .allow(RESERVED, REDUCE, RESERVED)
          .allow(RESERVED, FULFIL, FULFILLED)
          .allow(RESERVED, RELEASE, RELEASED)
          .allow(RESERVED, EXPIRE, EXPIRED)
          .allow(COMMITTED, REDUCE, COMMITTED)
          .allow(COMMITTED, FULFIL, FULFILLED)
          .allow(COMMITTED, RELEASE, RELEASED)
          .build();

  public Reservation {
    lines = List.copyOf(lines);
  }

  /**
   * Some pieces of one product from one warehouse.
   *
   * @param quantity how many were promised
   * @param shipped how many of them have left
   * @param released how many of them were given back
   */
  public record Line(StockId stock, int quantity, int shipped, int released) {
    public Line {
      Objects.requireNonNull(stock);
      Quantities.requirePositive(quantity);
      if (shipped < 0 || released < 0 || (long) shipped + released > quantity) {
        throw new IllegalArgumentException(
            shipped + " shipped and " + released + " released of " + quantity);
      }
    }

    public Line(StockId stock, int quantity) {
      this(stock, quantity, 0, 0);
    }

    /** How many are still promised. */
    public int open() {
      return quantity - shipped - released;
    }

    /** What was given back is promised again first, so that the line does not grow for ever. */
    private Line grow(int some) {
      int again = Math.min(released, some);
      return new Line(stock, Math.addExact(quantity, some - again), shipped, released - again);
    }

    private Line ship(int some) {
      return new Line(stock, quantity, shipped + some, released);
    }

    private Line release(int some) {
      return new Line(stock, quantity, shipped, released + some);
    }
  }

  /** A promise that waits for a payment as long as it takes. */
  public static Change<Reservation> make(OrderId order, UserId user, List<Line> lines) {
    return make(order, user, lines, Optional.empty());
  }

  /** A promise that waits until then. */
  public static Change<Reservation> make(
      OrderId order, UserId user, List<Line> lines, Optional<Instant> expiresAt) {
    return Change.of(
        new Reservation(order, user, lines, LIFECYCLE.initial(), expiresAt, false, 1),
        new ReservationEvent.Made(order, lines, expiresAt));
  }

  /** What is still promised, by stock; nothing once it has ended. */
  public Map<StockId, Integer> open() {
    Map<StockId, Integer> open = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> line.open() > 0)
        .forEach(line -> open.merge(line.stock(), line.open(), Integer::sum));
    return open;
  }

  /** Whether its time has run out, whether or not anybody has noticed. */
  public boolean lapsed(Instant now) {
    return status == RESERVED && expiresAt.filter(at -> !now.isBefore(at)).isPresent();
  }

  /** Refuses one whose time has run out. */
  public void requireActive(Instant now) {
    if (status == EXPIRED || lapsed(now)) {
      throw new Rejection(
          InventoryReason.RESERVATION_EXPIRED, "the reservation ended, place the order again");
    }
  }

  /** The order was paid: the promise no longer depends on a payment, and never expires. */
  public Change<Reservation> commit() {
    return moved(COMMIT, lines, Optional.empty(), extended);
  }

  /** A payment has begun: at least until then, once. */
  public Change<Reservation> extend(Instant until) {
    Optional<Instant> later = expiresAt.map(at -> at.isBefore(until) ? until : at);
    return moved(EXTEND, lines, later, true);
  }

  /** It waits for the payment as long as it takes. */
  public Change<Reservation> keep() {
    return moved(EXTEND, lines, Optional.empty(), extended);
  }

  /** These are promised too, until the same time. Only before it is paid. */
  public Change<Reservation> grow(List<Line> more) {
    Map<StockId, Integer> added = new LinkedHashMap<>();
    more.forEach(line -> added.merge(line.stock(), line.quantity(), Math::addExact));
    List<Line> after = new ArrayList<>();
    for (Line line : lines) {
      Integer some = added.remove(line.stock());
      after.add(some == null ? line : line.grow(some));
    }
    added.forEach((stock, some) -> after.add(new Line(stock, some)));
    ReservationStatus next = LIFECYCLE.after(status, GROW);
    return Change.of(
        new Reservation(orderId, userId, after, next, expiresAt, extended, version + 1),
        new ReservationEvent.Grown(orderId, after));
  }

  /** These leave the warehouses; what is left waits for no payment any more. */
  public Change<Reservation> ship(Map<StockId, Integer> pieces) {
    return reduced(pieces, Line::ship, Optional.empty());
  }

  /** These are free again. */
  public Change<Reservation> release(Map<StockId, Integer> pieces) {
    return reduced(pieces, Line::release, expiresAt);
  }

  /** Nobody has paid in time: all of it is free again. */
  public Change<Reservation> expire(Instant now) {
    if (!lapsed(now)) {
      throw new IllegalStateException("the reservation of " + orderId + " is not over");
    }
    return moved(EXPIRE, taken(open(), Line::release), expiresAt, extended);
  }

  private Change<Reservation> reduced(
      Map<StockId, Integer> pieces, BiFunction<Line, Integer, Line> how, Optional<Instant> until) {
    List<Line> after = taken(pieces, how);
    boolean some = after.stream().anyMatch(line -> line.open() > 0);
    boolean left = after.stream().anyMatch(line -> line.shipped() > 0);
    return moved(some ? REDUCE : left ? FULFIL : RELEASE, after, until, extended);
  }

  private List<Line> taken(Map<StockId, Integer> pieces, BiFunction<Line, Integer, Line> how) {
    Map<StockId, Integer> missing = new LinkedHashMap<>(pieces);
    List<Line> after =
        lines.stream()
            .map(
                line -> {
                  int some = Math.min(line.open(), missing.getOrDefault(line.stock(), 0));
                  missing.merge(line.stock(), -some, Integer::sum);
                  return some > 0 ? how.apply(line, some) : line;
                })
            .toList();
    if (missing.values().stream().anyMatch(rest -> rest > 0)) {
      throw new IllegalArgumentException(pieces + " is more than is promised: " + open());
    }
    return after;
  }

  private Change<Reservation> moved(
      ReservationAction action, List<Line> newLines, Optional<Instant> until, boolean longer) {
    ReservationStatus next = LIFECYCLE.after(status, action);
    return Change.of(
        new Reservation(orderId, userId, newLines, next, until, longer, version + 1),
        new ReservationEvent.Moved(orderId, status, next, newLines));
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
