package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.application.Answer;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.process.PlaceInParts;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many orders of one request, placed in parts: each once, whatever breaks on the way. */
public abstract class BulkContract extends StorageContract {
  private static final Optional<Once> KEY =
      Optional.of(new Once("alice POST /orders/bulk", "key-1", "250 orders"));
  private static final Optional<Once> NO_KEY = Optional.empty();

  private ProductId laptop;

  @BeforeEach
  void furnish() {
    laptop = stocked("p1", 1_000);
  }

  private Breaking sound() {
    return new Breaking(storage().transactions(), -1, false);
  }

  private Answer send(Breaking over, int size, Optional<Once> key, PlaceOrders orders) {
    return new PlaceInParts(new UseCases(over, UseCaseObserver.NONE), size)
        .place(
            ALICE,
            key,
            orders,
            rows -> rows.stream().map(BulkContract::text).collect(Collectors.joining(" ")),
            parts -> String.join(" ", parts));
  }

  private static String text(PlaceOrders.Row row) {
    String what =
        row.placed()
            .map(it -> it.order().id().toString())
            .or(() -> row.refused().map(it -> it.reason().code() + "@" + it.field().orElse("")))
            .orElse("not-taken");
    return row.index() + "=" + what;
  }

  private PlaceOrders orders(int count) {
    return new PlaceOrders(Collections.nCopies(count, ordering(pieces(1, laptop))), false);
  }

  private long placed() {
    return storage().rowCounts().get("orders");
  }

  @Test // S0-57, S2-08
  void of_250_orders_in_three_parts_each_tells_what_became_of_it() {
    ProductId rare = stocked("rare", 2);
    List<PlaceOrder> wanted = new ArrayList<>(orders(250).orders());
    wanted.set(7, ordering(pieces(1, new ProductId("nothing"))));
    for (int i : new int[] {99, 100, 249}) {
      wanted.set(i, ordering(pieces(1, laptop), pieces(1, rare)));
    }
    Breaking transactions = sound();

    String[] rows = send(transactions, 100, KEY, new PlaceOrders(wanted, false)).text().split(" ");

    assertThat(transactions.runs()).isEqualTo(3);
    assertThat(rows).hasSize(250);
    assertThat(rows[7]).isEqualTo("7=unknown-product@orders[7].items[0].productId");
    assertThat(rows[249]).isEqualTo("249=insufficient-stock@orders[249]");
    for (int i = 0; i < rows.length; i++) {
      assertThat(rows[i]).startsWith(i + "=");
    }
    assertThat(placed()).isEqualTo(248);
    assertThat(stock(laptop).reserved()).isEqualTo(248);
    assertThat(stock(rare).available()).isZero();
  }

  @Test // S0-57, S0-46
  void all_or_nothing_is_one_transaction_however_many_they_are() {
    List<PlaceOrder> wanted = new ArrayList<>(orders(250).orders());
    Breaking transactions = sound();
    send(transactions, 100, NO_KEY, new PlaceOrders(wanted, true));
    assertThat(transactions.runs()).isEqualTo(1);
    assertThat(placed()).isEqualTo(250);

    wanted.set(249, ordering(pieces(1_000, laptop)));
    PlaceOrders more = new PlaceOrders(wanted, true);
    Rejection refusal = catchThrowableOfType(Rejection.class, () -> send(sound(), 100, KEY, more));
    assertThat(refusal.reason()).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(refusal.field()).contains("orders[249]");
    assertThat(placed()).isEqualTo(250);
  }

  @Test // A21, A29, A105, S2-77
  void after_a_fault_in_any_part_the_same_request_places_the_rest_and_none_twice() {
    PlaceOrders ten = orders(10);
    long before = placed();
    for (int lost = 0; lost < 4; lost++) {
      for (boolean afterCommit : new boolean[] {false, true}) {
        Optional<Once> key = Optional.of(new Once("alice", lost + " " + afterCommit, "ten"));
        Breaking breaking = new Breaking(storage().transactions(), lost, afterCommit);
        int kept = Math.min(10, 3 * (afterCommit ? lost + 1 : lost));
        assertThatThrownBy(() -> send(breaking, 3, key, ten)).isInstanceOf(Busy.class);
        assertThat(placed() - before).as("%d %s", lost, afterCommit).isEqualTo(kept);

        Answer rest = send(sound(), 3, key, ten);
        assertThat(placed() - before).as("%d %s", lost, afterCommit).isEqualTo(10);
        assertThat(rest.text().split(" ")).hasSize(10).doesNotHaveDuplicates();
        assertThat(rest.replayed()).isEqualTo(kept == 10);
        assertThat(send(sound(), 3, key, ten)).isEqualTo(new Answer(rest.text(), true));
        before = placed();
      }
    }
    assertThat(stock(laptop).reserved()).isEqualTo(80);
  }

  @Test // A29
  void without_a_key_the_answer_tells_what_was_not_taken() {
    Breaking breaking = new Breaking(storage().transactions(), 2, false);
    String[] rows = send(breaking, 3, NO_KEY, orders(12)).text().split(" ");
    assertThat(rows).hasSize(12);
    assertThat(List.of(rows).subList(6, 12))
        .containsExactly(
            "6=not-taken",
            "7=not-taken",
            "8=not-taken",
            "9=not-taken",
            "10=not-taken",
            "11=not-taken");
    assertThat(List.of(rows).subList(0, 6)).noneMatch(it -> it.endsWith("not-taken"));
    assertThat(placed()).isEqualTo(6);
    assertThat(breaking.runs()).as("who is out of reach is not asked again").isEqualTo(3);

    Breaking first = new Breaking(storage().transactions(), 0, false);
    assertThatThrownBy(() -> send(first, 3, NO_KEY, orders(12))).isInstanceOf(Busy.class);
    assertThat(placed()).isEqualTo(6);
  }

  @Test // A24, A21
  void many_at_once_with_one_key_place_each_order_once_and_get_one_answer() {
    for (int round = 0; round < 5; round++) {
      Optional<Once> key = Optional.of(new Once("alice", "round-" + round, "ten"));
      Crowd<Answer> crowd = Crowd.atOnce(6, i -> send(sound(), 3, key, orders(10)));
      assertThat(crowd.done()).hasSize(6);
      assertThat(crowd.done().stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(placed()).isEqualTo(10L * (round + 1));
    }
  }

  @Test // A22
  void a_key_used_for_another_request_is_refused_whatever_its_parts() {
    send(sound(), 3, KEY, orders(10));
    Optional<Once> other = Optional.of(new Once("alice POST /orders/bulk", "key-1", "other"));
    for (PlaceOrders reused : List.of(orders(2), new PlaceOrders(orders(9).orders(), true))) {
      Rejection refusal =
          catchThrowableOfType(Rejection.class, () -> send(sound(), 3, other, reused));
      assertThat(refusal.reason()).isEqualTo(ApplicationReason.KEY_REUSED);
    }
    assertThat(placed()).isEqualTo(10);
  }
}
