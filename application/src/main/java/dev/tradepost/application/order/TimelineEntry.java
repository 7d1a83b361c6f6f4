package dev.tradepost.application.order;

import dev.tradepost.application.port.StagedStore;
import dev.tradepost.domain.order.OrderEvent;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxAction;
import dev.tradepost.domain.trade.FxEvent;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    Optional<String> action,
    String reason,
    UserId actor) {

  private static final int MAX_REASON = 500;

  /** The moves an order of either kind made in one command. */
  public static List<TimelineEntry> of(StagedStore.Staged<?> staged) {
    Stamp stamp = staged.stamp();
    List<TimelineEntry> entries = new ArrayList<>();
    staged.eachEvent(
        (event, seq) -> {
          Move move = Move.of(event);
          if (move != null) {
            entries.add(
                new TimelineEntry(
                    seq, stamp.at(), move.from, move.to, move.action, move.reason, stamp.by()));
          }
        });
    return entries;
  }

  /** What an event moved; null for one that moved nothing. */
  private record Move(Optional<String> from, String to, Optional<String> action, String reason) {

    static Move of(DomainEvent event) {
      if (event instanceof OrderEvent.Created created) {
        return first(created.status(), "Order created");
      }
      if (event instanceof OrderEvent.StateChanged moved) {
        return move(moved.fromState(), moved.toState(), moved.action(), moved.reason());
      }
      if (event instanceof OrderEvent.ItemsCancelled less) {
        return move(less.status(), less.status(), "CANCEL_ITEMS", less(less));
      }
      if (event instanceof OrderEvent.Edited edited) {
        return move(edited.status(), edited.status(), "EDIT", edit(edited));
      }
      return event instanceof FxEvent fx ? of(fx) : null;
    }

    /** Names the pieces where there is room for it, and counts them where there is not. */
    private static String less(OrderEvent.ItemsCancelled less) {
      String named =
          less.items().entrySet().stream()
              .map(it -> it.getValue() + " x " + it.getKey())
              .collect(Collectors.joining(", "));
      long pieces = less.items().values().stream().mapToLong(Integer::longValue).sum();
      return shortest(named, pieces + " pieces", less.reason());
    }

    /** The same of what an edit changed; of an address no more than that it is another. */
    private static String edit(OrderEvent.Edited edited) {
      List<String> addresses = new ArrayList<>();
      if (edited.shippingAddressChanged()) {
        addresses.add("shipping address");
      }
      if (edited.billingAddressChanged()) {
        addresses.add("billing address");
      }
      List<String> named = new ArrayList<>();
      edited
          .items()
          .forEach(it -> named.add(it.productId() + " from " + it.from() + " to " + it.to()));
      List<String> counted = new ArrayList<>(List.of(edited.items().size() + " products"));
      named.addAll(addresses);
      counted.addAll(addresses);
      return shortest(String.join(", ", named), String.join(", ", counted), edited.reason());
    }

    private static String shortest(String named, String counted, String reason) {
      String full = named + ": " + reason;
      if (full.length() <= MAX_REASON) {
        return full;
      }
      String brief = counted + ": " + reason;
      return brief.substring(0, Math.min(brief.length(), MAX_REASON));
    }

    private static Move of(FxEvent event) {
      if (event instanceof FxEvent.Placed placed) {
        return first(placed.status().name(), "Order placed");
      }
      if (event instanceof FxEvent.TradeAdded filled) {
        Trade trade = filled.trade();
        String price = trade.executedPrice().toPlainString();
        return move(
            filled.from(),
            filled.to(),
            filled.to() == FxStatus.FILLED ? FxAction.FILL_ALL : FxAction.FILL_PART,
            "Filled " + trade.executedAmount() + " at " + price);
      }
      if (event instanceof FxEvent.Amended amended) {
        return move(amended.from(), amended.to(), "AMEND", "Amount is now " + amended.amount());
      }
      FxEvent.Cancelled cancelled = (FxEvent.Cancelled) event;
      return move(cancelled.from(), FxStatus.CANCELLED, FxAction.CANCEL, cancelled.reason());
    }

    private static Move first(String state, String reason) {
      return new Move(Optional.empty(), state, Optional.empty(), reason);
    }

    private static Move move(Object from, Object to, Object action, String reason) {
      return new Move(
          Optional.of(from.toString()), to.toString(), Optional.of(action.toString()), reason);
    }
  }
}
