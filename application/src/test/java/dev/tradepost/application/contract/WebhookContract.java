package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.process.ForgetDeliveries;
import dev.tradepost.application.webhook.DeleteWebhook;
import dev.tradepost.application.webhook.EnableWebhook;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.application.webhook.RegisterWebhook;
import dev.tradepost.application.webhook.ReplayEvents;
import dev.tradepost.application.webhook.RotateSecret;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Receivers are told of what they may hear, and of nothing else. */
public abstract class WebhookContract extends HookContract {
  @Test // S3-71, S0-69, A95
  void a_receiver_is_told_of_its_users_events_and_of_nobody_elses() {
    placed(buying("1"));
    queue();
    Webhook alices = hook(ALICE, HOOK);
    OrderId id = placed(buying("10"));
    execute(BOB, buying("20"));
    product("p1", "500");
    traded(id, "10", "1.1");
    deliver();

    assertThat(types(receivers().got(HOOK)))
        .containsExactly("fx_order.placed", "fx_order.trade_added");
    assertThat(receivers().got(HOOK))
        .allSatisfy(
            parcel -> {
              assertThat(parcel.event().owner()).contains(ALICE.userId());
              assertThat(parcel.secrets()).containsExactly(alices.secrets().get(0).text());
            });
    assertThat(receivers().got(HOOK).stream().map(Parcel::event).toList())
        .isEqualTo(
            views()
                .events()
                .after(
                    alices.startsAfter(),
                    new EventViews.Filter(
                        Optional.of(ALICE.userId()),
                        Set.of("fx_order.placed", "fx_order.trade_added")),
                    100));
    assertThat(deliveries(alices))
        .allSatisfy(
            it -> {
              assertThat(it.delivery().status()).isEqualTo(DeliveryStatus.DELIVERED);
              assertThat(it.attempts()).hasSize(1);
              assertThat(it.attempts().get(0).status()).hasValue(200);
            });
  }

  @Test // S3-71
  void it_can_ask_for_some_types_and_the_staff_for_anybodys_events() {
    hook(ALICE, HOOK, "fx_order.trade_added");
    execute(CLERK, new RegisterWebhook(OTHER, Optional.of(BOB.userId()), ALL));
    hook(CLERK, "https://all.example/", "fx_order.placed", "product.listed");
    OrderId id = placed(buying("10"));
    traded(id, "10", "1.1");
    execute(BOB, buying("20"));
    product("p1", "500");
    deliver();

    assertThat(types(receivers().got(HOOK))).containsExactly("fx_order.trade_added");
    assertThat(types(receivers().got(OTHER))).containsExactly("fx_order.placed");
    assertThat(types(receivers().got("https://all.example/")))
        .containsExactlyInAnyOrder("fx_order.placed", "fx_order.placed", "product.listed");
  }

  @Test // S3-71
  void what_makes_no_sense_is_refused() {
    UserId bob = BOB.userId();
    refused(
        ALICE, new RegisterWebhook(HOOK, Optional.of(bob), ALL), ApplicationReason.NOT_FOR_OTHERS);
    refused(
        ALICE,
        new RegisterWebhook(HOOK, Optional.empty(), Set.of("order.createt")),
        WebhookReason.UNKNOWN_EVENT_TYPE);
    refused(
        ALICE,
        new RegisterWebhook("ftp://shop.example/", Optional.empty(), ALL),
        WebhookReason.WEBHOOK_URL_NOT_USABLE);
    Webhook hook = hook(ALICE, HOOK);
    for (var command :
        List.of(
            new RotateSecret(hook.id()),
            new DeleteWebhook(hook.id()),
            new EnableWebhook(hook.id()),
            new ReplayEvents(hook.id(), 1))) {
      refused(BOB, command, WebhookReason.WEBHOOK_NOT_FOUND);
    }
    refused(CLERK, new RotateSecret(hook.id()), WebhookReason.WEBHOOK_NOT_FOUND);
    refused(ALICE, new EnableWebhook(hook.id()), SharedReason.TRANSITION_NOT_ALLOWED);
    for (int i = 1; i < Webhook.MAX_PER_USER; i++) {
      hook(ALICE, HOOK);
    }
    refused(
        ALICE, new RegisterWebhook(HOOK, Optional.empty(), ALL), WebhookReason.TOO_MANY_WEBHOOKS);
    assertThat(views().webhooks().find(hook.id(), BOB)).isEmpty();
    assertThat(views().webhooks().list(Optional.of(bob), FIRST_PAGE).items()).isEmpty();
  }

  @Test // A93
  void for_a_day_after_a_rotation_both_secrets_sign() {
    Webhook hook = hook(ALICE, HOOK);
    Webhook rotated = execute(ALICE, new RotateSecret(hook.id()));
    String old = hook.secrets().get(0).text();
    String fresh = rotated.secrets().get(0).text();
    placed(buying("10"));
    deliver();
    assertThat(receivers().got(HOOK).get(0).secrets()).containsExactly(fresh, old);
    clock.advance(Duration.ofHours(24));
    placed(buying("10"));
    deliver();
    assertThat(receivers().got(HOOK).get(1).secrets()).containsExactly(fresh);
    assertThat(now(hook).secrets()).isEqualTo(rotated.secrets());
  }

  @Test // S3-71
  void a_replay_goes_on_from_page_to_page() {
    Webhook hook = hook(ALICE, HOOK, "fx_order.trade_added");
    OrderId id = placed(buying("2000"));
    work(
        work -> {
          var order = work.fxOrders().get(id).orElseThrow();
          for (int i = 0; i < 1_200; i++) {
            var traded =
                order.fill(
                    new dev.tradepost.domain.trade.TradeId(work.newId()),
                    eur("1"),
                    number("1.1"),
                    NONE,
                    work.stamp());
            work.fxOrders().save(traded);
            order = traded.state();
          }
          return order;
        });
    queue();
    ReplayEvents.Replayed first = execute(ALICE, new ReplayEvents(hook.id(), 1));
    assertThat(first.queued()).isEqualTo(1_000);
    ReplayEvents.Replayed rest =
        execute(ALICE, new ReplayEvents(hook.id(), first.next().orElseThrow()));
    assertThat(rest).isEqualTo(new ReplayEvents.Replayed(200, OptionalLong.empty()));
  }

  @Test // S3-71
  void a_deleted_webhook_is_gone_with_all_that_it_was_to_be_told() {
    Webhook hook = hook(ALICE, HOOK);
    placed(buying("10"));
    queue();
    execute(ALICE, new DeleteWebhook(hook.id()));
    placed(buying("20"));
    deliver();
    assertThat(receivers().got(HOOK)).isEmpty();
    assertThat(views().webhooks().find(hook.id(), ALICE)).isEmpty();
    refused(ALICE, new DeleteWebhook(hook.id()), WebhookReason.WEBHOOK_NOT_FOUND);
    assertThat(deliveries(hook))
        .allSatisfy(it -> assertThat(it.delivery().status()).isEqualTo(DeliveryStatus.FAILED));
  }

  @Test // S3-71
  void what_ended_a_month_ago_is_forgotten_and_what_is_open_is_not() {
    Webhook hook = hook(ALICE, HOOK);
    placed(buying("10"));
    deliver();
    clock.advance(Duration.ofDays(31));
    placed(buying("20"));
    queue();
    assertThat(execute(Actor.system(), new ForgetDeliveries())).isEqualTo(1);
    assertThat(deliveries(hook)).hasSize(1);
    assertThat(deliveries(hook).get(0).delivery().status()).isEqualTo(DeliveryStatus.DUE);
  }
}
