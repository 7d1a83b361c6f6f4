package dev.tradepost.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** The requests about orders, and the orders that are open at the server. */
final class ServerOrders {
  private final OrderIds orders = new OrderIds();

  /** Puts the products into the shop. */
  void stock(HttpLine line) throws IOException {
    for (int number : Goods.numbers().toArray()) {
      stock(line, number);
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
    orders.add(place(line, Goods.two(random)));
    return true;
  }

  /** Nobody gets or cancels these: what is measured of others is not to wait for their stock. */
  boolean createFlash(HttpLine line) throws IOException {
    place(line, Goods.flash());
    return true;
  }

  /** Places an order of these pieces by product; its id. */
  static UUID place(HttpLine line, Map<String, Integer> basket) throws IOException {
    String items =
        basket.entrySet().stream()
            .map(it -> "{\"productId\":\"" + it.getKey() + "\",\"quantity\":" + it.getValue() + "}")
            .collect(Collectors.joining(","));
    String order = line.exchange("POST", "/orders", "{\"items\":[" + items + "]}");
    return HttpLine.idAfter("{\"id\":\"", order);
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
