package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.live.GiveTicket;
import dev.tradepost.application.live.UseTicket;
import dev.tradepost.application.memory.InMemory;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets in at the socket, and what happens to those who talk. */
@ParameterizedClass
@EnumSource(Engine.class)
class LiveDoorJourneyTest {
  @Parameter Engine engine;
  private Trader ann;

  @BeforeEach
  void open() {
    ann = Trader.of(engine.server(), "ann", "customer");
  }

  private int port() {
    return engine.server().port();
  }

  @Test // S4-12, S4-18, A82
  void the_socket_opens_with_a_token_and_not_without() {
    assertThat(LiveClient.status(port(), "", "Authorization", "Bearer " + ann.token()))
        .isEqualTo(101);
    assertThat(LiveClient.status(port(), "")).isEqualTo(401);
    assertThat(LiveClient.status(port(), "", "Authorization", "Bearer " + ann.token() + "x"))
        .isEqualTo(401);
    assertThat(LiveClient.status(port(), "?token=" + ann.token())).isEqualTo(400);
    assertThat(LiveClient.status(port(), "?since=x", "Authorization", "Bearer " + ann.token()))
        .isEqualTo(400);
    assertThat(LiveClient.status(port(), "?userId=a%20b", "Authorization", "Bearer " + ann.token()))
        .isEqualTo(400);
  }

  @Test // S4-18, A83
  void pages_of_other_sites_may_not_open_it() {
    String[] headers = {"Authorization", "Bearer " + ann.token(), "Origin", "https://evil.example"};
    assertThat(LiveClient.status(port(), "", headers)).isEqualTo(403);
    headers[3] = "http://127.0.0.1:" + port();
    assertThat(LiveClient.status(port(), "", headers)).isEqualTo(101);
  }

  @Test // A84
  void customers_may_not_ask_for_the_orders_of_others() {
    String[] headers = {"Authorization", "Bearer " + ann.token()};
    assertThat(LiveClient.status(port(), "?userId=somebody-else", headers)).isEqualTo(403);
    assertThat(LiveClient.status(port(), "?since=1&since=2", headers)).isEqualTo(400);
    assertThat(LiveClient.status(port(), "?sinse=1", headers)).isEqualTo(400);
  }

  @Test // S4-18, A82
  void a_ticket_opens_it_once() {
    String ticket = ann.ticket();
    try (LiveClient live = LiveClient.open(port(), "?ticket=" + ticket)) {
      live.started();
      String order = ann.order();
      assertThat(live.next("ORDER_CREATED").path("orderId").asText()).isEqualTo(order);
    }
    assertThat(LiveClient.status(port(), "?ticket=" + ticket)).isEqualTo(401);
    assertThat(LiveClient.status(port(), "?ticket=" + UUID.randomUUID())).isEqualTo(401);
  }

  @Test // A82
  void of_many_who_show_a_ticket_at_once_one_gets_in() {
    String query = "?ticket=" + ann.ticket();
    List<CompletableFuture<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(CompletableFuture.supplyAsync(() -> LiveClient.status(port(), query)));
    }
    List<Integer> statuses = tries.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(statuses).containsExactly(101, 401, 401, 401, 401, 401, 401, 401);
  }

  @Test // A82
  void a_ticket_is_worth_nothing_after_half_a_minute() {
    TestClock clock = new TestClock();
    Shop shop = Shop.standard(Currency.getInstance("USD"));
    UseCases useCases =
        new UseCases(
            new InMemory(shop, new Sources(clock, UUID::randomUUID, new Random(1))),
            UseCaseObserver.NONE);
    Actor actor = new Actor(new UserId("ann"), Role.CUSTOMER);
    GiveTicket give = new GiveTicket(clock.instant().plusSeconds(3600));
    String early = useCases.execute(actor, give).text();
    String late = useCases.execute(actor, give).text();
    clock.advance(Duration.ofSeconds(30).minusNanos(1));
    assertThat(useCases.execute(Actor.system(), new UseTicket(early)).actor()).isEqualTo(actor);
    clock.advance(Duration.ofNanos(1));
    assertThatThrownBy(() -> useCases.execute(Actor.system(), new UseTicket(late)))
        .hasMessageContaining("POST /ws-tickets");
  }

  @Test // A87
  void it_tells_and_does_not_listen() {
    try (LiveClient live = ann.live("")) {
      live.started();
      for (int i = 0; i < 20; i++) {
        assertThat(live.say("hello")).isTrue();
        assertThat(live.next("ERROR").path("detail").asText()).isNotBlank();
      }
      live.say("once more");
      assertThat(live.closeCode()).isEqualTo(1008);
    }
    try (LiveClient live = ann.live("")) {
      live.started();
      live.say(new byte[] {1, 2, 3});
      assertThat(live.closeCode()).isEqualTo(1003);
    }
    try (LiveClient live = ann.live("")) {
      live.started();
      char[] tooLong = new char[64 * 1024 + 1];
      Arrays.fill(tooLong, 'x');
      live.say(new String(tooLong));
      assertThat(live.closeCode()).isEqualTo(1009);
    }
  }
}
