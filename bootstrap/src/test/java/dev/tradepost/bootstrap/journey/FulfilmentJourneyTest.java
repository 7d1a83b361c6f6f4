package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.bootstrap.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An order goes out in parts, and comes back in parts, over HTTP. */
@ParameterizedClass
@EnumSource(Engine.class)
class FulfilmentJourneyTest {
  private static final Map<String, String> ADDRESS =
      Map.of(
          "name",
          "Olga",
          "line1",
          "1 Main St",
          "city",
          "Pune",
          "postalCode",
          "411001",
          "country",
          "IN");

  @Parameter Engine engine;
  private Scene scene;
  private Purse purse;
  private String product;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    purse = Purse.with(scene, "1000");
    product = scene.product("40", 3);
    scene.stock(product, "east", 4);
  }

  private Client buyer() {
    return purse.owner();
  }

  private Map<String, Object> items(int quantity) {
    return Map.of("items", List.of(Map.of("productId", product, "quantity", quantity)));
  }

  /** An order of so many pieces, paid; its path. */
  private String paid(int quantity) {
    Map<String, Object> body = new HashMap<>(items(quantity));
    body.put("lifecycle", "fulfilment");
    body.put("shippingAddress", ADDRESS);
    Answer placed = buyer().post("/orders", body).expect(201);
    assertThat(placed.at("/status")).isEqualTo("PAYMENT_PENDING");
    assertThat(placed.at("/shippingAddress/city")).isEqualTo("Pune");
    String path = "/orders/" + placed.at("/id");
    buyer().post(path + "/payments", Map.of("method", "WALLET")).expect(201);
    return path;
  }

  private String status(String order) {
    return buyer().get(order + "/status").expect(200).at("/status");
  }

  private Answer move(String shipment, String status) {
    String path = "/shipments/" + shipment + "/status";
    return scene.staff.patch(path, Map.of("status", status)).expect(200);
  }

  /** Sends everything by a plan and lets it arrive; the ids of the shipments. */
  private List<String> delivered(String order) {
    Answer planned = scene.staff.post(order + "/fulfilment", null).expect(201);
    List<String> ids = planned.json().at("/shipments").findValuesAsText("id");
    ids.forEach(id -> move(id, "SHIPPED"));
    ids.forEach(id -> move(id, "DELIVERED"));
    return ids;
  }

  @Test // S2-10, S2-25, S2-26, S2-27, S2-57, S2-58, S2-59, S2-61
  void an_order_over_two_warehouses_leaves_and_arrives_in_two_parts() {
    String order = paid(5);
    Answer planned = scene.staff.post(order + "/fulfilment", null).expect(201);
    assertThat(planned.at("/status")).isEqualTo("PROCESSING");
    assertThat(planned.at("/shipments/1/status")).isEqualTo("PENDING");
    assertThat(planned.at("/shipments/0/trackingNumber"))
        .startsWith("TRK-")
        .isNotEqualTo(planned.at("/shipments/1/trackingNumber"));
    String first = planned.at("/shipments/0/id");
    String second = planned.at("/shipments/1/id");

    assertThat(move(first, "SHIPPED").at("/status")).isEqualTo("SHIPPED");
    assertThat(status(order)).isEqualTo("PROCESSING");
    Answer partly = buyer().get(order).expect(200);
    assertThat(partly.at("/items/0/fulfilmentStatus")).isEqualTo("PARTLY_SHIPPED");
    buyer().put(order + "/cancel", null).expect(409, "partly-shipped");
    move(second, "SHIPPED");
    assertThat(status(order)).isEqualTo("SHIPPED");
    move(first, "DELIVERED");
    assertThat(status(order)).isEqualTo("SHIPPED");
    move(second, "DELIVERED");
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(buyer().get("/shipments/" + first).expect(200).at("/status")).isEqualTo("DELIVERED");
    assertThat(scene.staff.get("/admin/verify").expect(200).at("/ok")).isEqualTo("true");
  }

  @Test // S2-05, S2-11, S2-30, A68
  void two_of_five_come_back_and_are_repaid() {
    String order = paid(5);
    delivered(order);
    Map<String, Object> two = new HashMap<>(items(2));
    two.put("reason", "Too many");
    Answer back = buyer().post(order + "/returns", two).expect(201);
    String path = "/returns/" + back.at("/id");
    scene.staff.post(path + "/refund", null).expect(409, "transition-not-allowed");
    buyer().post(path + "/approve", null).expect(403, "staff-only");
    scene.staff.post(path + "/approve", null).expect(200);
    scene.staff.post(path + "/receive", Map.of("restock", true)).expect(200);
    assertThat(scene.available(product)).isEqualTo(4);
    Answer repaid = scene.staff.post(path + "/refund", null).expect(200);
    assertThat(repaid.at("/refundedAmount")).isEqualTo("80");
    assertThat(purse.balance()).isEqualTo("880");
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(buyer().get(order).expect(200).at("/items/0/returnedQuantity")).isEqualTo("2");
    assertThat(buyer().get(path).expect(200).at("/status")).isEqualTo("REFUNDED");
    assertThat(buyer().get(order + "/returns").expect(200).json().at("/data")).hasSize(1);

    Map<String, Object> four = new HashMap<>(items(4));
    four.put("reason", "Even more");
    buyer().post(order + "/returns", four).expect(409, "not-returnable");
    scene.customer().get(path).expect(404, "return-not-found");
  }

  @Test // S2-30, S2-31, S2-32, X-26
  void an_order_that_comes_back_as_a_whole_is_refunded() {
    String order = paid(5);
    delivered(order);
    Map<String, Object> all = new HashMap<>(items(5));
    all.put("reason", "Wrong colour");
    Answer back = buyer().post(order + "/returns", all).expect(201);
    assertThat(status(order)).isEqualTo("RETURN_REQUESTED");
    String path = "/returns/" + back.at("/id");
    scene.staff.post(path + "/approve", null).expect(200);
    assertThat(status(order)).isEqualTo("RETURN_APPROVED");
    scene.staff.post(path + "/receive", null).expect(200);
    scene.staff.post(path + "/refund", null).expect(200);
    Answer done = buyer().get(order).expect(200);
    assertThat(done.at("/status")).isEqualTo("REFUNDED");
    assertThat(done.at("/paymentStatus")).isEqualTo("REFUNDED");
    assertThat(purse.balance()).isEqualTo("1000");
  }

  @Test // S2-28, S2-29, X-04
  void some_pieces_are_cancelled_and_the_rest_is_sent() {
    String order = paid(5);
    scene.staff.post(order + "/fulfilment", null).expect(201);
    Map<String, Object> two = new HashMap<>(items(2));
    two.put("reason", "Enough");
    Answer less = buyer().post(order + "/cancellations", two).expect(200);
    assertThat(less.at("/totalAmount")).isEqualTo("120");
    assertThat(less.at("/cancelledAmount")).isEqualTo("80");
    assertThat(less.at("/items/0/cancelledQuantity")).isEqualTo("2");
    assertThat(scene.available(product)).isEqualTo(4);
    assertThat(purse.balance()).isEqualTo("880");
    Answer left = scene.staff.post(order + "/shipments", Map.of("carrier", "UPS")).expect(201);
    assertThat(left.at("/status")).isEqualTo("SHIPPED");
    buyer().post(order + "/cancellations", items(1)).expect(409, "transition-not-allowed");
  }

  @Test // S2-43, S2-58, S2-59
  void what_is_planned_leaves_by_the_carrier_and_under_the_number_that_are_given() {
    String order = paid(1);
    scene.staff.post(order + "/fulfilment", null).expect(201);
    String number = "N-" + Scene.unique();
    Map<String, String> label = Map.of("carrier", "Colissimo", "trackingNumber", number);
    Answer left = scene.staff.post(order + "/shipments", label).expect(201);
    assertThat(left.at("/shipments/0/carrier")).isEqualTo("Colissimo");
    assertThat(left.at("/shipments/0/trackingNumber")).isEqualTo(number);
    assertThat(buyer().get(order).expect(200).json().at("/shipments"))
        .isEqualTo(left.json().at("/shipments"));
  }

  @Test
  void where_less_comes_back_than_was_approved_it_is_delivered_again() {
    String order = paid(5);
    delivered(order);
    Map<String, Object> all = new HashMap<>(items(5));
    all.put("reason", "Wrong colour");
    String path = "/returns/" + buyer().post(order + "/returns", all).expect(201).at("/id");
    scene.staff.post(path + "/approve", null).expect(200);
    scene.staff.post(path + "/receive", items(4)).expect(200);
    assertThat(status(order)).isEqualTo("DELIVERED");
    scene.staff.post(path + "/refund", null).expect(200);
    Answer done = buyer().get(order).expect(200);
    assertThat(done.at("/status")).isEqualTo("DELIVERED");
    assertThat(done.at("/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(scene.staff.get("/admin/verify").expect(200).at("/ok")).isEqualTo("true");
  }

  @Test // S2-43
  void a_part_is_sent_at_once_under_a_number_of_its_own() {
    String order = paid(2);
    String number = "1Z" + Scene.unique();
    Map<String, Object> one = new HashMap<>(items(1));
    one.put("trackingNumber", number);
    one.put("carrier", "UPS");
    Answer part = scene.staff.post(order + "/shipments", one).expect(201);
    assertThat(part.at("/shipments/0/trackingNumber")).isEqualTo(number);
    assertThat(part.at("/status")).isEqualTo("PROCESSING");
    scene.staff.post(order + "/shipments", one).expect(409, "tracking-number-taken");
    assertThat(buyer().get("/orders?q=" + number).expect(200).at("/data/0/id"))
        .isEqualTo(part.at("/id"));
    assertThat(buyer().get("/orders?q=" + product).expect(200).json().at("/data")).hasSize(1);
    scene.staff.post(order + "/shipments", null).expect(201);
    scene.staff.post(order + "/shipments", null).expect(409, "transition-not-allowed");
  }

  @Test // S2-38
  void addresses_are_checked_field_by_field() {
    Map<String, Object> body = new HashMap<>(items(1));
    Map<String, String> nowhere = new HashMap<>(ADDRESS);
    nowhere.put("country", "XX");
    body.put("shippingAddress", nowhere);
    Answer refused = buyer().post("/orders", body).expect(400, "unreadable-text");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/shippingAddress/country");
    nowhere.remove("city");
    nowhere.put("country", "DE");
    refused = buyer().post("/orders", body).expect(400, "invalid-request");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/shippingAddress/city");
  }

  @Test // S2-51, S2-54, S2-55, A62
  void an_order_that_is_not_paid_in_time_is_cancelled_and_its_stock_is_free() {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("reservation-ttl", "PT1S");
    try (TestServer server = TestServer.start(options)) {
      Client user = server.client("user_123", "customer");
      Map<String, Object> body =
          Map.of(
              "lifecycle",
              "fulfilment",
              "items",
              List.of(Map.of("productId", "p1", "quantity", 2)));
      String before = user.get("/inventory/p1").expect(200).at("/available");
      String order = "/orders/" + user.post("/orders", body).expect(201).at("/id");
      Purse.until(() -> user.get(order).expect(200), it -> it.at("/status").equals("CANCELLED"));
      assertThat(user.get("/inventory/p1").expect(200).at("/available")).isEqualTo(before);
      assertThat(user.get(order + "/timeline").expect(200).body())
          .contains("Inventory reservation expired");
      user.post(order + "/payments", Map.of("method", "WALLET")).expect(409, "reservation-expired");
    }
  }
}
