package dev.tradepost.benchmarks;

/** An operation that is measured; in the order in which they need each other. */
enum Step {
  CREATE("create order"),
  STOCK("stock check"),
  GET("get order"),
  CANCEL("cancel order");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
