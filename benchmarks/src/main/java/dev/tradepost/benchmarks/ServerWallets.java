package dev.tradepost.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;

/** The requests about wallets, and the wallets at the server. */
final class ServerWallets {
  private final WalletIds wallets = new WalletIds();

  /** Makes one of the wallets, with its first lines. */
  void open(HttpLine line, int number) throws IOException {
    String body = "{\"userId\":\"" + WalletIds.owner(number) + "\",\"currency\":\"USD\"}";
    String wallet = line.exchange("POST", "/wallet/create", body);
    UUID id = HttpLine.idAfter("{\"walletId\":\"", wallet);
    for (int i = 0; i < WalletIds.firstLines(number); i++) {
      line.finish(add(id, WalletIds.FIRST_MINOR));
    }
    wallets.put(number, id);
  }

  Request transfer(Random random) {
    return transfer(wallets.two(random));
  }

  Request transferHot(Random random) {
    return transfer(wallets.hot(random));
  }

  private static Request transfer(UUID... pair) {
    return Request.post(
        "/wallet/transfer",
        "{\"fromWalletId\":\""
            + pair[0]
            + "\",\"toWalletId\":\""
            + pair[1]
            + "\",\"amount\":"
            + major(WalletIds.MOVED_MINOR)
            + "}");
  }

  Request add(Random random) {
    return add(wallets.any(random), WalletIds.MOVED_MINOR);
  }

  private static Request add(UUID wallet, long minor) {
    String body = "{\"walletId\":\"" + wallet + "\",\"amount\":" + major(minor) + "}";
    return Request.post("/wallet/add", body);
  }

  Request history(Random random) {
    String wallet = "/wallet/" + wallets.read(random);
    return Request.get(wallet + "/transactions?limit=" + WalletIds.PAGE);
  }

  private static String major(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }
}
