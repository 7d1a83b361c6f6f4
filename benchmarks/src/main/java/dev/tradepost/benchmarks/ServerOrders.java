package dev.tradepost.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
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

  Request create(Random random) {
    return place(Goods.two(random)).keeping(order -> orders.add(idOf(order)));
  }

  /** Nobody gets or cancels these: what is measured of others is not to wait for their stock. */
  static Request createFlash() {
    return place(Goods.flash());
  }

  /** Places an order of these pieces by product. */
  static Request place(Map<String, Integer> basket) {
    String items =
        basket.entrySet().stream()
            .map(it -> "{\"productId\":\"" + it.getKey() + "\",\"quantity\":" + it.getValue() + "}")
            .collect(Collectors.joining(","));
    return Request.post("/orders", "{\"items\":[" + items + "]}");
  }

  /** The id of the order that this answer is. */
  static UUID idOf(String order) throws IOException {
    return HttpLine.idAfter("{\"id\":\"", order);
  }

  static Request checkStock(Random random) {
    return Request.get("/inventory/" + Goods.any(random));
  }

  Request get(Random random) {
    return Request.get("/orders/" + orders.any(random));
  }

  /** Empty where no order is left. */
  Optional<Request> cancel() {
    return Optional.ofNullable(orders.take())
        .map(id -> Request.put("/orders/" + id + "/cancel", ""));
  }
}
