package dev.tradepost.domain.inventory;

import java.util.Optional;

/**
 * Where a warehouse stands and how gladly the shop ships from it.
 *
 * @param priority lower ships first; warehouses of the same priority follow each other by id
 * @param country ISO 3166 alpha-2, in capitals
 * @param region free text, at most 100 characters
 */
public record Site(int priority, Optional<String> country, Optional<String> region) {
  /** The priority of a warehouse nobody gave one: after all that have one. */
  public static final int LAST = Integer.MAX_VALUE;

  /** What is known of a warehouse nobody described. */
  public static final Site UNKNOWN = new Site(LAST, Optional.empty(), Optional.empty());

  public Site {
    Destination.requirePlace(country, region);
  }
}
