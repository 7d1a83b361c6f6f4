package dev.tradepost.application.port;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.domain.shared.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One page of a list that is sorted by time of creation, then id. */
public record Page<T>(List<T> items, boolean hasMore, Optional<Cursor> next) {

  /** Times a list can be asked about: those that every database can hold. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  public Page {
    items = List.copyOf(items);
  }

  /** A page of rows that were fetched with one to spare, to see whether more follow. */
  public static <T> Page<T> of(List<T> fetched, Request request, Function<T, Cursor> cursorOf) {
    boolean more = fetched.size() > request.limit();
    List<T> items = more ? fetched.subList(0, request.limit()) : fetched;
    return new Page<>(
        items,
        more,
        more ? Optional.of(cursorOf.apply(items.get(items.size() - 1))) : Optional.empty());
  }

  /**
   * Which page is asked for: the one after the cursor where there is one, else by number.
   *
   * @param limit 1 to 100 items
   * @param page from 1
   */
  public record Request(int limit, int page, Optional<Cursor> after) {
    public static final int MAX_LIMIT = 100;
    public static final int MAX_PAGE = 10_000;

    public Request {
      if (limit < 1 || limit > MAX_LIMIT || page < 1 || page > MAX_PAGE) {
        throw new IllegalArgumentException("limit " + limit + ", page " + page);
      }
    }

    /** How many rows to skip. */
    public int offset() {
      return after.isPresent() ? 0 : (page - 1) * limit;
    }
  }

  /** A place in the list: after the item created then, of this id. */
  public record Cursor(Instant at, String id) {

    public Cursor {
      boolean readable = id.chars().noneMatch(Character::isISOControl);
      if (!readable || at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
        throw invalid();
      }
    }

    /** The cursor as clients see it: opaque and safe in a URL. */
    public String encode() {
      byte[] plain = (at + " " + id).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Reads {@link #encode} back; refuses everything else. */
    public static Cursor decode(String text) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int space = plain.indexOf(' ');
        Instant at = Instant.parse(plain.substring(0, space));
        return new Cursor(at, plain.substring(space + 1));
      } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException e) {
        throw invalid();
      }
    }

    /** The id, where the list's ids are UUIDs; refuses another. */
    public UUID uuid() {
      try {
        return UUID.fromString(id);
      } catch (IllegalArgumentException e) {
        throw invalid();
      }
    }

    /** The id, where the list's ids are numbers; refuses another. */
    public long number() {
      try {
        return Long.parseLong(id);
      } catch (NumberFormatException e) {
        throw invalid();
      }
    }

    private static Rejection invalid() {
      return new Rejection(
          ApplicationReason.INVALID_CURSOR, "this cursor did not come from a list's answer");
    }
  }
}
