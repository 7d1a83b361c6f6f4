package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads orders; what is not there for the reader is not there. */
public interface OrderViews {

  Optional<OrderView> find(OrderId id, Actor reader);

  /** Newest first, or oldest first if asked. */
  Page<OrderView> list(Filter filter, Page.Request request);

  /** Orders of both kinds, or of the one asked for, sorted the same way. */
  Page<AnyOrder> listAny(Optional<AnyOrder.Kind> kind, Filter filter, Page.Request request);

  /**
   * The order's moves, whatever its kind, the first one first; nothing for an order the reader
   * cannot see.
   */
  List<TimelineEntry> timeline(OrderId id, Actor reader);

  /**
   * Which orders.
   *
   * @param user whose; empty for everybody's
   * @param from created then or later
   * @param to created before then
   * @param text how the order number begins or ends ({@link
   *     dev.tradepost.domain.shared.OrderNumber#isFoundBy}); for orders of goods also the id of a
   *     product or the tracking number of a shipment, for those of currencies their client's id
   */
  record Filter(
      Optional<UserId> user,
      Optional<String> status,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> text,
      boolean oldestFirst) {

    /** All orders of one user. */
    public static Filter of(UserId user) {
      return new Filter(
          Optional.of(user),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
    }
  }
}
