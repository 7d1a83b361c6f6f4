package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.process.RelayEvents;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay brings each event to its listener once and in order, whatever happens to it. */
public abstract class RelayContract extends TradingContract {
  private final List<Logged> heard = Collections.synchronizedList(new ArrayList<>());
  private long before;

  @BeforeEach
  void nothingIsNews() {
    before = views().events().last();
  }

  private RelayEvents relay(Consumer<List<Logged>> listener) {
    return new RelayEvents(views().events(), listener);
  }

  /** What has happened since the test began. */
  private List<Logged> log() {
    return views().events().after(before, EventViews.Filter.ALL, 10_000);
  }

  @Test // S4-19, S4-20
  void what_happens_between_two_turns_is_heard_in_the_next_one() {
    RelayEvents relay = relay(heard::addAll);
    OrderId id = placed(buying("1000"));
    relay.turn();
    relay.turn();
    assertThat(heard).isEqualTo(log()).hasSize((int) (storage().events() - before));

    traded(id, "250", "1.1");
    traded(id, "500", "1.1");
    relay.turn();

    assertThat(heard).isEqualTo(log());
    assertThat(heard.subList(heard.size() - 2, heard.size()))
        .extracting(Logged::type)
        .containsOnly("fx_order.trade_added");
  }

  @Test
  void it_begins_after_the_last_event_there_is() {
    placed(buying("1000"));
    relay(events -> {}).turn();
    long heardBefore = views().events().last();
    RelayEvents second = relay(heard::addAll);
    second.turn();
    assertThat(heard).isEmpty();

    placed(buying("1000"));
    second.turn();
    assertThat(heard).extracting(Logged::seq).containsExactly(heardBefore + 1);
  }

  @Test // A95
  void after_its_listener_threw_it_begins_again_where_it_was() {
    AtomicBoolean broken = new AtomicBoolean(true);
    RelayEvents relay =
        relay(
            events -> {
              if (broken.get()) {
                throw new IllegalStateException("on purpose");
              }
              heard.addAll(events);
            });
    OrderId id = placed(buying("1000"));
    for (int i = 0; i < 3; i++) {
      traded(id, "1", "1.1");
      assertThatThrownBy(relay::turn).hasMessage("on purpose");
    }
    assertThat(heard).isEmpty();

    broken.set(false);
    traded(id, "1", "1.1");
    relay.turn();
    relay.turn();

    assertThat(heard).isEqualTo(log()).hasSize((int) (storage().events() - before));
  }

  @Test // A95
  void more_events_than_one_turn_takes_at_once_come_in_batches_and_in_order() {
    AtomicInteger calls = new AtomicInteger();
    RelayEvents relay =
        relay(
            events -> {
              if (calls.incrementAndGet() == 2) {
                throw new IllegalStateException("on purpose");
              }
              heard.addAll(events);
            });
    amendOften(product("p1", "500"), 1_300);
    assertThatThrownBy(relay::turn).hasMessage("on purpose");
    relay.turn();

    assertThat(heard).isEqualTo(log()).hasSize((int) (storage().events() - before));
    assertThat(calls.get()).isGreaterThanOrEqualTo(4);
  }

  private void amendOften(ProductId product, int times) {
    work(
        work -> {
          for (int i = 1; i <= times; i++) {
            Product now = work.products().get(product).orElseThrow();
            Optional<Money> price = Optional.of(new Money(i, USD));
            work.products().save(now.amend(NONE, price, NONE, work.stamp()));
          }
          return times;
        });
  }

  @Test // A95
  void every_node_hears_everything_once() {
    List<List<Logged>> nodes = List.of(heard, new ArrayList<>(), new ArrayList<>());
    List<RelayEvents> relays = nodes.stream().map(it -> relay(it::addAll)).toList();

    Crowd<Integer> crowd =
        Crowd.atOnce(
            8,
            i -> {
              for (int n = 0; n < 10; n++) {
                if (i < 5) {
                  relays.get(i % 3).turn();
                } else {
                  traded(placed(buying("10")), "10", "1.1");
                }
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(8);
    relays.forEach(RelayEvents::turn);

    assertThat(nodes).allSatisfy(node -> assertThat(node).isEqualTo(log()));
    assertThat(log()).hasSize((int) (storage().events() - before));
  }
}
