package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The socket that tells what happens to orders. */
@ParameterizedClass
@EnumSource(Engine.class)
class LiveOrdersJourneyTest {
  @Parameter Engine engine;
  private Trader ann;
  private Trader ben;
  private Trader sam;

  @BeforeEach
  void open() {
    ann = Trader.of(engine.server(), "ann", "customer");
    ben = Trader.of(engine.server(), "ben", "customer");
    sam = Trader.of(engine.server(), "sam", "staff");
  }

  private static String orderOf(JsonNode frame) {
    return frame.path("orderId").asText();
  }

  @Test // S2-07, S4-19..S4-21, S4-24, S4-31, A85
  void a_fill_is_told_with_the_keys_of_the_source() {
    try (LiveClient live = ann.live("")) {
      long start = live.started();
      String order = ann.order();
      CompletableFuture<Answer> trading =
          CompletableFuture.supplyAsync(() -> ann.trade(order, 500));
      JsonNode created = live.next("ORDER_CREATED");
      JsonNode frame = live.next("TRADE_ADDED");
      Answer filled = ann.client().get("/orders/" + order).expect(200);
      assertThat(filled.at("/filledAmount")).isEqualTo("500");
      String trade = filled.at("/trades/0/tradeId");
      assertThat(frame.toString())
          .startsWith(
              "{\"orderId\":\""
                  + order
                  + "\",\"event\":\"TRADE_ADDED\",\"trade\":{\"tradeId\":\""
                  + trade
                  + "\",\"executedAmount\":500,\"executedPrice\":1.106},"
                  + "\"newStatus\":\"PARTIALLY_FILLED\",");
      assertThat(frame.properties())
          .extracting(Map.Entry::getKey)
          .contains("seq", "at", "filledAmount", "remainingAmount");
      assertThat(frame.path("filledAmount").asInt()).isEqualTo(500);
      assertThat(frame.path("remainingAmount").asInt()).isEqualTo(500);
      assertThat(frame.path("at").asText()).isEqualTo(filled.at("/trades/0/timestamp"));
      assertThat(created.path("seq").asLong()).isGreaterThan(start);
      assertThat(frame.path("seq").asLong()).isGreaterThan(created.path("seq").asLong());
      assertThat(trading.join().json()).isEqualTo(filled.json());
    }
  }

  @Test // S4-19
  void statuses_amendments_and_payments_are_told_too() {
    try (LiveClient live = ann.live("")) {
      live.started();
      String order = ann.order();
      live.next("ORDER_CREATED");
      String goods = new Scene(engine.server()).order(ann.client(), "checkout", "p6", 1);
      live.next("ORDER_CREATED");
      ann.client().patch("/orders/" + order, Map.of("amount", 1200)).expect(200);
      assertThat(live.next("ORDER_AMENDED").path("remainingAmount").asInt()).isEqualTo(1200);
      ann.client().put("/orders/" + order + "/cancel", null).expect(200);
      assertThat(live.next("STATUS_CHANGED").path("newStatus").asText()).isEqualTo("CANCELLED");
      Scene.pay(ann.client(), goods, "success").expect(201);
      JsonNode frame = live.next();
      while (!frame.path("event").asText().equals("PAYMENT_STATUS_CHANGED")) {
        assertThat(frame.path("event").asText()).isEqualTo("STATUS_CHANGED");
        frame = live.next();
      }
      assertThat(orderOf(frame)).isEqualTo(goods);
      assertThat(frame.path("kind").asText()).isEqualTo("GOODS");
      assertThat(frame.path("paymentStatus").asText()).isEqualTo("PAID");
    }
  }

  @Test // A84
  void a_stranger_hears_nothing() {
    try (LiveClient stranger = ben.live("")) {
      stranger.started();
      String order = ann.order();
      ann.trade(order, 250);
      String own = ben.order();
      assertThat(orderOf(stranger.next())).isEqualTo(own);
    }
  }

  @Test // A84
  void staff_hear_all_or_what_they_ask_for() {
    String order = ann.order();
    try (LiveClient all = sam.live("");
        LiveClient user = sam.live("?userId=" + ben.name());
        LiveClient one = sam.live("?orderId=" + order)) {
      all.started();
      user.started();
      one.started();
      String other = ann.order();
      String bens = ben.order();
      ann.trade(order, 250);
      List<String> heard = new ArrayList<>();
      while (!heard.containsAll(List.of(other, bens, order))) {
        heard.add(orderOf(all.next()));
      }
      assertThat(orderOf(user.next())).isEqualTo(bens);
      assertThat(orderOf(one.next())).isEqualTo(order);
    }
  }

  @Test // A86
  void the_first_frame_tells_after_which_number_the_stream_goes_on() {
    String order = ann.order();
    long created;
    try (LiveClient live = ann.live("?since=0")) {
      assertThat(live.started()).isZero();
      created = live.next("ORDER_CREATED").path("seq").asLong();
    }
    ann.trade(order, 100);
    try (LiveClient live = ann.live("?since=" + created)) {
      assertThat(live.started()).isEqualTo(created);
      assertThat(live.next("TRADE_ADDED").path("seq").asLong()).isGreaterThan(created);
    }
  }

  @Test // A86
  void who_comes_back_misses_nothing_and_hears_nothing_twice() {
    int writers = 4;
    int trades = 10;
    CompletableFuture<Answer[]> writing =
        CompletableFuture.supplyAsync(() -> Scene.together(writers, i -> tradeOften(trades)));
    List<Long> heard = new ArrayList<>();
    long since = 0;
    while (heard.size() < writers * (trades + 1)) {
      try (LiveClient live = ann.live("?since=" + since)) {
        live.started();
        for (int i = 0; i < 3 && heard.size() < writers * (trades + 1); i++) {
          since = live.next().path("seq").asLong();
          heard.add(since);
        }
      }
    }
    assertThat(writing.join()).hasSize(writers);
    assertThat(heard).isEqualTo(logged());
  }

  private Answer tradeOften(int trades) {
    String order = ann.order();
    Answer last = null;
    for (int i = 0; i < trades; i++) {
      last = ann.trade(order, 1);
    }
    return last;
  }

  /** The numbers of all that has happened to Ann's orders. */
  private List<Long> logged() {
    JsonNode events = ann.client().get("/events").expect(200).json();
    assertThat(events.path("hasMore").asBoolean()).isFalse();
    return events.path("data").valueStream().map(event -> event.path("seq").asLong()).toList();
  }
}
