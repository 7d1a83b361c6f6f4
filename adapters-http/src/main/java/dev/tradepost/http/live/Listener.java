package dev.tradepost.http.live;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Role;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who listens, and to what.
 *
 * @param user whose orders; empty for everybody's, which staff may hear
 * @param order one order alone; empty for all
 * @param since the number after which to begin; empty for now
 * @param until when the token ends, and the stream with it
 */
record Listener(
    Actor actor, Optional<UserId> user, Optional<String> order, OptionalLong since, Instant until) {

  /** Customers hear of their own orders; staff of a user's, or of everybody's. */
  static Listener of(
      Actor actor,
      Optional<UserId> user,
      Optional<String> order,
      OptionalLong since,
      Instant until) {
    if (!actor.has(Role.STAFF) && user.filter(it -> !it.equals(actor.userId())).isPresent()) {
      throw new Rejection(
          ApplicationReason.NOT_FOR_OTHERS, "only staff may hear of the orders of other users");
    }
    Optional<UserId> whose = actor.has(Role.STAFF) ? user : Optional.of(actor.userId());
    return new Listener(actor, whose, order, since, until);
  }

  EventViews.Filter filter() {
    return new EventViews.Filter(user, Frames.types());
  }

  /** Whether an event of this user's order is for this listener. */
  boolean hears(Optional<UserId> owner, Frame frame) {
    return (user.isEmpty() || user.equals(owner))
        && order.map(frame.orderId()::equals).orElse(true);
  }
}
