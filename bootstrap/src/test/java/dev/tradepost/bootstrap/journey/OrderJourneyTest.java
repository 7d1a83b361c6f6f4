package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Source 000 over HTTP. */
@ParameterizedClass
@EnumSource(Engine.class)
class OrderJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Client ann;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = scene.customer();
  }

  @Test
  @DisplayName("S0-01 S0-12 S0-16 S0-20..S0-24 S0-50: the source's example comes to 1800")
  void the_example_of_the_source_comes_to_1800() {
    Client user = engine.server().client("user_123", "customer");
    String body =
        """
        {"userId": "user_123", "items": [
          {"productId": "p1", "quantity": 2}, {"productId": "p2", "quantity": 1}]}""";
    Answer order = user.post("/orders", body).expect(201);
    assertThat(order.at("/status")).isEqualTo("PLACED");
    assertThat(order.body()).contains("\"totalAmount\":1800,", "\"unitPrice\":500,\"total\":1000");
    assertThat(order.at("/items/1/total")).isEqualTo("800");
    assertThat(UUID.fromString(order.at("/id"))).hasToString(order.at("/id"));
    assertThat(order.at("/orderNumber")).matches("ORD-[0-9A-Z]+-[0-9A-Z]{6}");
    assertThat(order.at("/createdAt")).endsWith("Z").isEqualTo(order.at("/updatedAt"));
  }

  @Test
  @DisplayName("S0-13 S0-32 S0-43 A04: GET answers what POST answered, at the Location given")
  void reading_an_order_answers_what_placing_it_answered() {
    Answer placed = ann.post("/orders", Scene.placing("direct", "p3", 2)).expect(201);
    Answer read = ann.get(placed.header("Location")).expect(200);
    assertThat(read.json()).isEqualTo(placed.json());
    assertThat(read.header("ETag")).isEqualTo("\"1\"").isEqualTo(placed.header("ETag"));
  }

  @Test
  @DisplayName("S0-03 S0-15 S0-33: the status is exactly {orderId, status}")
  void the_status_is_two_fields() {
    String id = scene.order(ann, "direct", "p3", 1);
    assertThat(ann.get("/orders/" + id + "/status").expect(200).body())
        .isEqualTo("{\"orderId\":\"" + id + "\",\"status\":\"PLACED\"}");
  }

  @Test
  @DisplayName("S0-02 S0-14 S0-25..S0-29 S0-37 S0-51 S0-63: cancelling, once")
  void an_order_is_cancelled_once() {
    String product = scene.product("10", 5);
    String id = scene.order(ann, "direct", product, 2);
    Answer cancelled = ann.put("/orders/" + id + "/cancel", null).expect(200);
    assertThat(cancelled.at("/success")).isEqualTo("true");
    assertThat(cancelled.at("/message")).isEqualTo("Order cancelled successfully");
    assertThat(cancelled.at("/order/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/order/updatedAt")).isGreaterThan(cancelled.at("/order/createdAt"));
    assertThat(scene.available(product)).isEqualTo(5);

    Answer again = ann.put("/orders/" + id + "/cancel", null).expect(409);
    assertThat(again.at("/code")).isEqualTo("transition-not-allowed");
    Answer timeline = ann.get("/orders/" + id + "/timeline").expect(200);
    assertThat(timeline.at("/data/0/to")).isEqualTo("PLACED");
    assertThat(timeline.at("/data/1/from")).isEqualTo("PLACED");
    assertThat(timeline.at("/data/1/to")).isEqualTo("CANCELLED");
    assertThat(timeline.at("/data/1/actor")).startsWith("customer-");
  }

  @Test
  @DisplayName("S0-26 S0-47 S0-56: the lifecycle PLACED, PROCESSING, SHIPPED, DELIVERED by staff")
  void an_order_moves_along_its_lifecycle() {
    String id = scene.order(ann, "direct", "p4", 1);
    String status = "/orders/" + id + "/status";
    ann.patch(status, Map.of("status", "PROCESSING")).expect(403);
    scene.staff.patch(status, Map.of("status", "PROCESSING")).expect(200);
    ann.put("/orders/" + id + "/cancel", null).expect(409);
    scene.staff.patch(status, Map.of("status", "DELIVERED")).expect(409);
    Answer shipped = scene.staff.patch(status, Map.of("status", "SHIPPED")).expect(200);
    assertThat(shipped.at("/shipments/0/status")).isEqualTo("SHIPPED");
    Answer delivered = scene.staff.patch(status, Map.of("status", "DELIVERED")).expect(200);
    assertThat(delivered.at("/shipments/0/status")).isEqualTo("DELIVERED");
    assertThat(delivered.json().at("/allowedActions")).isEmpty();
    scene.staff.patch(status, Map.of("status", "NOWHERE")).expect(400);
    Answer already = scene.staff.patch(status, Map.of("status", "DELIVERED")).expect(409);
    assertThat(already.at("/detail")).contains("already");
  }

  @Test
  @DisplayName("a reason is kept for a cancellation, and never dropped silently")
  void a_reason_is_kept_or_refused() {
    String id = scene.order(ann, "direct", "p4", 1);
    Map<String, String> processing = Map.of("status", "PROCESSING", "reason", "why not");
    Answer refused = scene.staff.patch("/orders/" + id + "/status", processing).expect(400);
    assertThat(refused.at("/code")).isEqualTo("reason-not-kept");
    ann.put("/orders/" + id + "/cancel", Map.of("reason", " ")).expect(400);
    ann.put("/orders/" + id + "/cancel", Map.of("reason", "a\nb")).expect(400);
    ann.put("/orders/" + id + "/cancel", Map.of("reason", "too dear")).expect(200);
    assertThat(ann.get("/orders/" + id + "/timeline").at("/data/1/reason")).isEqualTo("too dear");
  }

  @Test
  @DisplayName("S0-38 S0-39 A10: what does not exist is a 404")
  void what_does_not_exist_is_not_found() {
    for (String id : new String[] {UUID.randomUUID().toString(), "not-an-id", "1-1-1-1-1"}) {
      assertThat(ann.get("/orders/" + id).expect(404).at("/code")).isEqualTo("order-not-found");
      ann.get("/orders/" + id + "/status").expect(404);
      ann.get("/orders/" + id + "/timeline").expect(404);
      ann.put("/orders/" + id + "/cancel", null).expect(404);
    }
  }

  @Test
  @DisplayName("S0-41 S0-48 A18: a later price does not touch the order")
  void prices_are_locked_when_the_order_is_placed() {
    String product = scene.product("100", 10);
    String id = scene.order(ann, "direct", product, 2);
    scene.staff.patch("/products/" + product, Map.of("price", 999)).expect(200);
    assertThat(ann.get("/orders/" + id).expect(200).at("/totalAmount")).isEqualTo("200");
    Answer dear = ann.post("/orders", Scene.placing("direct", product, 1)).expect(201);
    assertThat(dear.at("/totalAmount")).isEqualTo("999");
  }

  @Test
  @DisplayName("S0-40 A16: a total past the range is refused and leaves nothing")
  void a_total_past_the_range_is_refused() {
    String product = scene.product("90000000000000", 9_000_000);
    Answer refused = ann.post("/orders", Scene.placing("direct", product, 9_000_000)).expect(400);
    assertThat(refused.at("/code")).isEqualTo("amount-out-of-range");
    assertThat(scene.available(product)).isEqualTo(9_000_000);
    assertThat(ann.get("/orders").expect(200).json().at("/data")).isEmpty();
  }

  @Test
  @DisplayName("S0-17 S0-34 S0-44..S0-46 A03: one bad line, and nothing of the order is there")
  void one_bad_line_leaves_nothing_behind() {
    String product = scene.product("10", 5);
    String body =
        """
        {"items": [{"productId": "%s", "quantity": 1}, {"productId": "nope", "quantity": 1}]}"""
            .formatted(product);
    Answer refused = ann.post("/orders", body).expect(400);
    assertThat(refused.at("/code")).isEqualTo("unknown-product");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/items/1/productId");
    assertThat(scene.available(product)).isEqualTo(5);
    assertThat(ann.get("/orders").expect(200).json().at("/data")).isEmpty();
  }

  @Test
  @DisplayName("S0-31: after the window customers cannot cancel, staff can")
  void the_cancellation_window_binds_customers() {
    Map<String, String> options = new java.util.HashMap<>(engine.options());
    options.put("cancellation-window", "PT0.00001S");
    try (var server = dev.tradepost.bootstrap.TestServer.start(options)) {
      Client late = server.client("late", "customer");
      Scene there = new Scene(server);
      String id = there.order(late, "direct", "p1", 1);
      Answer refused = late.put("/orders/" + id + "/cancel", null).expect(409);
      assertThat(refused.at("/code")).isEqualTo("cancellation-window-closed");
      there.staff.put("/orders/" + id + "/cancel", null).expect(200);
    }
  }
}
