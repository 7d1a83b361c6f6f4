package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.contract.TestClock;
import dev.tradepost.bootstrap.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Parcels are followed: a carrier says where they are, and their orders go along. */
@ParameterizedClass
@EnumSource(Engine.class)
class CarrierJourneyTest {
  @Parameter Engine engine;

  private static Purse buyer(Scene scene) {
    return Purse.with(scene, "1000");
  }

  /** An order of a paid thing; its path. */
  private static String paid(Scene scene, Client buyer) {
    String product = scene.product("40", 5);
    String order = "/orders/" + scene.order(buyer, "fulfilment", product, 2);
    buyer.post(order + "/payments", Map.of("method", "WALLET")).expect(201);
    return order;
  }

  private static Map<String, Object> saying(String id, String number, String status, String at) {
    return Map.of(
        "updateId", id, "trackingNumber", number, "status", status, "occurredAt", at + ":00Z");
  }

  private static List<String> trail(Answer shipment, String field) {
    return shipment.json().at("/tracking").findValuesAsText(field);
  }

  private static Answer untilTrailHas(int entries, Client owner, String shipment) {
    return Purse.until(
        () -> owner.get(shipment).expect(200), it -> trail(it, "status").size() == entries);
  }

  @Test // S0-64
  void a_sandbox_carrier_takes_an_order_to_the_customer_or_loses_it() {
    TestClock clock = new TestClock();
    try (TestServer server = withSandbox(clock)) {
      Scene scene = new Scene(server);
      Client buyer = buyer(scene).owner();
      String order = paid(scene, buyer);
      Answer planned = scene.staff.post(order + "/fulfilment", null).expect(201);
      String parcel = "/shipments/" + planned.at("/shipments/0/id");
      assertThat(untilTrailHas(1, buyer, parcel).at("/status")).isEqualTo("PENDING");
      clock.advance(Duration.ofHours(1));
      assertThat(untilTrailHas(2, buyer, parcel).at("/status")).isEqualTo("SHIPPED");
      assertThat(buyer.get(order).expect(200).at("/status")).isEqualTo("SHIPPED");
      clock.advance(Duration.ofHours(2));
      Answer arrived = untilTrailHas(4, buyer, parcel);
      assertThat(arrived.at("/status")).isEqualTo("DELIVERED");
      assertThat(trail(arrived, "status"))
          .containsExactly("ANNOUNCED", "PICKED_UP", "IN_TRANSIT", "DELIVERED");
      assertThat(trail(arrived, "at"))
          .containsExactly(
              "2026-03-01T12:00:00.000000Z",
              "2026-03-01T13:00:00.000000Z",
              "2026-03-01T14:00:00.000000Z",
              "2026-03-01T15:00:00.000000Z");
      assertThat(buyer.get(order).expect(200).at("/status")).isEqualTo("DELIVERED");
      losesOne(scene, buyer, clock);
      assertThat(scene.staff.get("/admin/verify").expect(200).at("/ok")).isEqualTo("true");
    }
  }

  /** With a carrier that takes an hour for each step. */
  private TestServer withSandbox(TestClock clock) {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("carriers", "* sandbox");
    options.put("carrier-gateway", "sandbox");
    options.put("carrier-pace", "PT1H");
    return TestServer.start(options, clock);
  }

  private static void losesOne(Scene scene, Client buyer, TestClock clock) {
    String order = paid(scene, buyer);
    Map<String, String> lost = Map.of("carrier", "sandbox-lost");
    Answer sent = scene.staff.post(order + "/shipments", lost).expect(201);
    String parcel = "/shipments/" + sent.at("/shipments/0/id");
    untilTrailHas(1, buyer, parcel);
    clock.advance(Duration.ofDays(1));
    Answer gone = untilTrailHas(4, buyer, parcel);
    assertThat(gone.at("/tracking/3/status")).isEqualTo("EXCEPTION");
    assertThat(gone.at("/tracking/3/description")).isEqualTo("Lost on the way");
    assertThat(buyer.get(order).expect(200).at("/status")).isEqualTo("SHIPPED");
  }

  @Test // S0-64
  void a_carrier_posts_updates_twice_late_and_about_what_is_not_its_own() {
    Scene scene = new Scene(engine.server());
    Client buyer = buyer(scene).owner();
    String order = paid(scene, buyer);
    Map<String, String> by = Map.of("carrier", "Blue Dart", "trackingNumber", Scene.unique());
    String number = by.get("trackingNumber");
    Answer sent = scene.staff.post(order + "/shipments", by).expect(201);
    String shipment = "/shipments/" + sent.at("/shipments/0/id");
    String route = "/carriers/Blue%20Dart/updates";
    Map<String, Object> there = new HashMap<>(saying("2", number, "DELIVERED", "2026-03-02T09:00"));
    there.put("description", "Left at the door");
    there.put("place", "Pune");

    Answer arrived = scene.staff.post(route, there).expect(200);
    assertThat(arrived.at("/status")).isEqualTo("DELIVERED");
    assertThat(buyer.get(order).expect(200).at("/status")).isEqualTo("DELIVERED");
    assertThat(scene.staff.post(route, there).expect(200).body()).isEqualTo(arrived.body());
    Map<String, Object> late = saying("1", number, "PICKED_UP", "2026-03-01T09:00");
    Answer after = scene.staff.post(route, late).expect(200);
    assertThat(after.at("/status")).isEqualTo("DELIVERED");
    assertThat(trail(after, "status")).containsExactly("PICKED_UP", "DELIVERED");
    assertThat(buyer.get(shipment).expect(200).json()).isEqualTo(after.json());
    assertThat(after.at("/tracking/1/description")).isEqualTo("Left at the door");
    assertThat(after.at("/tracking/1/place")).isEqualTo("Pune");

    Answer told = buyer.get("/events?type=shipment.tracked").expect(200);
    assertThat(told.json().at("/data")).hasSize(2);
    assertThat(told.at("/data/0/data/update/updateId")).isEqualTo("2");
    assertThat(told.at("/data/0/data/update/at")).isEqualTo("2026-03-02T09:00:00Z");

    buyer.post(route, late).expect(403, "staff-only");
    scene.customer().get(shipment).expect(404, "shipment-not-found");
    scene.staff.post("/carriers/UPS/updates", late).expect(404, "shipment-not-found");
    Map<String, Object> unknown = saying("1", "none", "PICKED_UP", "2026-03-01T09:00");
    scene.staff.post(route, unknown).expect(404, "shipment-not-found");
  }

  @Test
  void updates_are_checked_field_by_field() {
    Scene scene = new Scene(engine.server());
    String route = "/carriers/UPS/updates";
    Answer refused = scene.staff.post(route, Map.of()).expect(400, "invalid-request");
    assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/updateId", "/trackingNumber", "/status", "/occurredAt");
    Map<String, Object> wrong = new HashMap<>(saying("1", "n", "FLYING", "yesterday"));
    wrong.put("where", "Pune");
    refused = scene.staff.post(route, wrong).expect(400, "invalid-request");
    assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/status", "/occurredAt", "/where");
    Map<String, Object> blank = new HashMap<>(saying(" ", "n", "DELIVERED", "2026-03-02T09:00"));
    refused = scene.staff.post(route, blank).expect(400, "unreadable-text");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/updateId");
  }
}
