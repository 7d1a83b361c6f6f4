package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once with the same wallets: no money is made, lost, or spent twice. */
public abstract class WalletConcurrencyContract extends MoneyContract {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int WALLETS = 50;
  private static final int TRANSFERS = 120;
  private static final int THREADS = 8;

  /** One transfer of the random crowd, which several threads send with the same key. */
  private record Sent(String key, TransferMoney transfer, boolean losesARace) {}

  @Test // S3-06, S3-07, S3-34, S3-36, S3-46, S3-48, S3-49, S3-52..S3-57, S3-64, S3-68
  void random_transfers_sent_many_times_at_once_keep_every_cent_and_every_line() {
    for (long seed = SEED; seed < SEED + 2; seed++) {
      openAnEmptyShop();
      try {
        randomTransfers(seed);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private void randomTransfers(long seed) {
    Random random = new Random(seed);
    List<WalletId> wallets = wallets(random);
    Money total = total(wallets);
    List<Sent> all = sent(random, wallets);
    Map<String, Integer> made = new ConcurrentHashMap<>();

    Crowd<Integer> crowd =
        Crowd.atOnce(
            THREADS,
            thread -> {
              List<Sent> mine = new ArrayList<>(all);
              Collections.shuffle(mine, new Random(seed + thread));
              int refused = 0;
              for (Sent one : mine.subList(0, mine.size() / 3)) {
                refused += went(one, made) ? 0 : 1;
              }
              return refused;
            });

    assertThat(total(wallets)).isEqualTo(total);
    wallets.forEach(this::historyIsSound);
    assertThat(made).isNotEmpty().allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
    assertThat(wallets.stream().mapToLong(it -> seen(it).lines()).sum())
        .as("a line when it was filled, and two for each transfer that was made")
        .isEqualTo(WALLETS + 2L * made.size());
    assertThat(crowd.done().stream().mapToInt(it -> it).sum()).as("overdraws").isPositive();
  }

  private List<WalletId> wallets(Random random) {
    return work(
        work ->
            IntStream.range(0, WALLETS)
                .mapToObj(
                    i -> {
                      UserId owner = new UserId("user-" + i);
                      Wallet made =
                          new CreateWallet(Optional.of(owner), Optional.empty()).run(work);
                      String dollars = String.valueOf(1 + random.nextInt(20));
                      new AddMoney(made.id(), amount(dollars), NONE).run(work);
                      return made.id();
                    })
                .toList());
  }

  private static List<Sent> sent(Random random, List<WalletId> wallets) {
    return IntStream.range(0, TRANSFERS)
        .mapToObj(
            i -> {
              int from = random.nextInt(WALLETS);
              int to = (from + 1 + random.nextInt(WALLETS - 1)) % WALLETS;
              String dollars = String.valueOf(1 + random.nextInt(30));
              TransferMoney transfer = moving(wallets.get(from), wallets.get(to), dollars);
              return new Sent("key-" + i, transfer, random.nextInt(4) == 0);
            })
        .toList();
  }

  /** Whether the transfer was made, now or before; counts those that were made now. */
  private boolean went(Sent sent, Map<String, Integer> made) {
    AtomicBoolean lost = new AtomicBoolean(!sent.losesARace);
    UseCase<TransferOutcome> transfer =
        work -> {
          TransferOutcome outcome = sent.transfer.run(work);
          if (!lost.getAndSet(true)) {
            throw new Conflict("lost on purpose", null);
          }
          return outcome;
        };
    Once once = new Once("clerk POST /wallet/transfer", sent.key, "body");
    try {
      Answer answer =
          useCases()
              .executeOnce(
                  CLERK,
                  Optional.of(once),
                  transfer,
                  it -> ((TransferOutcome.Done) it).transaction().id().toString());
      if (!answer.replayed()) {
        made.merge(sent.key, 1, Integer::sum);
      }
      return true;
    } catch (Rejection refused) {
      assertThat(refused.reason()).isEqualTo(WalletReason.INSUFFICIENT_FUNDS);
      return false;
    }
  }

  private Money total(List<WalletId> wallets) {
    return wallets.stream().map(this::balance).reduce(Money::plus).orElseThrow();
  }

  @Test // A33, S3-46
  void sixty_four_transfers_to_and_fro_at_once_all_arrive() {
    WalletId alices = wallet(ALICE, "1000");
    WalletId bobs = wallet(BOB, "1000");

    Crowd<Transaction> crowd =
        Crowd.atOnce(
            64,
            i ->
                i % 2 == 0 ? transfer(ALICE, alices, bobs, "3") : transfer(BOB, bobs, alices, "2"));

    assertThat(crowd.done()).hasSize(64);
    assertThat(balance(alices)).isEqualTo(usd("968"));
    assertThat(balance(bobs)).isEqualTo(usd("1032"));
    historyIsSound(alices);
    historyIsSound(bobs);
  }

  @Test // A33, S3-46
  void transfers_around_a_ring_at_once_all_arrive() {
    List<WalletId> ring =
        IntStream.range(0, 4)
            .mapToObj(i -> wallet(new Actor(new UserId("user-" + i), Role.CUSTOMER), "100"))
            .toList();
    Crowd<Transaction> crowd =
        Crowd.atOnce(16, i -> transfer(CLERK, ring.get(i % 4), ring.get((i + 1) % 4), "1"));
    assertThat(crowd.done()).hasSize(16);
    assertThat(ring).allSatisfy(it -> assertThat(balance(it)).isEqualTo(usd("100")));
    ring.forEach(this::historyIsSound);
  }

  @Test // A31, S3-46, S3-54
  void of_thirty_two_who_spend_all_of_it_at_once_one_does() {
    WalletId alices = wallet(ALICE, "100");
    WalletId bobs = wallet(BOB);
    Crowd<Object> crowd =
        Crowd.atOnce(
            32,
            i ->
                i % 2 == 0
                    ? execute(ALICE, deducting(alices, "100"))
                    : transfer(ALICE, alices, bobs, "100"));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(31).containsOnly(WalletReason.INSUFFICIENT_FUNDS);
    assertThat(balance(alices)).isEqualTo(usd("0"));
    historyIsSound(alices);
    historyIsSound(bobs);
  }

  @Test // A31, S3-46, S3-54
  void of_thirty_two_deducts_of_all_of_it_at_once_one_succeeds() {
    WalletId alices = wallet(ALICE, "100");
    Crowd<Transaction> crowd = Crowd.atOnce(32, i -> execute(ALICE, deducting(alices, "100")));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(31).containsOnly(WalletReason.INSUFFICIENT_FUNDS);
    assertThat(balance(alices)).isEqualTo(usd("0"));
    assertThat(history(alices)).hasSize(2);
  }

  @Test // A32, S3-25, S3-46, S3-56
  void sixty_four_adds_of_a_dollar_at_once_make_sixty_four() {
    WalletId alices = wallet(ALICE);
    Crowd<Transaction> crowd = Crowd.atOnce(64, i -> add(alices, "1"));
    assertThat(crowd.done()).hasSize(64);
    assertThat(balance(alices)).isEqualTo(usd("64"));
    assertThat(history(alices)).hasSize(64);
    historyIsSound(alices);
  }

  @Test // A36, S3-21, S3-46
  void of_twenty_wallets_made_for_one_user_at_once_there_is_one() {
    CreateWallet mine = new CreateWallet(Optional.empty(), Optional.empty());
    Crowd<Wallet> crowd = Crowd.atOnce(20, i -> execute(ALICE, mine));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(19).containsOnly(WalletReason.WALLET_EXISTS);
    assertThat(views().wallets().ofUser(ALICE.userId(), clock.instant()).map(WalletView::wallet))
        .isEqualTo(crowd.winner());
  }

  @Test // S3-06, S3-55
  void a_reader_never_sees_half_of_a_movement() {
    WalletId alices = wallet(ALICE, "100");
    WalletId bobs = wallet(BOB);
    Crowd<Integer> crowd =
        Crowd.atOnce(
            3,
            i -> {
              for (int n = 0; n < 50; n++) {
                if (i == 0) {
                  transfer(ALICE, alices, bobs, "1");
                } else {
                  Wallet seen = seen(alices);
                  assertThat(seen.balance(USD).total())
                      .as("a line for each dollar that left")
                      .isEqualTo(usd("101").minus(usd("1").times(seen.lines())));
                }
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(3);
  }
}
