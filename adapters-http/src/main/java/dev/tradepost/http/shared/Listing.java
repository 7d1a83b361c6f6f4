package dev.tradepost.http.shared;

import dev.tradepost.application.port.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of a list as clients see it. */
public record Listing<T>(List<T> data, PageInfo page) {

  /** Where the page stands; {@code nextCursor} fetches the one after it. */
  public record PageInfo(int limit, int page, boolean hasMore, Optional<String> nextCursor) {}

  public static <V, T> Listing<T> of(Page<V> page, Page.Request request, Function<V, T> item) {
    return new Listing<>(
        page.items().stream().map(item).toList(),
        new PageInfo(
            request.limit(), request.page(), page.hasMore(), page.next().map(Page.Cursor::encode)));
  }
}
