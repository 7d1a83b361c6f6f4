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
      add(line, id, WalletIds.FIRST_MINOR);
    }
    wallets.put(number, id);
  }

  boolean transfer(HttpLine line, Random random) throws IOException {
    return transfer(line, wallets.two(random));
  }

  boolean transferHot(HttpLine line, Random random) throws IOException {
    return transfer(line, wallets.hot(random));
  }

  private static boolean transfer(HttpLine line, UUID... pair) throws IOException {
    String body =
        "{\"fromWalletId\":\""
            + pair[0]
            + "\",\"toWalletId\":\""
            + pair[1]
            + "\",\"amount\":"
            + major(WalletIds.MOVED_MINOR)
            + "}";
    line.exchange("POST", "/wallet/transfer", body);
    return true;
  }

  boolean add(HttpLine line, Random random) throws IOException {
    return add(line, wallets.any(random), WalletIds.MOVED_MINOR);
  }

  private static boolean add(HttpLine line, UUID wallet, long minor) throws IOException {
    String body = "{\"walletId\":\"" + wallet + "\",\"amount\":" + major(minor) + "}";
    line.exchange("POST", "/wallet/add", body);
    return true;
  }

  boolean history(HttpLine line, Random random) throws IOException {
    line.get("/wallet/" + wallets.read(random) + "/transactions?limit=" + WalletIds.PAGE);
    return true;
  }

  private static String major(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }
}
