package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.process.DeliverWebhooks;
import dev.tradepost.application.webhook.EnableWebhook;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.application.webhook.ReplayEvents;
import dev.tradepost.application.webhook.TakeDeliveries;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a receiver hears comes in order for each thing, and again until it has taken it. */
public abstract class DeliveryContract extends HookContract {
  @Test // A91, A95
  void what_was_not_taken_comes_again_and_holds_only_its_own_thing_up() {
    Webhook hook = hook(ALICE, HOOK, "fx_order.placed", "fx_order.trade_added");
    OrderId slow = placed(buying("10"));
    receivers().answer(HOOK, 500);
    deliver();
    traded(slow, "10", "1.1");
    receivers().answer(HOOK, 204);
    OrderId quick = placed(buying("20"));
    deliver();

    List<Parcel> first = receivers().got(HOOK);
    assertThat(first.stream().map(it -> it.event().aggregateId()))
        .containsExactly(slow.toString(), quick.toString());
    assertThat(deliveries(hook).stream().map(it -> it.delivery().status()))
        .containsExactlyInAnyOrder(
            DeliveryStatus.DUE, DeliveryStatus.WAITING, DeliveryStatus.DELIVERED);

    clock.advance(Duration.ofSeconds(6));
    deliver();
    List<Parcel> all = receivers().got(HOOK);
    assertThat(types(all))
        .containsExactly(
            "fx_order.placed", "fx_order.placed", "fx_order.placed", "fx_order.trade_added");
    assertThat(all.get(2).event()).isEqualTo(all.get(0).event());
    assertThat(deliveries(hook))
        .allSatisfy(it -> assertThat(it.delivery().status()).isEqualTo(DeliveryStatus.DELIVERED));
  }

  @Test // A92
  void a_receiver_that_asks_for_patience_gets_it() {
    hook(ALICE, HOOK);
    placed(buying("10"));
    receivers().answer(HOOK, 503);
    receivers().askForPatience(Duration.ofMinutes(20));
    deliver();
    clock.advance(Duration.ofMinutes(20).minusMillis(1));
    deliver();
    assertThat(receivers().got(HOOK)).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    deliver();
    assertThat(receivers().got(HOOK)).hasSize(2);
  }

  @Test // A91
  void after_ten_attempts_in_three_days_it_is_given_up_and_a_silent_receiver_disabled() {
    Webhook hook = hook(ALICE, HOOK);
    placed(buying("10"));
    receivers().answer(HOOK, 500);
    for (int attempt = 1; attempt <= 10; attempt++) {
      deliver();
      assertThat(receivers().got(HOOK)).hasSize(attempt);
      clock.advance(Duration.ofHours(27));
    }
    deliver();

    assertThat(receivers().got(HOOK)).hasSize(10);
    assertThat(deliveries(hook).get(0).delivery().status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(deliveries(hook).get(0).attempts()).hasSize(10);
    assertThat(now(hook).status()).isEqualTo(WebhookStatus.DISABLED);
    assertThat(now(hook).reason()).contains("the receiver took nothing for days");
  }

  @Test // A92
  void one_that_is_gone_is_called_no_more_until_it_is_enabled_and_replayed() {
    Webhook hook = hook(ALICE, HOOK, "fx_order.placed");
    placed(buying("10"));
    placed(buying("20"));
    receivers().answer(HOOK, 410);
    queue();
    firstNode().turn(clock.instant(), () -> {});
    assertThat(now(hook).status()).isEqualTo(WebhookStatus.DISABLED);
    int called = receivers().got(HOOK).size();
    placed(buying("30"));
    clock.advance(Duration.ofDays(1));
    deliver();
    assertThat(receivers().got(HOOK)).hasSize(called);
    refused(ALICE, new ReplayEvents(hook.id(), 1), SharedReason.TRANSITION_NOT_ALLOWED);

    receivers().answer(HOOK, 200);
    execute(ALICE, new EnableWebhook(hook.id()));
    ReplayEvents.Replayed replayed =
        execute(ALICE, new ReplayEvents(hook.id(), hook.startsAfter() + 1));
    assertThat(replayed).isEqualTo(new ReplayEvents.Replayed(3, OptionalLong.empty()));
    deliver();
    List<Parcel> again = receivers().got(HOOK).subList(called, called + 3);
    assertThat(again.stream().map(it -> it.event().seq())).isSorted().doesNotHaveDuplicates();
    assertThat(types(again)).containsOnly("fx_order.placed");
  }

  @Test // A96
  void a_receiver_that_never_answers_keeps_eight_at_most_and_no_other_waiting() {
    hook(ALICE, HOOK, "fx_order.placed");
    hook(BOB, OTHER, "fx_order.placed");
    receivers().answer(HOOK, WatchedReceivers.SILENT);
    for (int i = 0; i < 20; i++) {
      placed(buying("10"));
      execute(BOB, buying("10"));
    }
    deliver();
    assertThat(receivers().got(HOOK)).hasSize(8);
    assertThat(receivers().got(OTHER)).hasSize(20);
    assertThat(firstNode().underWay()).isEqualTo(8);
  }

  @Test // A91, A95
  void what_a_dead_node_had_taken_is_sent_again_by_another() {
    Webhook hook = hook(ALICE, HOOK);
    placed(buying("10"));
    queue();
    assertThat(execute(Actor.system(), new TakeDeliveries(hook.id(), 8))).hasSize(1);
    deliver();
    assertThat(receivers().got(HOOK)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    deliver();
    assertThat(receivers().got(HOOK)).hasSize(1);
    assertThat(receivers().got(HOOK).get(0).delivery().attempts()).isEqualTo(2);
  }

  @Test // A95
  void nodes_that_work_at_once_send_each_event_once_and_a_things_events_in_order() {
    hook(ALICE, HOOK, "fx_order.placed", "fx_order.trade_added");
    List<DeliverWebhooks> nodes = List.of(firstNode(), node(), node());
    Crowd<Integer> crowd =
        Crowd.atOnce(
            8,
            i -> {
              for (int n = 0; n < 5; n++) {
                if (i < 3) {
                  traded(placed(buying("10")), "10", "1.1");
                } else {
                  queue();
                  nodes.get(i % 3).turn(clock.instant(), () -> {});
                }
              }
              return i;
            });
    assertThat(crowd.done()).hasSize(8);
    deliver();
    clock.advance(Duration.ofMinutes(2));
    deliver();

    List<Logged> told = receivers().got(HOOK).stream().map(Parcel::event).toList();
    assertThat(told).hasSize(30).doesNotHaveDuplicates();
    for (Logged event : told) {
      List<Long> ofIt =
          told.stream()
              .filter(it -> it.aggregateId().equals(event.aggregateId()))
              .map(Logged::seq)
              .toList();
      assertThat(ofIt).hasSize(2).isSorted();
    }
  }
}
