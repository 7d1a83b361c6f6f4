package dev.tradepost.benchmarks;

import dev.tradepost.benchmarks.Operation.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The server, asked over loopback HTTP by clients that keep their connections. */
final class ServerSide implements Side {
  private static final int OPENING_CLIENTS = 8;

  private final ServerOrders orders = new ServerOrders();
  private final ServerLarge large = new ServerLarge();
  private final ServerWallets wallets = new ServerWallets();
  private final ServerFx fx = new ServerFx(new FxDeal(FxDeal.TRADERS));
  private final int port;
  private final String token;

  private ServerSide(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Asks for a token and makes what the operations need, through the API. */
  static ServerSide ready(int port, Set<Kind> kinds) throws Exception {
    String token;
    try (HttpLine line = new HttpLine(port, "")) {
      String ask = "{\"userId\":\"bench\",\"role\":\"staff\"}";
      token = line.exchange("POST", "/auth/token", ask).split("\"")[3];
    }
    ServerSide side = new ServerSide(port, token);
    if (kinds.contains(Kind.ORDERS)) {
      try (HttpLine line = side.connect()) {
        side.orders.stock(line);
      }
    }
    if (kinds.contains(Kind.LARGE)) {
      try (HttpLine line = side.connect()) {
        side.large.openWarehouses(line);
      }
      side.open(IntStream.range(0, LargeGoods.COUNT).toArray(), side.large::stock);
    }
    if (kinds.contains(Kind.WALLETS)) {
      side.open(WalletIds.numbers().toArray(), side.wallets::open);
    }
    if (kinds.contains(Kind.FX)) {
      side.open(IntStream.range(0, FxDeal.TRADERS).toArray(), side.fx::open);
    }
    return side;
  }

  /** Makes one of many. */
  @FunctionalInterface
  private interface Opening {
    void open(HttpLine line, int number) throws IOException;
  }

  /** By several clients at once: one after the other would take longer than the warm-up. */
  private void open(int[] numbers, Opening opening) throws Exception {
    List<Callable<Void>> parts =
        IntStream.range(0, OPENING_CLIENTS)
            .mapToObj(part -> (Callable<Void>) () -> open(numbers, opening, part))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    try {
      for (Future<Void> done : threads.invokeAll(parts)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private Void open(int[] numbers, Opening opening, int part) throws IOException {
    try (HttpLine line = connect()) {
      for (int number : numbers) {
        if (number % OPENING_CLIENTS == part) {
          opening.open(line, number);
        }
      }
    }
    return null;
  }

  /** Has the server prove that its data is sound; fails with what it answers where it is not. */
  void verify() throws IOException {
    try (HttpLine line = connect()) {
      String answer = line.get("/admin/verify");
      if (!answer.startsWith("{\"ok\":true,")) {
        throw new IllegalStateException("the load has left unsound data: " + answer);
      }
    }
  }

  @Override
  public Sample run(Operation operation, int clients, double seconds) throws IOException {
    return HttpLoad.run(this, source(operation), clients, seconds);
  }

  /** The requests of an operation. */
  Request.Source source(Operation operation) {
    return switch (operation) {
      case CREATE -> always(orders::create);
      case STOCK -> always(ServerOrders::checkStock);
      case GET -> always(orders::get);
      case CANCEL -> random -> orders.cancel();
      case FLASH_SALE -> always(random -> ServerOrders.createFlash());
      case CREATE_LARGE -> always(ServerLarge::create);
      case TRANSFER, TRANSFER_CALL -> always(wallets::transfer);
      case HOT_TRANSFER -> always(wallets::transferHot);
      case ADD -> always(wallets::add);
      case HISTORY -> always(wallets::history);
      case FX_PLACE -> always(fx::place);
      case FX_TRADE -> fx::trade;
      case FX_SETTLE -> always(fx::settle);
    };
  }

  private static Request.Source always(Function<Random, Request> request) {
    return random -> Optional.of(request.apply(random));
  }

  /** A new connection, with the token of staff. */
  HttpLine connect() throws IOException {
    return new HttpLine(port, token);
  }

  @Override
  public void close() {}
}
