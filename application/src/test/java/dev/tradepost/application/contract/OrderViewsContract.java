package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of orders and their timelines. */
public abstract class OrderViewsContract extends StorageContract {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();
  private static final Optional<Instant> EVER = Optional.empty();

  private ProductId laptop;

  @BeforeEach
  void fillTheShelf() {
    laptop = stocked("p1", 1_000);
  }

  /** So many orders, two in every second. */
  private List<OrderId> orders(int howMany) {
    List<OrderId> placed = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      placed.add(placed("direct", pieces(1, laptop)).id());
      clock.advance(Duration.ofSeconds(i % 2));
    }
    return placed;
  }

  private Page<OrderView> list(OrderViews.Filter filter, Page.Request request) {
    return views().orders().list(filter, request);
  }

  private List<OrderId> ids(OrderViews.Filter filter) {
    return ids(list(filter, FIRST_PAGE));
  }

  private static List<OrderId> ids(Page<OrderView> page) {
    return page.items().stream().map(view -> view.order().id()).toList();
  }

  private static OrderViews.Filter filter(
      Optional<String> status,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> text) {
    return new OrderViews.Filter(Optional.of(ALICE.userId()), status, from, to, text, false);
  }

  private static OrderViews.Filter numbered(String text) {
    return filter(Optional.empty(), EVER, EVER, Optional.of(text));
  }

  private static List<OrderId> reversed(List<OrderId> ids) {
    List<OrderId> turned = new ArrayList<>(ids);
    Collections.reverse(turned);
    return turned;
  }

  @Test // S0-55, S0-60
  void orders_come_newest_first_or_oldest_first() {
    List<OrderId> placed = orders(7);
    assertThat(ids(everyOrder(false))).isEqualTo(reversed(placed));
    assertThat(ids(everyOrder(true))).isEqualTo(placed);
  }

  @Test // S0-55, A46
  void a_user_lists_their_own_orders() {
    List<OrderId> alices = orders(3);
    OrderId bobs = execute(BOB, ordering(pieces(1, laptop))).order().id();

    assertThat(ids(OrderViews.Filter.of(ALICE.userId()))).isEqualTo(reversed(alices));
    assertThat(ids(OrderViews.Filter.of(BOB.userId()))).containsExactly(bobs);
    assertThat(ids(OrderViews.Filter.of(CLERK.userId()))).isEmpty();
    assertThat(ids(EVERY_ORDER)).hasSize(4);
  }

  @Test // S0-61
  void orders_are_filtered_by_status() {
    List<OrderId> placed = orders(3);
    execute(ALICE, new CancelOrder(placed.get(1), Optional.empty(), ANY_VERSION));

    assertThat(ids(filter(Optional.of("CANCELLED"), EVER, EVER, Optional.empty())))
        .containsExactly(placed.get(1));
    assertThat(ids(filter(Optional.of("PLACED"), EVER, EVER, Optional.empty())))
        .containsExactly(placed.get(2), placed.get(0));
    assertThat(ids(filter(Optional.of("LOST"), EVER, EVER, Optional.empty()))).isEmpty();
  }

  @Test // S0-61
  void orders_are_filtered_by_time_from_then_on_and_until_before() {
    List<OrderId> placed = orders(6);
    Optional<Instant> second = Optional.of(TestClock.NOON.plusSeconds(1));
    Optional<Instant> third = Optional.of(TestClock.NOON.plusSeconds(2));

    assertThat(ids(filter(Optional.empty(), second, third, Optional.empty())))
        .containsExactly(placed.get(3), placed.get(2));
    assertThat(ids(filter(Optional.empty(), third, EVER, Optional.empty())))
        .containsExactly(placed.get(5), placed.get(4));
    assertThat(ids(filter(Optional.empty(), EVER, second, Optional.empty())))
        .containsExactly(placed.get(1), placed.get(0));
  }

  @Test // S0-61
  void the_number_is_searched_to_the_letter_whatever_its_case() {
    Order order = order(orders(3).get(1));
    String random = order.number().value().substring(12);

    String time = order.number().value().substring("ORD-".length(), 12);

    assertThat(ids(numbered(random))).contains(order.id());
    assertThat(ids(numbered(time.toLowerCase(Locale.ROOT)))).contains(order.id());
    assertThat(ids(numbered("ORD-" + time))).contains(order.id());
    assertThat(ids(numbered(order.number().value().substring(2, 9)))).isEmpty();
    assertThat(ids(numbered(order.number().value().toLowerCase(Locale.ROOT))))
        .containsExactly(order.id());
    assertThat(ids(numbered("ORD-"))).hasSize(3);
    for (String wild : List.of("%", "_", "ORD%", "ORD_", "\\", "'", "*", "!")) {
      assertThat(ids(numbered(wild))).as("searched for %s", wild).isEmpty();
    }
  }

  @Test // S0-60, S0-61, X-17
  void the_cursor_walks_the_whole_list_while_orders_come_in() {
    orders(23);
    for (boolean oldestFirst : List.of(true, false)) {
      List<OrderId> before = ids(everyOrder(oldestFirst));
      List<OrderId> walked = new ArrayList<>();
      Optional<Page.Cursor> next = Optional.empty();
      do {
        Page<OrderView> page = list(everyOrder(oldestFirst), new Page.Request(4, 1, next));
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
  void page_numbers_walk_the_whole_list_while_orders_come_in() {
    List<OrderId> before = orders(10);
    List<OrderId> walked = new ArrayList<>();
    Page<OrderView> page;
    int number = 1;
    do {
      page = list(everyOrder(true), new Page.Request(3, number, Optional.empty()));
      walked.addAll(ids(page));
      number++;
      if (number < 4) {
        orders(1);
      }
    } while (page.hasMore());

    assertThat(walked).isEqualTo(ids(everyOrder(true))).hasSize(12);
    assertThat(walked.subList(0, 10)).isEqualTo(before);
    assertThat(ids(list(everyOrder(true), new Page.Request(3, 10_000, Optional.empty()))))
        .isEmpty();
  }

  @Test // S0-60, X-15
  void a_cursor_that_no_list_has_answered_is_refused_and_never_a_fault() {
    orders(2);
    for (String forged :
        List.of(
            TestClock.NOON + " p1",
            TestClock.NOON + " ",
            TestClock.NOON + " \u0000",
            "+1000000000-12-31T23:59:59.999999999Z 00000000-0000-7000-0000-000000000001",
            "-1000000000-01-01T00:00:00Z 00000000-0000-7000-0000-000000000001")) {
      String text =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
      Throwable fault =
          catchThrowable(
              () ->
                  list(EVERY_ORDER, new Page.Request(5, 1, Optional.of(Page.Cursor.decode(text)))));
      if (fault != null) {
        assertThat(fault).as("cursor %s", forged).isInstanceOf(Rejection.class);
        assertThat(((Rejection) fault).reason()).isEqualTo(ApplicationReason.INVALID_CURSOR);
      }
    }
  }

  @Test // S0-63, T-16, S2-41, A59
  void the_timeline_tells_who_moved_the_order_when_and_why() {
    OrderId id = placed("checkout", pieces(1, laptop)).id();
    clock.advance(Duration.ofMinutes(1));
    execute(CLERK, new ConfirmOrder(id, ANY_VERSION));
    clock.advance(Duration.ofMinutes(1));
    execute(ALICE, new CancelOrder(id, Optional.of("Found it cheaper"), ANY_VERSION));

    Instant noon = TestClock.NOON;
    assertThat(views().orders().timeline(id, ALICE))
        .containsExactly(
            new TimelineEntry(
                1, noon, Optional.empty(), "CREATED", Optional.empty(), "Order created", alice()),
            new TimelineEntry(
                2,
                noon.plusSeconds(60),
                Optional.of("CREATED"),
                "CONFIRMED",
                Optional.of("CONFIRM"),
                "Order confirmed",
                CLERK.userId()),
            new TimelineEntry(
                3,
                noon.plusSeconds(120),
                Optional.of("CONFIRMED"),
                "CANCELLED",
                Optional.of("CANCEL"),
                "Found it cheaper",
                alice()));
  }

  private static UserId alice() {
    return ALICE.userId();
  }

  @Test // S0-63, A59
  void a_timeline_once_read_stays_as_it_was_read() {
    OrderId id = placed("checkout", pieces(1, laptop)).id();
    List<TimelineEntry> read = views().orders().timeline(id, ALICE);
    execute(CLERK, new ConfirmOrder(id, ANY_VERSION));
    assertThat(read).hasSize(1);
  }

  @Test // S1-20, S2-10
  void lists_show_orders_with_their_shipments() {
    List<OrderId> placed = orders(3);
    OrderView shipped = execute(CLERK, new ShipOrder(placed.get(1), Optional.empty(), ANY_VERSION));

    List<OrderView> seen = list(EVERY_ORDER, FIRST_PAGE).items();

    assertThat(seen.get(1)).isEqualTo(shipped);
    assertThat(seen.get(1).shipments()).hasSize(1);
    assertThat(seen.get(0).shipments()).isEmpty();
  }
}
