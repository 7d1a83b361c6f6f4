package dev.tradepost.domain.inventory;

/** How near a warehouse is to where an order goes, nearest first; not a distance. */
enum Nearness {
  SAME_REGION(" in the same region"),
  SAME_COUNTRY(" in the same country"),
  /** Another country, or one of the two is unknown. */
  ELSEWHERE("");

  private final String words;

  Nearness(String words) {
    this.words = words;
  }

  /** What a sentence adds to the name of a warehouse. */
  String words() {
    return words;
  }
}
