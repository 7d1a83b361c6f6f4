package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is measured; those of a kind in the order in which they need each other. */
enum Operation {
  CREATE(Kind.ORDERS, true, "create order"),
  STOCK(Kind.ORDERS, false, "stock check"),
  GET(Kind.ORDERS, false, "get order"),
  CANCEL(Kind.ORDERS, true, "cancel order"),
  FLASH_SALE(Kind.ORDERS, true, "flash sale, 1 product"),
  CREATE_LARGE(Kind.LARGE, true, "create order, 200 lines"),
  TRANSFER(Kind.WALLETS, true, "transfer"),
  /** The server does the same again; what it is compared with is one call of a function. */
  TRANSFER_CALL(Kind.WALLETS, true, "transfer, against a function"),
  HOT_TRANSFER(Kind.WALLETS, true, "transfer, 2 hot wallets"),
  ADD(Kind.WALLETS, true, "add"),
  HISTORY(Kind.WALLETS, false, "history page"),
  FX_PLACE(Kind.FX, true, "place FX order"),
  FX_TRADE(Kind.FX, true, "add trade"),
  FX_SETTLE(Kind.FX, true, "FX order + trade, by wallet");

  private final Kind kind;
  private final boolean writing;
  private final String label;

  /** What an operation needs to be there before. */
  enum Kind {
    ORDERS,
    /** Orders of many lines from many warehouses. */
    LARGE,
    WALLETS,
    FX;

    /** What the command line calls it. */
    String option() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Operation(Kind kind, boolean writing, String label) {
    this.kind = kind;
    this.writing = writing;
    this.label = label;
  }

  static List<Operation> of(Kind kind) {
    return Stream.of(values()).filter(it -> it.kind == kind).toList();
  }

  /** Whether it can be measured there: the embedded database has no functions in SQL. */
  boolean isOn(boolean embedded) {
    return !embedded || this != TRANSFER_CALL;
  }

  Kind kind() {
    return kind;
  }

  boolean isWriting() {
    return writing;
  }

  String label() {
    return label;
  }
}
