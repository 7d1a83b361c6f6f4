package dev.tradepost.persistence.shared;

import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.StandardLifecycles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Remembers the lifecycles a shop has added, so that an order whose lifecycle or state is no longer
 * configured is found when the server starts and not when somebody reads it. It looks only for what
 * has gone since: a start with the lifecycles of the last one reads no order.
 */
public final class KnownLifecycles {
  private static final int ATTEMPTS = 5;

  private KnownLifecycles() {}

  /** A state of a lifecycle in which orders stand. */
  public record Place(String lifecycle, String status) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = lifecycle.compareTo(other.lifecycle);
      return order == 0 ? status.compareTo(other.status) : order;
    }

    private boolean isIn(Shop shop) {
      OrderLifecycle known = shop.lifecycles().get(lifecycle);
      return known != null && known.table().states().contains(status);
    }
  }

  /**
   * Where orders stand that this shop could not read. Where there are none, the shop's own
   * lifecycles are remembered from now on.
   */
  public static List<Place> unreadable(Jdbi jdbi, Shop shop) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(handle -> unreadable(handle, shop));
      } catch (JdbiException e) {
        RuntimeException translated = Reads.translated(e);
        boolean raced = translated instanceof Conflict; // another server starts at this moment
        if (!raced || attempt == ATTEMPTS) {
          throw translated;
        }
      }
    }
  }

  private static List<Place> unreadable(Handle handle, Shop shop) {
    TreeSet<Place> remembered = new TreeSet<>(remembered(handle));
    List<Place> unreadable =
        remembered.stream()
            .filter(place -> !place.isIn(shop))
            .filter(place -> hasOrders(handle, place))
            .toList();
    if (unreadable.isEmpty()) {
      List<Place> added = added(shop);
      added.removeAll(remembered);
      remember(handle, added);
    }
    return unreadable;
  }

  private static List<Place> remembered(Handle handle) {
    return handle
        .createQuery("SELECT lifecycle, status FROM lifecycle_states")
        .map((row, context) -> new Place(row.getString("lifecycle"), row.getString("status")))
        .list();
  }

  private static boolean hasOrders(Handle handle, Place place) {
    return handle
        .createQuery(
            "SELECT id FROM orders WHERE status = :status AND lifecycle = :lifecycle LIMIT 1")
        .bind("status", place.status)
        .bind("lifecycle", place.lifecycle)
        .map((row, context) -> Columns.uuid(row, "id"))
        .findOne()
        .isPresent();
  }

  /** The places of lifecycles that are not the house's own: those are always there. */
  private static List<Place> added(Shop shop) {
    List<Place> added = new ArrayList<>();
    for (OrderLifecycle lifecycle : shop.lifecycles().values()) {
      if (!StandardLifecycles.all().contains(lifecycle)) {
        lifecycle.table().states().forEach(it -> added.add(new Place(lifecycle.name(), it)));
      }
    }
    return added;
  }

  private static void remember(Handle handle, List<Place> places) {
    Batch.run(
        handle,
        "INSERT INTO lifecycle_states (lifecycle, status) VALUES (:lifecycle, :status)",
        places,
        (batch, it) -> batch.bind("lifecycle", it.lifecycle).bind("status", it.status));
  }
}
