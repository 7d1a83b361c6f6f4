package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.Page;
import org.jdbi.v3.core.statement.Query;

/** The SQL of paged lists: sorted by time of creation, then id, one row fetched to spare. */
public final class Pages {

  private Pages() {}

  /** The condition that starts the page after the cursor, ready for a WHERE; true without one. */
  public static String after(Page.Request request, String at, String id, boolean oldestFirst) {
    return request.after().isEmpty()
        ? "TRUE"
        : "(" + at + ", " + id + ") " + (oldestFirst ? ">" : "<") + " (:cursorAt, :cursorId)";
  }

  /** The end of the statement. */
  public static String order(String at, String id, boolean oldestFirst) {
    return sorted(at, id, oldestFirst) + " LIMIT :limit OFFSET :offset";
  }

  /**
   * The end of a part of a union that looks for the row before a page: no more of it than can be
   * before the page, so that each part is walked by its index and none is sorted as a whole. The
   * number is in the text, because H2 keeps the result of a part for other values of its
   * parameters.
   */
  public static String before(Page.Request request, String at, String id, boolean oldestFirst) {
    return sorted(at, id, oldestFirst) + " LIMIT " + request.offset();
  }

  /** The end of the statement around these parts: the last row before the page. */
  public static String lastBefore(Page.Request request, String at, String id, boolean oldestFirst) {
    return sorted(at, id, oldestFirst) + " LIMIT 1 OFFSET " + (request.offset() - 1);
  }

  private static String sorted(String at, String id, boolean oldestFirst) {
    String way = oldestFirst ? "" : " DESC";
    return " ORDER BY " + at + way + ", " + id + way;
  }

  /** Binds what the two above left open, for ids that are text. */
  public static Query bindText(Query query, Page.Request request) {
    request.after().ifPresent(cursor -> query.bind("cursorId", cursor.id()));
    return bind(query, request);
  }

  /** The same for ids that are UUIDs. */
  public static Query bindUuid(Query query, Page.Request request) {
    request.after().ifPresent(cursor -> query.bind("cursorId", cursor.uuid()));
    return bind(query, request);
  }

  private static Query bind(Query query, Page.Request request) {
    request.after().ifPresent(cursor -> query.bind("cursorAt", Columns.timestamp(cursor.at())));
    return query.bind("limit", request.limit() + 1).bind("offset", request.offset());
  }

  /**
   * A pattern for {@code LIKE ... ESCAPE '!'} that finds this text anywhere, whatever its case.
   * With a backslash there, a statement could have only one: Jdbi takes it to escape the quote.
   */
  public static String anywhere(String text) {
    return "%" + literally(text.toLowerCase(java.util.Locale.ROOT)) + "%";
  }

  /** A part of such a pattern that is this text and nothing else. */
  public static String literally(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }
}
