package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.row;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What a movement of money does to one wallet, as rows.
 *
 * @param wallet the row as it was read and locked
 * @param balance its balance, as it was read
 * @param gain negative where money goes out
 */
record RawLeg(Object[] wallet, Object[] balance, String type, long gain, OffsetDateTime now) {

  Object walletId() {
    return wallet[0];
  }

  String owner() {
    return (String) wallet[1];
  }

  Object[] walletAfter() {
    long version = (Long) wallet[11];
    return row(
        wallet[3],
        wallet[4],
        wallet[5],
        wallet[6],
        lines(),
        wallet[8],
        now,
        version + 1,
        wallet[0],
        version);
  }

  Object[] balanceAfter() {
    long spent = Math.max(-gain, 0);
    int debits = spent > 0 ? 1 : 0;
    return row(
        total(),
        balance[3],
        balance[4],
        (Long) balance[5] + spent,
        (Long) balance[6] + spent,
        balance[7],
        (Integer) balance[8] + debits,
        (Long) balance[9] + debits,
        (Long) balance[10] + spent,
        balance[11],
        balance[12],
        balance[13],
        balance[0],
        balance[1]);
  }

  Object[] posting(UUID entry, int line) {
    UUID id = RawRows.newId();
    Object currency = balance[1];
    return row(entry, line, "WALLET", wallet[0], currency, gain, id, lines(), type, total(), now);
  }

  private long lines() {
    return (Long) wallet[7] + 1;
  }

  private long total() {
    return (Long) balance[2] + gain;
  }
}
