package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.port.Page;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletViews.Filter;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.MovementType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of a wallet as it is read: in pages, in part, as a whole, and back in time. */
public abstract class HistoryContract extends MoneyContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private WalletId wallet;
  private WalletId bobs;
  private Instant begin;

  @BeforeEach
  void openWallets() {
    wallet = wallet(ALICE);
    bobs = wallet(BOB);
    begin = clock.instant();
  }

  /** Seven lines, a minute apart; the second and the third are of the same moment. */
  private void sevenLines() {
    clock.advance(MINUTE);
    execute(ALICE, new AddMoney(wallet, amount("100"), Optional.of("salary")));
    clock.advance(MINUTE);
    execute(ALICE, new DeductMoney(wallet, amount("10"), Optional.of("food")));
    execute(ALICE, new DeductMoney(wallet, amount("20"), Optional.of("rent")));
    clock.advance(MINUTE);
    transfer(ALICE, wallet, bobs, "30");
    clock.advance(MINUTE);
    transfer(BOB, bobs, wallet, "5");
    clock.advance(MINUTE);
    add(wallet, "7", "EUR");
    clock.advance(MINUTE);
    execute(ALICE, new DeductMoney(wallet, amount("1"), Optional.of("food")));
  }

  private Page<Transaction> page(Filter filter, Page.Request request) {
    return views().wallets().history(wallet, filter, request);
  }

  private List<Long> places(Filter filter) {
    return page(filter, FIRST_PAGE).items().stream().map(Transaction::seq).toList();
  }

  private static Filter only(MovementType type) {
    return new Filter(Optional.of(type), NONE, Optional.empty(), Optional.empty());
  }

  private static Filter filed(String category) {
    return new Filter(Optional.empty(), Optional.of(category), Optional.empty(), Optional.empty());
  }

  private static Filter between(Instant from, Instant to) {
    return new Filter(Optional.empty(), NONE, Optional.ofNullable(from), Optional.ofNullable(to));
  }

  @Test // S3-05, S3-38, S3-40, S3-41
  void pages_by_number_go_through_it_the_latest_line_first() {
    sevenLines();
    List<Long> seen = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      Page<Transaction> page = page(Filter.ALL, new Page.Request(3, number, Optional.empty()));
      page.items().forEach(line -> seen.add(line.seq()));
      assertThat(page.hasMore()).as("after page %d", number).isEqualTo(number < 3);
      assertThat(page.next().isPresent()).isEqualTo(number < 3);
    }
    assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(page(Filter.ALL, new Page.Request(3, 4, Optional.empty())).items()).isEmpty();
    assertThat(page(Filter.ALL, new Page.Request(7, 1, Optional.empty())).hasMore()).isFalse();
  }

  @Test // S3-38, S3-40, S3-41
  void pages_by_cursor_are_not_moved_by_new_lines() {
    sevenLines();
    Page<Transaction> page = page(Filter.ALL, new Page.Request(3, 1, Optional.empty()));
    List<Long> seen = new ArrayList<>();
    page.items().forEach(line -> seen.add(line.seq()));
    while (page.hasMore()) {
      add(wallet, "1");
      Page.Cursor cursor = Page.Cursor.decode(page.next().orElseThrow().encode());
      page = page(Filter.ALL, new Page.Request(3, 1, Optional.of(cursor)));
      page.items().forEach(line -> seen.add(line.seq()));
    }
    assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @Test // S3-39, S3-72
  void lines_are_picked_by_type_and_by_category() {
    sevenLines();
    assertThat(places(only(MovementType.CREDIT))).containsExactly(6L, 1L);
    assertThat(places(only(MovementType.DEBIT))).containsExactly(7L, 3L, 2L);
    assertThat(places(only(MovementType.TRANSFER_OUT))).containsExactly(4L);
    assertThat(places(only(MovementType.TRANSFER_IN))).containsExactly(5L);
    assertThat(places(filed("food"))).containsExactly(7L, 2L);
    assertThat(places(filed("Food"))).isEmpty();
    assertThat(places(filed("%"))).isEmpty();
    assertThat(
            places(
                new Filter(
                    Optional.of(MovementType.DEBIT),
                    Optional.of("food"),
                    Optional.of(begin.plus(MINUTE.multipliedBy(2))),
                    Optional.of(begin.plus(MINUTE.multipliedBy(6))))))
        .containsExactly(2L);
  }

  @Test // S3-05
  void lines_are_picked_by_time_from_a_moment_on_and_before_another() {
    sevenLines();
    Instant second = begin.plus(MINUTE.multipliedBy(2));
    Instant fourth = begin.plus(MINUTE.multipliedBy(4));
    assertThat(places(between(second, fourth))).containsExactly(4L, 3L, 2L);
    assertThat(places(between(null, second))).containsExactly(1L);
    assertThat(places(between(fourth, null))).containsExactly(7L, 6L, 5L);
    assertThat(places(between(second, second))).isEmpty();
    assertThat(places(between(second.plusNanos(1_000), null))).containsExactly(7L, 6L, 5L, 4L);
    assertThat(places(between(Page.EARLIEST, Page.LATEST))).hasSize(7);
  }

  @Test // S3-40, S3-41
  void a_part_of_it_is_paged_too() {
    sevenLines();
    Page<Transaction> first =
        page(only(MovementType.DEBIT), new Page.Request(2, 1, Optional.empty()));
    assertThat(first.items()).extracting(Transaction::seq).containsExactly(7L, 3L);
    Page<Transaction> rest = page(only(MovementType.DEBIT), new Page.Request(2, 1, first.next()));
    assertThat(rest.items()).extracting(Transaction::seq).containsExactly(2L);
    assertThat(rest.hasMore()).isFalse();
  }

  @Test // S3-52
  void the_balances_of_any_moment_are_known() {
    assertThat(balancesAfter(0)).isEmpty();
    sevenLines();
    assertThat(balancesAt(begin.minus(Duration.ofDays(365)))).isEmpty();
    assertThat(balancesAt(begin.plus(MINUTE).minusNanos(1_000))).isEmpty();
    assertThat(balancesAfter(1)).containsExactly(usd("100"));
    assertThat(balancesAfter(2)).as("both of that moment").containsExactly(usd("70"));
    assertThat(balancesAt(begin.plusSeconds(179))).containsExactly(usd("70"));
    assertThat(balancesAfter(3)).containsExactly(usd("40"));
    assertThat(balancesAfter(4)).containsExactly(usd("45"));
    assertThat(balancesAfter(5)).containsExactly(Money.of("7", "EUR"), usd("45"));
    assertThat(balancesAt(clock.advance(Duration.ofDays(365))))
        .containsExactly(Money.of("7", "EUR"), usd("44"));
  }

  private List<Money> balancesAfter(int minutes) {
    return balancesAt(begin.plus(MINUTE.multipliedBy(minutes)));
  }

  private List<Money> balancesAt(Instant moment) {
    return views().wallets().balancesAt(wallet, moment);
  }

  @Test // S3-05, S3-38
  void a_long_history_is_exported_whole_and_in_order() {
    int lines = 1_203;
    work(
        work -> {
          for (int i = 0; i < lines; i++) {
            String category = i % 2 == 0 ? "even" : "odd";
            new AddMoney(wallet, amount("0.01"), Optional.of(category)).run(work);
          }
          return lines;
        });

    List<Transaction> all = exported(Filter.ALL);

    assertThat(all)
        .extracting(Transaction::seq)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, lines).map(i -> lines + 1 - i).boxed().toList());
    assertThat(all.get(0).balanceAfter()).isEqualTo(usd("12.03")).isEqualTo(balance(wallet));
    assertThat(exported(filed("odd"))).hasSize(601);
    assertThat(exported(only(MovementType.DEBIT))).isEmpty();
    historyIsSound(wallet);
  }

  @Test // S3-05
  void an_export_of_just_the_lines_that_are_fetched_at_once_ends() {
    int chunk = 500;
    work(
        work -> {
          for (int i = 0; i < chunk; i++) {
            new AddMoney(wallet, amount("1"), NONE).run(work);
          }
          return chunk;
        });
    assertThat(exported(Filter.ALL)).hasSize(chunk);
    wallet = bobs;
    assertThat(exported(Filter.ALL)).isEmpty();
  }

  private List<Transaction> exported(Filter filter) {
    List<Transaction> all = new ArrayList<>();
    views().wallets().export(wallet, filter, all::add);
    return all;
  }

  @Test // S3-52
  void a_history_holds_the_lines_of_its_own_wallet_only() {
    sevenLines();
    assertThat(history(bobs)).hasSize(2);
    historyIsSound(wallet);
    historyIsSound(bobs);
    assertThat(history(NOBODYS)).isEmpty();
  }
}
