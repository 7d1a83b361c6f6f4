package dev.tradepost.benchmarks;

import java.io.IOException;
import java.util.Random;

/** The requests about orders of many lines from many warehouses. */
final class ServerLarge {

  void openWarehouses(HttpLine line) throws IOException {
    for (int i = 0; i < LargeGoods.WAREHOUSES; i++) {
      String body = "{\"id\":\"" + LargeGoods.warehouse(i) + "\",\"name\":\"House " + i + "\"}";
      line.exchange("POST", "/warehouses", body);
    }
  }

  /** Puts one of the products into its warehouses. */
  void stock(HttpLine line, int number) throws IOException {
    String id = LargeGoods.id(number);
    String product =
        "{\"id\":\"%s\",\"name\":\"Product %d\",\"price\":%d,\"currency\":\"USD\"}"
            .formatted(id, number, 1 + number);
    line.exchange("POST", "/products", product);
    for (int home : LargeGoods.homes(number)) {
      String path = "/inventory/" + id + "/" + LargeGoods.warehouse(home);
      line.exchange("PUT", path, "{\"onHand\":" + Goods.ON_HAND + "}");
    }
  }

  static Request create(Random random) {
    return ServerOrders.place(LargeGoods.some(random));
  }
}
