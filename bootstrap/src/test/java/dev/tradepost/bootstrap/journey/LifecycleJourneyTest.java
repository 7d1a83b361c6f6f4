package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradepost.bootstrap.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Decision X-02 over HTTP: a server that was started with the example file of the documents. */
@ParameterizedClass
@EnumSource(Engine.class)
class LifecycleJourneyTest {
  @Parameter Engine engine;
  private static TestServer server;
  private Scene scene;
  private Client ann;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("lifecycles", "../docs/examples/lifecycles.json");
    options.put("order-lifecycle", "pickup");
    options.put("checkout-lifecycle", "preorder");
    server = TestServer.start(options);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    scene = new Scene(server);
    ann = scene.customer();
  }

  private static List<String> allowed(Answer order) {
    List<String> actions = new ArrayList<>();
    order.json().at("/allowedActions").forEach(action -> actions.add(action.asText()));
    return actions;
  }

  @Test
  @DisplayName("X-02 S2-17 S2-44: an order goes along the table the shop has added")
  void an_order_goes_along_the_table_the_shop_has_added() {
    String product = scene.product("10", 5);
    Answer placed = ann.post("/orders", Scene.placing("preorder", product, 2)).expect(201);
    String path = "/orders/" + placed.at("/id");
    assertThat(placed.at("/status")).isEqualTo("WAITING");
    assertThat(allowed(placed)).containsExactly("PAY", "CANCEL");
    Answer early = scene.staff.post(path + "/shipments", "{}").expect(409);
    assertThat(early.at("/detail"))
        .isEqualTo("SHIP is not allowed in state WAITING (allowed: PAY, CANCEL)");

    Scene.pay(ann, placed.at("/id"), "success").expect(201);
    Answer paid = ann.get(path).expect(200);
    assertThat(paid.at("/status")).isEqualTo("PAID");
    assertThat(allowed(paid)).containsExactly("START_FULFILMENT", "SHIP", "CANCEL");

    Map<String, String> packing = Map.of("status", "PACKING");
    Answer packed = scene.staff.patch(path + "/status", packing).expect(200);
    assertThat(allowed(packed)).containsExactly("SHIP");
    ann.put(path + "/cancel", null).expect(409);
    Answer shipped = scene.staff.post(path + "/shipments", "{}").expect(201);
    assertThat(shipped.at("/status")).isEqualTo("ON_ITS_WAY");
    assertThat(allowed(shipped)).containsExactly("DELIVER");
    Answer arrived = scene.staff.patch(path + "/status", Map.of("status", "ARRIVED")).expect(200);
    assertThat(allowed(arrived)).isEmpty();
    assertThat(arrived.at("/shipments/0/status")).isEqualTo("DELIVERED");

    assertThat(ann.get("/orders?status=ARRIVED").expect(200).at("/data/0/lifecycle"))
        .isEqualTo("preorder");
    assertThat(ann.get(path + "/timeline").expect(200).at("/data/4/to")).isEqualTo("ARRIVED");
    scene.staff.get("/admin/verify").expect(200);
  }

  @Test
  @DisplayName("X-02: what is paid and cancelled goes back under every lifecycle")
  void a_cancelled_order_gives_stock_and_money_back() {
    String product = scene.product("10", 5);
    String id = scene.order(ann, "preorder", product, 2);
    Scene.pay(ann, id, "success").expect(201);
    Answer cancelled = ann.put("/orders/" + id + "/cancel", null).expect(200);
    assertThat(cancelled.at("/order/status")).isEqualTo("CANCELLED");
    assertThat(scene.available(product)).isEqualTo(5);
    assertThat(ann.get("/orders/" + id).at("/paymentStatus")).isEqualTo("REFUNDED");
  }

  @Test
  @DisplayName("X-02: orders and carts that name no lifecycle are under the shop's own")
  void the_defaults_of_the_shop_are_its_own() {
    String body = "{\"items\": [{\"productId\": \"p1\", \"quantity\": 1}]}";
    Answer order = ann.post("/orders", body).expect(201);
    assertThat(order.at("/lifecycle")).isEqualTo("pickup");
    assertThat(order.at("/status")).isEqualTo("ORDERED");
    Map<String, String> handedOver = Map.of("status", "READY");
    scene.staff.patch("/orders/" + order.at("/id") + "/status", handedOver).expect(200);

    ann.post("/cart/items", Map.of("productId", "p1", "quantity", 1)).expect(200);
    assertThat(ann.post("/cart/checkout", "{}").expect(201).at("/status")).isEqualTo("WAITING");
    ann.post("/cart/items", Map.of("productId", "p1", "quantity", 1)).expect(200);
    Answer named = ann.post("/cart/checkout", Map.of("lifecycle", "pickup")).expect(201);
    assertThat(named.at("/status")).isEqualTo("ORDERED");
    Answer unknown = ann.post("/orders", Scene.placing("nope", "p1", 1)).expect(400);
    assertThat(unknown.at("/detail")).contains("preorder, pickup");
  }

  @Test
  @DisplayName("X-02 S2-17: the lifecycles can be read by anybody with a token")
  void the_lifecycles_can_be_read() {
    server.anonymous().get("/lifecycles").expect(401);
    JsonNode all = ann.get("/lifecycles").expect(200).json().path("data");
    assertThat(all.findValuesAsText("name"))
        .containsExactly("direct", "checkout", "fulfilment", "preorder", "pickup");
    JsonNode preorder = all.get(3);
    assertThat(preorder.path("initial").asText()).isEqualTo("WAITING");
    assertThat(preorder.path("paymentRequired").asBoolean()).isTrue();
    assertThat(preorder.path("states")).hasSize(6);
    assertThat(preorder.at("/transitions/0").toString())
        .isEqualTo("{\"from\":\"WAITING\",\"action\":\"PAY\",\"to\":\"PAID\",\"by\":\"PAYMENT\"}");
    assertThat(preorder.path("mermaid").asText()).contains("WAITING --> PAID: PAY");
    ann.get("/lifecycles?limit=1").expect(400);
  }
}
