package dev.tradepost.benchmarks;

import static dev.tradepost.benchmarks.RawRows.row;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What a movement of money does to one wallet, as rows.
 *
 * @param before the balance and its wallet, as they were read behind the lock
 * @param gain negative where money goes out
 */
record RawLeg(Object[] before, String type, long gain, OffsetDateTime now) {

  Object walletId() {
    return before[0];
  }

  String owner() {
    return (String) before[15];
  }

  Object[] walletAfter() {
    long version = (Long) before[24];
    return row(
        before[16],
        before[17],
        before[18],
        before[19],
        lines(),
        before[21],
        now,
        version + 1,
        before[0],
        version);
  }

  Object[] balanceAfter() {
    long spent = Math.max(-gain, 0);
    int debits = spent > 0 ? 1 : 0;
    return row(
        total(),
        before[3],
        before[4],
        (Long) before[5] + spent,
        (Long) before[6] + spent,
        before[7],
        (Integer) before[8] + debits,
        (Long) before[9] + debits,
        (Long) before[10] + spent,
        before[11],
        before[12],
        before[13],
        before[0],
        before[1]);
  }

  Object[] posting(UUID entry, int line) {
    UUID id = RawRows.newId();
    Object currency = before[1];
    return row(entry, line, "WALLET", before[0], currency, gain, id, lines(), type, total(), now);
  }

  private long lines() {
    return (Long) before[20] + 1;
  }

  private long total() {
    return (Long) before[2] + gain;
  }
}
