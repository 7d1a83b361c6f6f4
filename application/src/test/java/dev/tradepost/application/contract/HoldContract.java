package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.process.ExpireDueHolds;
import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.HoldMoney;
import dev.tradepost.application.wallet.ReleaseHold;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.WalletReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that is promised: nobody else can spend it, and it is claimed or let go once. */
public abstract class HoldContract extends MoneyContract {
  private WalletId wallet;

  @BeforeEach
  void fillAWallet() {
    wallet = wallet(ALICE, "100");
  }

  private static HoldMoney holding(WalletId id, String major, Duration lasts) {
    return new HoldMoney(id, amount(major), "hotel", Optional.of(lasts));
  }

  private Hold held(String major) {
    return execute(ALICE, holding(wallet, major, Duration.ofHours(1)));
  }

  private static CaptureHold capturing(Hold hold, String major) {
    return new CaptureHold(hold.id(), Optional.of(new BigDecimal(major)));
  }

  private static CaptureHold capturingAll(Hold hold) {
    return new CaptureHold(hold.id(), Optional.empty());
  }

  private Hold hold(Hold hold) {
    return views().wallets().hold(hold.id(), CLERK).orElseThrow();
  }

  private void ended(Hold hold) {
    refused(ALICE, new ReleaseHold(hold.id()), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, capturingAll(hold), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, capturing(hold, "1"), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  /** Sweeps and answers the wallets that failed. */
  private List<WalletId> sweep(UseCases useCases) {
    List<WalletId> failed = new ArrayList<>();
    new ExpireDueHolds(useCases, views().wallets())
        .sweep(clock.instant(), (id, failure) -> failed.add(id));
    return failed;
  }

  @Test // S3-54
  void held_money_is_still_there_and_cannot_be_spent() {
    Hold made = held("60");

    assertThat(made.status()).isEqualTo(HoldStatus.OPEN);
    assertThat(made.expiresAt()).contains(clock.instant().plus(Duration.ofHours(1)));
    assertThat(hold(made)).isEqualTo(made);
    assertThat(balance(wallet)).isEqualTo(usd("100"));
    assertThat(available(wallet)).isEqualTo(usd("40"));
    assertThat(history(wallet)).as("nothing has moved").hasSize(1);
    refused(ALICE, deducting(wallet, "40.01"), WalletReason.INSUFFICIENT_FUNDS);
    refused(ALICE, holding(wallet, "40.01", Duration.ofHours(1)), WalletReason.INSUFFICIENT_FUNDS);
    execute(ALICE, deducting(wallet, "40"));
    assertThat(available(wallet)).isEqualTo(usd("0"));
  }

  @Test // S3-53, S3-57
  void a_hold_is_claimed_in_parts_never_for_more_than_was_held() {
    Hold made = held("60");
    refused(ALICE, capturing(made, "60.01"), WalletReason.CAPTURE_EXCEEDS_HOLD);
    refused(ALICE, capturing(made, "0"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(ALICE, capturing(made, "0.001"), SharedReason.AMOUNT_OFF_GRID);

    Hold part = execute(ALICE, capturing(made, "25"));

    assertThat(part.open()).isEqualTo(usd("35"));
    assertThat(balance(wallet)).isEqualTo(usd("75"));
    assertThat(available(wallet)).isEqualTo(usd("40"));
    Transaction line = history(wallet).get(0);
    assertThat(line.kind()).isEqualTo(EntryType.HOLD_CAPTURE);
    assertThat(line.type()).isEqualTo(MovementType.DEBIT);
    assertThat(line.referenceId()).contains(made.id().value());
    assertThat(line.detail()).contains("hotel");
    refused(ALICE, capturing(made, "35.01"), WalletReason.CAPTURE_EXCEEDS_HOLD);
    Hold all = execute(ALICE, capturingAll(made));
    assertThat(all.status()).isEqualTo(HoldStatus.CAPTURED);
    assertThat(all.captured()).isEqualTo(usd("60"));
    assertThat(balance(wallet)).isEqualTo(usd("40")).isEqualTo(available(wallet));
    ended(all);
    historyIsSound(wallet);
  }

  @Test // S3-54
  void what_is_let_go_can_be_spent_again_and_is_let_go_once() {
    Hold made = held("60");
    execute(ALICE, capturing(made, "10"));

    Hold freed = execute(ALICE, new ReleaseHold(made.id()));

    assertThat(freed.status()).isEqualTo(HoldStatus.RELEASED);
    assertThat(freed.open()).isEqualTo(usd("0"));
    assertThat(hold(made)).isEqualTo(freed);
    ended(freed);
    execute(ALICE, deducting(wallet, "90"));
    assertThat(balance(wallet)).isEqualTo(usd("0"));
  }

  @Test // S3-54
  void a_hold_does_not_count_from_the_moment_it_expires_whoever_has_noticed() {
    Hold made = held("60");
    execute(ALICE, holding(wallet, "20", Duration.ofHours(2)));
    clock.advance(Duration.ofHours(1).minusMillis(1));
    assertThat(available(wallet)).isEqualTo(usd("20"));
    refused(ALICE, deducting(wallet, "20.01"), WalletReason.INSUFFICIENT_FUNDS);
    clock.advance(Duration.ofMillis(1));

    assertThat(available(wallet)).isEqualTo(usd("80"));
    assertThat(view(wallet).due()).extracting(Hold::id).containsExactly(made.id());
    ended(made);
    execute(ALICE, deducting(wallet, "80"));

    assertThat(hold(made).status()).isEqualTo(HoldStatus.EXPIRED);
    assertThat(balance(wallet)).isEqualTo(usd("20"));
    assertThat(available(wallet)).isEqualTo(usd("0"));
    ended(made);
    clock.advance(Duration.ofHours(1));
    assertThat(available(wallet)).isEqualTo(usd("20"));
  }

  @Test // S3-54
  void the_sweep_writes_down_what_has_expired_once() {
    Hold first = held("10");
    Hold second = held("20");
    Hold later = execute(ALICE, holding(wallet, "30", Duration.ofDays(31)));
    assertThat(sweep(useCases())).isEmpty();
    clock.advance(Duration.ofHours(1));
    long events = storage().events();

    assertThat(sweep(useCases())).isEmpty();
    assertThat(sweep(useCases())).isEmpty();

    assertThat(storage().events() - events).as("two holds, both sides of each").isEqualTo(4);
    assertThat(hold(first).status()).isEqualTo(HoldStatus.EXPIRED);
    assertThat(hold(second).status()).isEqualTo(HoldStatus.EXPIRED);
    assertThat(hold(later).status()).isEqualTo(HoldStatus.OPEN);
    assertThat(view(wallet).due()).isEmpty();
    assertThat(available(wallet)).isEqualTo(usd("70"));
  }

  @Test // S3-76
  void a_wallet_that_fails_stops_no_other_from_being_swept() {
    Hold alices = held("10");
    WalletId bobs = wallet(BOB, "10");
    Hold his = execute(BOB, holding(bobs, "10", Duration.ofHours(1)));
    clock.advance(Duration.ofHours(1));
    UseCases stumbling =
        new UseCases(new Stumbling(storage().transactions()), UseCaseObserver.NONE);

    List<WalletId> failed = sweep(stumbling);

    assertThat(failed).hasSize(1).isSubsetOf(wallet, bobs);
    Hold left = failed.contains(bobs) ? his : alices;
    Hold swept = failed.contains(bobs) ? alices : his;
    assertThat(hold(left).status()).isEqualTo(HoldStatus.OPEN);
    assertThat(hold(swept).status()).isEqualTo(HoldStatus.EXPIRED);
    assertThat(sweep(stumbling)).isEmpty();
    assertThat(hold(left).status()).isEqualTo(HoldStatus.EXPIRED);
  }

  @Test
  void a_hold_lasts_from_a_second_to_thirty_one_days_and_seven_where_nobody_says() {
    refused(ALICE, holding(wallet, "1", Duration.ofMillis(999)), WalletReason.HOLD_TOO_LONG);
    refused(
        ALICE, holding(wallet, "1", Duration.ofDays(31).plusMillis(1)), WalletReason.HOLD_TOO_LONG);
    Hold usual = execute(ALICE, new HoldMoney(wallet, amount("1"), "hotel", Optional.empty()));
    assertThat(usual.expiresAt()).contains(clock.instant().plus(Duration.ofDays(7)));
    assertThat(execute(ALICE, holding(wallet, "1", Duration.ofDays(31))).open())
        .isEqualTo(usd("1"));
  }

  @Test // S3-47
  void a_hold_is_there_for_its_owner_and_for_staff() {
    Hold made = held("10");
    refused(BOB, new ReleaseHold(made.id()), WalletReason.HOLD_NOT_FOUND);
    refused(BOB, capturingAll(made), WalletReason.HOLD_NOT_FOUND);
    HoldId nobodys = new HoldId(NOBODYS.value());
    refused(CLERK, new ReleaseHold(nobodys), WalletReason.HOLD_NOT_FOUND);
    assertThat(views().wallets().hold(made.id(), BOB)).isEmpty();
    execute(CLERK, capturingAll(made));
    assertThat(hold(made).status()).isEqualTo(HoldStatus.CAPTURED);
  }

  @Test // S3-74
  void holds_are_listed_the_newest_first_and_each_is_of_one_currency() {
    add(wallet, "50", "EUR");
    Hold dollars = held("10");
    clock.advance(Duration.ofSeconds(1));
    HoldMoney fifty = new HoldMoney(wallet, amount("50", "EUR"), "flight", Optional.empty());
    Hold euros = execute(ALICE, fifty);

    Page<Hold> newest = views().wallets().holds(wallet, new Page.Request(1, 1, Optional.empty()));
    Page<Hold> next = views().wallets().holds(wallet, new Page.Request(1, 1, newest.next()));

    assertThat(newest.items()).containsExactly(euros);
    assertThat(next.items()).containsExactly(dollars);
    assertThat(next.hasMore()).isFalse();
    assertThat(available(wallet)).isEqualTo(usd("90"));
    execute(ALICE, capturingAll(euros));
    assertThat(balance(wallet, EUR)).isEqualTo(Money.of("0", "EUR"));
  }

  @Test // S3-46, S3-54
  void parts_claimed_at_once_never_exceed_the_hold() {
    Hold made = held("60");
    Crowd<Hold> crowd = Crowd.atOnce(16, i -> execute(ALICE, capturing(made, "5")));
    assertThat(crowd.done()).hasSize(12);
    assertThat(crowd.refused()).hasSize(4).containsOnly(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(balance(wallet)).isEqualTo(usd("40"));
    historyIsSound(wallet);
  }

  @Test // S3-46, S3-54
  void of_a_hold_and_a_deduct_of_the_same_money_at_once_one_wins() {
    for (int round = 0; round < 5; round++) {
      Crowd<Object> crowd =
          Crowd.atOnce(2, i -> i == 0 ? held("100") : execute(ALICE, deducting(wallet, "100")));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).containsExactly(WalletReason.INSUFFICIENT_FUNDS);
      if (crowd.winner().orElseThrow() instanceof Hold hold) {
        execute(ALICE, capturingAll(hold));
      }
      assertThat(balance(wallet)).isEqualTo(usd("0"));
      add(wallet, "100");
    }
  }

  @Test // S3-46, S3-54
  void of_a_claim_and_a_release_at_once_one_wins() {
    for (int round = 0; round < 5; round++) {
      Hold made = held("10");
      Crowd<Hold> crowd =
          Crowd.atOnce(
              2, i -> execute(ALICE, i == 0 ? capturingAll(made) : new ReleaseHold(made.id())));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).containsExactly(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(available(wallet)).isEqualTo(balance(wallet));
    }
    historyIsSound(wallet);
  }
}
