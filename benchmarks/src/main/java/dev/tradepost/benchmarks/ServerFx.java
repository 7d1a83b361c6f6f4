package dev.tradepost.benchmarks;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The requests about orders of currencies, and the orders at the server that are not filled. */
final class ServerFx {
  private final FxDeal deal;

  ServerFx(FxDeal deal) {
    this.deal = deal;
  }

  /** Opens the wallet of one of the traders, with money of both currencies in it. */
  void open(HttpLine line, int number) throws IOException {
    String body = "{\"userId\":\"" + FxDeal.trader(number) + "\",\"currency\":\"USD\"}";
    UUID id = HttpLine.idAfter("{\"walletId\":\"", line.exchange("POST", "/wallet/create", body));
    for (String currency : new String[] {FxDeal.BASE, FxDeal.QUOTE}) {
      String money =
          "{\"walletId\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}"
              .formatted(id, FxDeal.major(FxDeal.FIRST_MINOR), currency);
      line.exchange("POST", "/wallet/add", money);
    }
  }

  Request place(Random random) {
    return place(deal.anyTrader(random), "NONE")
        .keeping(order -> deal.add(ServerOrders.idOf(order)));
  }

  /** Empty where every order is filled. */
  Optional<Request> trade(Random random) {
    return Optional.ofNullable(deal.take(random))
        .map(id -> trade(id, FxDeal.AMOUNT_MINOR / FxDeal.TRADES));
  }

  /** An order, and then the trade that fills it. */
  Request settle(Random random) {
    return place(deal.anyTrader(random), "WALLET")
        .then(order -> Optional.of(trade(ServerOrders.idOf(order), FxDeal.AMOUNT_MINOR)));
  }

  static Request place(String user, String settlement) {
    return Request.post(
        "/orders",
        "{\"userId\":\""
            + user
            + "\",\"pair\":\""
            + FxDeal.PAIR
            + "\",\"type\":\"BUY\",\"amount\":"
            + FxDeal.major(FxDeal.AMOUNT_MINOR)
            + ",\"price\":"
            + FxDeal.PRICE
            + ",\"settlement\":\""
            + settlement
            + "\"}");
  }

  static Request trade(UUID order, long minor) {
    String body =
        "{\"executedAmount\":" + FxDeal.major(minor) + ",\"executedPrice\":" + FxDeal.PRICE + "}";
    return Request.post("/orders/" + order + "/trades", body);
  }
}
