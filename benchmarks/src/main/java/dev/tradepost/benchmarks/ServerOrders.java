package dev.tradepost.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;

/** The requests about orders, and the orders that are open at the server. */
final class ServerOrders {
  private final OrderIds orders = new OrderIds();

  /** Puts the products into the shop. */
  void stock(HttpLine line) throws IOException {
    for (int i = 0; i < Goods.COUNT; i++) {
      stock(line, i);
    }
  }

  private static void stock(HttpLine line, int number) throws IOException {
    String product =
        "{\"id\":\"%s\",\"name\":\"%s\",\"price\":%s,\"currency\":\"USD\"}"
            .formatted(
                Goods.id(number),
                Goods.name(number),
                BigDecimal.valueOf(Goods.priceMinor(number), 2).toPlainString());
    line.exchange("POST", "/products", product);
    line.exchange(
        "PUT",
        "/inventory/" + Goods.id(number) + "/" + Goods.WAREHOUSE,
        "{\"onHand\":" + Goods.ON_HAND + "}");
  }

  boolean create(HttpLine line, Random random) throws IOException {
    String[] products = Goods.two(random);
    String body =
        "{\"items\":[{\"productId\":\""
            + products[0]
            + "\",\"quantity\":1},{\"productId\":\""
            + products[1]
            + "\",\"quantity\":2}]}";
    orders.add(HttpLine.idAfter("{\"id\":\"", line.exchange("POST", "/orders", body)));
    return true;
  }

  boolean checkStock(HttpLine line, Random random) throws IOException {
    line.get("/inventory/" + Goods.any(random));
    return true;
  }

  boolean get(HttpLine line, Random random) throws IOException {
    line.get("/orders/" + orders.any(random));
    return true;
  }

  /** False where no order is left. */
  boolean cancel(HttpLine line) throws IOException {
    UUID id = orders.take();
    if (id == null) {
      return false;
    }
    line.exchange("PUT", "/orders/" + id + "/cancel", "");
    return true;
  }
}
