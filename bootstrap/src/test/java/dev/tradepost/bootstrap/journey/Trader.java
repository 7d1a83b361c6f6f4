package dev.tradepost.bootstrap.journey;

import dev.tradepost.bootstrap.TestServer;
import java.util.Map;

/** Somebody who trades currencies and listens; nobody has seen them before. */
record Trader(String name, String token, Client client, int port) {
  /** To buy 1000 euros. */
  static final Map<String, Object> ORDER =
      Map.of("pair", "EUR/USD", "type", "BUY", "amount", 1000, "price", "1.105");

  static Trader of(TestServer server, String name, String role) {
    String user = name + "-" + Scene.unique();
    String token = server.token(user, role);
    return new Trader(user, token, Client.of(server.port(), token), server.port());
  }

  /** Places an order to buy 1000 euros; its id. */
  String order() {
    return client.post("/orders", ORDER).expect(201).at("/id");
  }

  Answer trade(String order, int amount) {
    Map<String, Object> trade = Map.of("executedAmount", amount, "executedPrice", "1.106");
    return client.post("/orders/" + order + "/trades", trade).expect(201);
  }

  String ticket() {
    return client.post("/ws-tickets", null).expect(201).at("/ticket");
  }

  /**
   * Listens.
   *
   * @param query with its question mark; empty for none
   */
  LiveClient live(String query) {
    return LiveClient.withToken(port, token, query);
  }
}
