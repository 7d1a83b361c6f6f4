package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.bootstrap.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events reach somebody else's server, signed, again where they must, and nobody else's. */
@ParameterizedClass
@EnumSource(Engine.class)
class WebhookJourneyTest {
  @Parameter Engine engine;
  private Receiver receiver;
  private Trader ann;

  @BeforeEach
  void open() {
    receiver = Receiver.open();
    ann = Trader.of(engine.server(), "ann", "customer");
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private Answer register(Client client, String... types) {
    return client.post("/webhooks", Map.of("url", receiver.url(), "types", types)).expect(201);
  }

  @Test // S3-71, S0-69, A90
  void events_arrive_signed_in_the_envelope_of_the_log() {
    Answer hook = register(ann.client());
    Trader bob = Trader.of(engine.server(), "bob", "customer");
    bob.order();
    String order = ann.order();
    ann.trade(order, 250);

    List<Receiver.Got> got = List.of(receiver.next(), receiver.next());
    assertThat(got)
        .allSatisfy(
            it -> {
              assertThat(it.signedWith(hook.at("/secret"))).isTrue();
              assertThat(it.signedWith("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
              assertThat(it.id()).isEqualTo(it.json().at("/id").asText());
            });
    List<Object> told = new ArrayList<>();
    got.forEach(it -> told.add(it.json()));
    List<Object> log = new ArrayList<>();
    Answer events = ann.client().get("/events?after=" + hook.at("/startsAfter")).expect(200);
    events
        .json()
        .at("/data")
        .forEach(
            it -> {
              if (it.at("/type").asText().startsWith("fx_order.")) {
                log.add(it);
              }
            });
    assertThat(told).isEqualTo(log).hasSize(2);
    assertThat(receiver.quiet()).isTrue();
  }

  @Test // S3-71
  void money_that_moves_is_told_to_its_owner() {
    register(ann.client(), "wallet.money_moved");
    String wallet =
        ann.client().post("/wallet/create", Map.of("userId", ann.name())).expect(201).at("/id");
    Client staff = engine.server().client("sam", "staff");
    staff.post("/wallet/add", Map.of("walletId", wallet, "amount", 12.5)).expect(201);
    Receiver.Got got = receiver.next();
    assertThat(got.json().at("/type").asText()).isEqualTo("wallet.money_moved");
    assertThat(got.json().at("/data/amount/amount").decimalValue()).isEqualByComparingTo("12.5");
  }

  @Test // A91, A92, A95, S3-71
  void what_was_not_taken_comes_again_after_a_restart_too_and_the_log_of_deliveries_tells_it(
      @TempDir Path data) {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("data", data.toString());
    options.put("webhook-hosts", Receiver.HOST);
    Answer hook;
    Receiver.Got first;
    receiver.answer(503);
    try (TestServer server = TestServer.start(options)) {
      Trader bob = Trader.of(server, "bob", "customer");
      hook = register(bob.client(), "fx_order.placed");
      bob.order();
      first = receiver.next();
    }
    receiver.answer(200);
    try (TestServer server = TestServer.start(options)) {
      Receiver.Got second = receiver.next();
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.id()).isEqualTo(first.id());
      assertThat(second.signedWith(hook.at("/secret"))).isTrue();
      assertThat(second.headers().get("Webhook-timestamp"))
          .isNotEqualTo(first.headers().get("Webhook-timestamp"));

      String path = "/webhooks/" + hook.at("/id") + "/deliveries";
      Client staff = server.client("sam", "staff");
      Answer told =
          Purse.until(
              () -> staff.get(path).expect(200), it -> it.at("/data/0/status").equals("DELIVERED"));
      assertThat(told.at("/data/0/attempts/0/status")).isEqualTo("503");
      assertThat(told.at("/data/0/attempts/1/status")).isEqualTo("200");
      assertThat(told.at("/data/0/eventId")).isEqualTo(first.id());
    }
  }

  @Test // A92, A93
  void a_receiver_that_is_gone_is_left_alone_until_it_is_enabled_and_replayed() {
    Answer hook = register(ann.client(), "fx_order.placed");
    String path = "/webhooks/" + hook.at("/id");
    receiver.answer(410);
    ann.order();
    Receiver.Got lost = receiver.next();
    Purse.until(
        () -> ann.client().get(path).expect(200), it -> it.at("/status").equals("DISABLED"));
    Map<String, Object> from = Map.of("fromSeq", lost.json().at("/seq").asLong());
    ann.client().post(path + "/replay", from).expect(409, "transition-not-allowed");

    receiver.answer(204);
    ann.client().post(path + "/enable", null).expect(200);
    Answer rotated = ann.client().post(path + "/secret", null).expect(200);
    Answer replayed = ann.client().post(path + "/replay", from).expect(202);
    assertThat(replayed.at("/queued")).isEqualTo("1");
    Receiver.Got again = receiver.next();
    assertThat(again.body()).isEqualTo(lost.body());
    assertThat(again.signedWith(hook.at("/secret"))).isTrue();
    assertThat(again.signedWith(rotated.at("/secret"))).isTrue();
  }

  @Test // A94, S3-71
  void what_cannot_be_a_webhook_is_refused_by_name_of_the_field() {
    for (String url : List.of("http://localhost/", "https://localhost/", "https://10.0.0.1/")) {
      Answer refused = ann.client().post("/webhooks", Map.of("url", url));
      refused.expect(400, "webhook-url-not-allowed");
      assertThat(refused.at("/errors/0/pointer")).isEqualTo("/url");
    }
    ann.client().post("/webhooks", Map.of("url", "shop")).expect(400, "webhook-url-not-usable");
    Map<String, Object> typo = Map.of("url", receiver.url(), "types", List.of("order.createt"));
    ann.client().post("/webhooks", typo).expect(400, "unknown-event-type");
    Map<String, Object> others = Map.of("url", receiver.url(), "userId", "bob");
    ann.client().post("/webhooks", others).expect(403, "not-for-others");
    ann.client().post("/webhooks", Map.of()).expect(400, "invalid-request");
  }

  @Test // S3-71, A84
  void a_webhook_is_there_for_its_owner_alone_and_gone_when_deleted() {
    Answer hook = register(ann.client().withKey("one"));
    assertThat(register(ann.client().withKey("one")).at("/id")).isEqualTo(hook.at("/id"));
    String path = "/webhooks/" + hook.at("/id");
    assertThat(ann.client().get(path).expect(200).body()).doesNotContain("whsec_");
    assertThat(ann.client().get("/webhooks").expect(200).body()).doesNotContain("whsec_");
    Client bob = engine.server().client("bob", "customer");
    bob.get(path).expect(404, "webhook-not-found");
    bob.get(path + "/deliveries").expect(404, "webhook-not-found");
    bob.post(path + "/secret", null).expect(404, "webhook-not-found");
    bob.delete(path).expect(404, "webhook-not-found");
    assertThat(bob.get("/webhooks").expect(200).json().at("/data")).isEmpty();
    ann.client().get("/webhooks/none").expect(404, "webhook-not-found");

    ann.client().delete(path).expect(204);
    ann.client().get(path).expect(404, "webhook-not-found");
    ann.order();
    assertThat(ann.client().get("/webhooks").expect(200).json().at("/data")).isEmpty();
    assertThat(receiver.quiet()).isTrue();
  }
}
