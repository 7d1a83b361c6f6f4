package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.process.QueueNotices;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The log: every event once, numbered without gaps in the order of commits. */
public abstract class EventLogContract extends TradingContract {
  private static final int ALL = 10_000;

  private int queue(int limit) {
    return execute(Actor.system(), new QueueNotices(limit)).events();
  }

  private List<Logged> log() {
    return views().events().after(0, EventViews.Filter.ALL, ALL);
  }

  private List<Logged> log(Optional<UserId> owner, String... types) {
    return views().events().after(0, new EventViews.Filter(owner, Set.of(types)), ALL);
  }

  /** Numbered from 1 without gaps, every event of the storage once, versions in their order. */
  private void assertWhole(List<Logged> log) {
    assertThat(log)
        .extracting(Logged::seq)
        .isEqualTo(LongStream.rangeClosed(1, storage().events()).boxed().toList());
    assertThat(log).extracting(Logged::id).doesNotHaveDuplicates();
    assertThat(views().events().last()).isEqualTo(log.size());
    Map<String, Long> versions = new HashMap<>();
    for (Logged event : log) {
      String aggregate = event.type().split("\\.")[0] + " " + event.aggregateId();
      Long before = versions.put(aggregate, event.aggregateVersion());
      assertThat(event.aggregateVersion())
          .as("version of %s", event)
          .isEqualTo(before == null ? 1 : before + 1);
    }
  }

  @Test // A95
  void an_event_stands_in_the_log_when_its_command_has_ended() {
    OrderId id = placed(buying("1000"));
    assertWhole(log());

    traded(id, "250", "1.1");
    assertWhole(log());
  }

  @Test // A95
  void each_event_is_queued_once_and_no_more_at_a_time_than_asked() {
    OrderId id = placed(buying("1000"));
    for (int i = 0; i < 6; i++) {
      traded(id, "1", "1.1");
    }
    int all = (int) storage().events();
    assertThat(queue(3)).isEqualTo(3);
    assertThat(queue(3)).isEqualTo(3);
    assertThat(queue(ALL)).isEqualTo(all - 6);
    assertThat(queue(ALL)).isZero();
    traded(id, "1", "1.1");
    assertThat(queue(ALL)).isEqualTo(1);
  }

  @Test
  void the_log_is_read_on_from_any_number_and_at_most_so_far() {
    OrderId id = placed(buying("1000"));
    traded(id, "1", "1.1");
    List<Logged> log = log();
    int size = log.size();
    EventViews.Filter all = EventViews.Filter.ALL;
    assertThat(views().events().after(1, all, ALL)).isEqualTo(log.subList(1, size));
    assertThat(views().events().after(1, all, 1)).isEqualTo(log.subList(1, 2));
    assertThat(views().events().after(-5, all, 2)).isEqualTo(log.subList(0, 2));
    assertThat(views().events().after(size, all, ALL)).isEmpty();
    assertThat(views().events().after(Long.MAX_VALUE, all, ALL)).isEmpty();
  }

  @Test // S2-46, S2-48, S4-19, S4-20
  void the_log_is_read_by_owner_and_by_type() {
    OrderId alices = placed(buying("1000"));
    OrderId bobs = execute(BOB, buying("1000")).id();
    traded(alices, "250", "1.1");
    execute(BOB, cancel(bobs));
    OrderId goods = placed("direct", pieces(1, stocked("p1", 5))).id();

    Optional<UserId> alice = Optional.of(ALICE.userId());
    assertThat(log(alice, "fx_order.placed", "fx_order.trade_added"))
        .extracting(Logged::type)
        .containsExactly("fx_order.placed", "fx_order.trade_added");
    assertThat(log(Optional.of(BOB.userId())))
        .extracting(Logged::type)
        .containsExactly("fx_order.placed", "fx_order.cancelled");
    assertThat(log(alice, "fx_order.cancelled")).isEmpty();
    assertThat(log(Optional.empty(), "fx_order.placed"))
        .extracting(Logged::aggregateId)
        .containsExactly(alices.toString(), bobs.toString());
    assertThat(log(Optional.empty(), "order.created"))
        .singleElement()
        .satisfies(it -> assertThat(it.aggregateId()).isEqualTo(goods.toString()));
    assertThat(log(Optional.empty(), "nothing.happened")).isEmpty();
    assertThat(log(alice)).allMatch(it -> it.owner().equals(alice));
  }

  @Test // S4-20
  void an_event_tells_what_happened_when_and_to_what() {
    OrderId id = placed(buying("1000"));
    traded(id, "250", "1.1");

    Logged event = log(Optional.empty(), "fx_order.trade_added").get(0);
    assertThat(event.occurredAt()).isEqualTo(TestClock.NOON);
    assertThat(event.aggregateId()).isEqualTo(id.toString());
    assertThat(event.aggregateVersion()).isEqualTo(2);
    assertThat(event.owner()).contains(ALICE.userId());
    assertThat(event.data()).contains(seen(id).trades().get(0).id().toString(), "1.1", "250");
  }

  @Test // A95
  void what_was_refused_or_failed_leaves_no_event_and_no_number() {
    OrderId nothing = new OrderId(new UUID(9, 9));
    refused(ALICE, trade(nothing, "1", "1.1"), OrderReason.ORDER_NOT_FOUND);
    long before = storage().events();
    assertThatThrownBy(
            () ->
                work(
                    work -> {
                      buying("1000").run(work);
                      work.events().takeUnqueued(ALL);
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(storage().events()).isEqualTo(before);
    assertWhole(log());
    refused(CLERK, new QueueNotices(ALL), ApplicationReason.STAFF_ONLY);
  }

  @Test // A95
  void several_nodes_at_once_queue_every_event_once() {
    AtomicInteger queued = new AtomicInteger();
    Crowd<Integer> crowd =
        Crowd.atOnce(
            12,
            i -> {
              for (int n = 0; n < 10; n++) {
                if (i < 4) {
                  queued.addAndGet(queue(7));
                } else {
                  tradeTwice();
                }
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(12);
    queued.addAndGet(queue(ALL));

    assertThat(queued.get()).isEqualTo((int) storage().events());
    assertWhole(log());
  }

  private void tradeTwice() {
    OrderId id = placed(buying("10"));
    traded(id, "4", "1.1");
    traded(id, "6", "1.1");
  }

  @Test // A95
  void a_reader_never_finds_a_smaller_number_later_and_misses_none() {
    int writers = 6;
    AtomicInteger writing = new AtomicInteger(writers);
    List<Logged> read = new ArrayList<>();
    Crowd<Integer> crowd =
        Crowd.atOnce(
            writers + 3,
            i -> {
              if (i < writers) {
                write(writing);
              } else {
                follow(writing, i == writers ? read : new ArrayList<>());
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(writers + 3);
    catchUp(read);

    assertThat(read).isEqualTo(log());
    assertWhole(read);
  }

  private void write(AtomicInteger writing) {
    try {
      for (int n = 0; n < 10; n++) {
        tradeTwice();
      }
    } finally {
      writing.decrementAndGet();
    }
  }

  /** Reads on while somebody writes. */
  private void follow(AtomicInteger writing, List<Logged> read) {
    while (writing.get() > 0) {
      catchUp(read);
    }
  }

  private void catchUp(List<Logged> read) {
    long last = read.isEmpty() ? 0 : read.get(read.size() - 1).seq();
    List<Logged> fresh = views().events().after(last, EventViews.Filter.ALL, ALL);
    for (Logged event : fresh) {
      last++;
      assertThat(event.seq()).as("the number after %d", last - 1).isEqualTo(last);
    }
    read.addAll(fresh);
  }
}
