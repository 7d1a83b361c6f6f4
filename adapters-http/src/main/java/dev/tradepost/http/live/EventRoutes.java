package dev.tradepost.http.live;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Json;
import dev.tradepost.http.shared.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The log of events, to be read on from where one stopped. */
public final class EventRoutes {
  private final EventViews events;

  private EventRoutes(EventViews events) {
    this.events = events;
  }

  /** Puts the route up. */
  public static void install(Api api, EventViews events) {
    api.get("/events", new EventRoutes(events)::list, "after", "type", "userId", "limit");
  }

  /** An event as it leaves the house, as JSON. */
  public static String envelope(Logged event) {
    return Json.write(Envelope.of(event));
  }

  /** The one envelope in which events leave the house. */
  record Envelope(
      long seq,
      UUID id,
      String type,
      Instant occurredAt,
      String aggregateId,
      long aggregateVersion,
      @JsonRawValue String data) {

    static Envelope of(Logged event) {
      return new Envelope(
          event.seq(),
          event.id(),
          event.type(),
          event.occurredAt(),
          event.aggregateId(),
          event.aggregateVersion(),
          event.data());
    }
  }

  /**
   * Some events and where to go on.
   *
   * @param next the value of {@code after} that reads on; the same again where nothing came
   */
  record EventsResponse(List<Envelope> data, long next, boolean hasMore) {}

  /** The caller's own events; for staff those of a user, or everybody's. */
  private Reply list(Call call) {
    long after = call.number("after", 0, Long.MAX_VALUE).orElse(0);
    int limit = (int) call.number("limit", 1, 100).orElse(100);
    Optional<UserId> owner = call.whose();
    Set<String> types = call.parameter("type").map(Set::of).orElse(Set.of());
    List<Logged> found = events.after(after, new EventViews.Filter(owner, types), limit + 1);
    boolean more = found.size() > limit;
    List<Logged> page = more ? found.subList(0, limit) : found;
    long next = page.isEmpty() ? after : page.get(page.size() - 1).seq();
    return Reply.ok(new EventsResponse(page.stream().map(Envelope::of).toList(), next, more));
  }
}
