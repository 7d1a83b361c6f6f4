package dev.tradepost.benchmarks;

import java.io.IOException;
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

  boolean place(HttpLine line, Random random) throws IOException {
    deal.add(place(line, deal.anyTrader(random), "NONE"));
    return true;
  }

  /** False where every order is filled. */
  boolean trade(HttpLine line, Random random) throws IOException {
    UUID id = deal.take(random);
    if (id == null) {
      return false;
    }
    trade(line, id, FxDeal.AMOUNT_MINOR / FxDeal.TRADES);
    return true;
  }

  boolean settle(HttpLine line, Random random) throws IOException {
    UUID id = place(line, deal.anyTrader(random), "WALLET");
    trade(line, id, FxDeal.AMOUNT_MINOR);
    return true;
  }

  static UUID place(HttpLine line, String user, String settlement) throws IOException {
    String body =
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
            + "\"}";
    return HttpLine.idAfter("{\"id\":\"", line.exchange("POST", "/orders", body));
  }

  static void trade(HttpLine line, UUID order, long minor) throws IOException {
    String body =
        "{\"executedAmount\":" + FxDeal.major(minor) + ",\"executedPrice\":" + FxDeal.PRICE + "}";
    line.exchange("POST", "/orders/" + order + "/trades", body);
  }
}
