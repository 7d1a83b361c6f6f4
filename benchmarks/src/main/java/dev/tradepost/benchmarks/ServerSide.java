package dev.tradepost.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;

/** The server, asked over loopback HTTP by clients that keep their connections. */
final class ServerSide implements Side {
  private static final String ORDER_ID = "{\"id\":\"";
  private static final int UUID_LENGTH = 36;

  private final OrderIds orders = new OrderIds();
  private final int port;
  private final String token;

  private ServerSide(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Asks for a token and puts the products into the shop, through the API. */
  static ServerSide stocked(int port) throws IOException {
    String token;
    try (HttpLine line = new HttpLine(port, "")) {
      String ask = "{\"userId\":\"bench\",\"role\":\"staff\"}";
      token = line.exchange("POST", "/auth/token", ask).split("\"")[3];
    }
    try (HttpLine line = new HttpLine(port, token)) {
      for (int i = 0; i < Goods.COUNT; i++) {
        stock(line, i);
      }
    }
    return new ServerSide(port, token);
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

  @Override
  public Worker worker(Step step, int number) throws IOException {
    return new Client(step, new HttpLine(port, token), new Random(number));
  }

  @Override
  public void close() {}

  private final class Client implements Worker {
    private final Step step;
    private final HttpLine line;
    private final Random random;

    Client(Step step, HttpLine line, Random random) {
      this.step = step;
      this.line = line;
      this.random = random;
    }

    @Override
    public boolean once() throws IOException {
      return switch (step) {
        case CREATE -> create();
        case STOCK -> get("/inventory/" + Goods.any(random));
        case GET -> get("/orders/" + orders.any(random));
        case CANCEL -> cancel();
      };
    }

    private boolean create() throws IOException {
      String[] products = Goods.two(random);
      String body =
          "{\"items\":[{\"productId\":\""
              + products[0]
              + "\",\"quantity\":1},{\"productId\":\""
              + products[1]
              + "\",\"quantity\":2}]}";
      String order = line.exchange("POST", "/orders", body);
      if (!order.startsWith(ORDER_ID)) {
        throw new IOException("no order in the answer: " + order);
      }
      int from = ORDER_ID.length();
      orders.add(UUID.fromString(order.substring(from, from + UUID_LENGTH)));
      return true;
    }

    private boolean get(String path) throws IOException {
      line.get(path);
      return true;
    }

    private boolean cancel() throws IOException {
      UUID id = orders.take();
      if (id == null) {
        return false;
      }
      line.exchange("PUT", "/orders/" + id + "/cancel", "");
      return true;
    }

    @Override
    public void close() throws IOException {
      line.close();
    }
  }
}
