package dev.tradepost.application.contract;

import static dev.tradepost.application.order.AnyOrder.Kind.FX;
import static dev.tradepost.application.order.AnyOrder.Kind.GOODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.CancelAnyOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of orders of both kinds together. */
public abstract class FxListsContract extends TradingContract {
  private static final Optional<AnyOrder.Kind> BOTH = Optional.empty();
  private static final Optional<Instant> EVER = Optional.empty();

  private ProductId laptop;

  @BeforeEach
  void fillTheShelf() {
    laptop = stocked("p1", 1_000);
  }

  /** So many of Alice's orders, of one kind and the other in turn, three in every second. */
  private List<OrderId> orders(int howMany) {
    List<OrderId> placed = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      placed.add(i % 2 == 0 ? placed(buying("10")) : placed("direct", pieces(1, laptop)).id());
      clock.advance(Duration.ofSeconds(i % 3 == 2 ? 1 : 0));
    }
    return placed;
  }

  private Page<AnyOrder> page(OrderViews.Filter filter, Page.Request request) {
    return views().orders().listAny(BOTH, filter, request);
  }

  private static List<OrderId> ids(Page<AnyOrder> page) {
    return page.items().stream().map(AnyOrder::id).toList();
  }

  private List<OrderId> ids(Optional<AnyOrder.Kind> kind, OrderViews.Filter filter) {
    return ids(views().orders().listAny(kind, filter, FIRST_PAGE));
  }

  private static OrderViews.Filter filter(
      Optional<String> status,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> text) {
    return new OrderViews.Filter(Optional.of(ALICE.userId()), status, from, to, text, false);
  }

  private static List<OrderId> every(List<OrderId> ids, int step, int first) {
    List<OrderId> some = new ArrayList<>();
    for (int i = first; i < ids.size(); i += step) {
      some.add(ids.get(i));
    }
    Collections.reverse(some);
    return some;
  }

  @Test // S4-14
  void both_kinds_stand_in_one_list_or_each_alone() {
    List<OrderId> placed = orders(9);

    assertThat(ids(BOTH, EVERY_ORDER)).isEqualTo(every(placed, 1, 0));
    assertThat(ids(BOTH, everyOrder(true))).isEqualTo(placed);
    assertThat(ids(Optional.of(FX), EVERY_ORDER)).isEqualTo(every(placed, 2, 0));
    assertThat(ids(Optional.of(GOODS), EVERY_ORDER)).isEqualTo(every(placed, 2, 1));
    assertThat(views().orders().list(EVERY_ORDER, FIRST_PAGE).items())
        .extracting(OrderView::id)
        .isEqualTo(every(placed, 2, 1));
  }

  @Test // S4-14, S4-15
  void a_list_shows_each_order_as_it_is_found_alone() {
    List<OrderId> placed = orders(6);
    traded(placed.get(2), "4", "1.1");
    traded(placed.get(4), "1", "1.1");
    traded(placed.get(4), "2", "1.1");

    for (AnyOrder order : page(EVERY_ORDER, FIRST_PAGE).items()) {
      if (order instanceof FxOrderView fx) {
        assertThat(seen(fx.id())).isEqualTo(fx);
      } else {
        assertThat(views().orders().find(order.id(), CLERK)).contains((OrderView) order);
      }
    }
    FxOrderView last = (FxOrderView) page(EVERY_ORDER, FIRST_PAGE).items().get(1);
    assertThat(sum(last.trades())).isEqualTo(eur("3"));
  }

  @Test // S4-14, A46
  void a_user_lists_their_own_orders_of_both_kinds() {
    List<OrderId> alices = orders(4);
    OrderId bobs = execute(BOB, buying("10")).id();

    assertThat(ids(BOTH, OrderViews.Filter.of(ALICE.userId()))).isEqualTo(every(alices, 1, 0));
    assertThat(ids(BOTH, OrderViews.Filter.of(BOB.userId()))).containsExactly(bobs);
    assertThat(ids(Optional.of(GOODS), OrderViews.Filter.of(BOB.userId()))).isEmpty();
    assertThat(ids(BOTH, OrderViews.Filter.of(CLERK.userId()))).isEmpty();
  }

  @Test // S0-61
  void both_kinds_are_filtered_by_status_time_and_number() {
    List<OrderId> placed = orders(9);
    execute(ALICE, cancel(placed.get(4)));
    execute(ALICE, new CancelAnyOrder(placed.get(5), NONE, ANY_VERSION));

    assertThat(ids(BOTH, filter(Optional.of("CANCELLED"), EVER, EVER, NONE)))
        .containsExactly(placed.get(5), placed.get(4));
    assertThat(ids(Optional.of(FX), filter(Optional.of("CANCELLED"), EVER, EVER, NONE)))
        .containsExactly(placed.get(4));
    assertThat(ids(BOTH, filter(Optional.of("PLACED"), EVER, EVER, NONE)))
        .containsExactly(placed.get(7), placed.get(3), placed.get(1));
    Optional<Instant> second = Optional.of(TestClock.NOON.plusSeconds(1));
    Optional<Instant> third = Optional.of(TestClock.NOON.plusSeconds(2));
    assertThat(ids(BOTH, filter(NONE, second, third, NONE)))
        .containsExactly(placed.get(5), placed.get(4), placed.get(3));
    String number = seen(placed.get(6)).order().number().value().toLowerCase(Locale.ROOT);
    assertThat(ids(BOTH, filter(NONE, EVER, EVER, Optional.of(number))))
        .containsExactly(placed.get(6));
    assertThat(ids(BOTH, filter(NONE, EVER, EVER, Optional.of("%")))).isEmpty();
  }

  @Test // S0-60, X-17
  void the_cursor_walks_both_kinds_without_gap_or_repeat_while_orders_come_in() {
    orders(23);
    for (boolean oldestFirst : List.of(true, false)) {
      List<OrderId> before = ids(BOTH, everyOrder(oldestFirst));
      List<OrderId> walked = new ArrayList<>();
      Optional<Page.Cursor> next = Optional.empty();
      do {
        Page<AnyOrder> page = page(everyOrder(oldestFirst), new Page.Request(4, 1, next));
        walked.addAll(ids(page));
        assertThat(page.hasMore()).isEqualTo(page.next().isPresent());
        next = page.next().map(cursor -> Page.Cursor.decode(cursor.encode()));
        if (walked.size() < 20) {
          orders(1);
        }
      } while (next.isPresent());

      assertThat(walked).doesNotHaveDuplicates().containsAll(before);
      assertThat(walked.subList(0, before.size())).isEqualTo(before);
    }
  }

  @Test // S0-60, X-17, A11
  void page_numbers_walk_both_kinds_without_gap_or_repeat() {
    List<OrderId> placed = orders(11);
    List<OrderId> walked = new ArrayList<>();
    Page<AnyOrder> page;
    int number = 1;
    do {
      page = page(everyOrder(true), new Page.Request(3, number, Optional.empty()));
      walked.addAll(ids(page));
      number++;
    } while (page.hasMore());

    assertThat(walked).isEqualTo(placed);
    assertThat(number).isEqualTo(5);
    assertThat(ids(page(everyOrder(true), new Page.Request(3, 10_000, Optional.empty()))))
        .isEmpty();
  }

  @Test // S0-60
  void orders_of_one_moment_are_sorted_by_their_ids_whatever_their_kinds() {
    List<OrderId> placed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      placed.add(i % 3 == 0 ? placed(buying("10")) : placed("direct", pieces(1, laptop)).id());
    }
    assertThat(ids(BOTH, everyOrder(true))).isEqualTo(placed);
    Page<AnyOrder> first = page(everyOrder(true), new Page.Request(3, 1, Optional.empty()));
    Page<AnyOrder> rest = page(everyOrder(true), new Page.Request(100, 1, first.next()));
    assertThat(ids(rest)).isEqualTo(placed.subList(3, 8));
  }
}
