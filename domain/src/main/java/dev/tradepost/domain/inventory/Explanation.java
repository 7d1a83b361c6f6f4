package dev.tradepost.domain.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says in one plain sentence who serves what. Where that is too long, each warehouse names fewer of
 * its products; where that does not help, the last warehouses are only counted.
 */
final class Explanation {
  static final int MAX_LENGTH = 500;

  private static final int[] PRODUCTS_NAMED = {Integer.MAX_VALUE, 3, 2, 1};
  private static final int ROOM_FOR_THE_REST = " and 1000000 more".length();

  private Explanation() {}

  /** What one warehouse serves, and what it is called. */
  record Share(String warehouse, List<Reservation.Line> lines) {
    String naming(int products) {
      String named =
          lines.stream()
              .limit(products)
              .map(line -> line.stock().product() + " x" + line.quantity())
              .collect(Collectors.joining(", "));
      int more = Math.max(0, lines.size() - products);
      return warehouse + " (" + named + (more > 0 ? " and " + more + " more)" : ")");
    }
  }

  /** The sentence, at most {@link #MAX_LENGTH} characters. */
  static String of(String strategy, List<Share> shares) {
    if (shares.size() < 2) {
      return strategy
          + ": "
          + (shares.isEmpty() ? "nothing to serve" : shares.get(0).warehouse() + " serves all");
    }
    String start = strategy + ": " + shares.size() + " warehouses, ";
    for (int products : PRODUCTS_NAMED) {
      String sentence =
          shares.stream()
              .map(share -> share.naming(products))
              .collect(Collectors.joining(", ", start, ""));
      if (sentence.length() <= MAX_LENGTH) {
        return sentence;
      }
    }
    return naming(start, shares);
  }

  private static String naming(String start, List<Share> shares) {
    List<String> named = new ArrayList<>();
    int length = start.length() + ROOM_FOR_THE_REST;
    for (Share share : shares) {
      String next = share.naming(1);
      length += next.length() + ", ".length();
      if (length > MAX_LENGTH) {
        break;
      }
      named.add(next);
    }
    return start + String.join(", ", named) + " and " + (shares.size() - named.size()) + " more";
  }
}
