package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradepost.bootstrap.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An order is changed before it is sent, over HTTP: seen first, then done. */
@ParameterizedClass
@EnumSource(Engine.class)
class OrderEditJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Purse purse;
  private String pen;
  private String ink;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    furnish();
  }

  private void furnish() {
    purse = Purse.with(scene, "1000");
    pen = scene.product("40", 9);
    ink = scene.product("7", 9);
  }

  private Client buyer() {
    return purse.owner();
  }

  private static Map<String, Object> item(String product, int quantity) {
    return Map.of("productId", product, "quantity", quantity);
  }

  private static Map<String, Object> items(Object... items) {
    return new HashMap<>(Map.of("items", List.of(items)));
  }

  private static Map<String, Object> to(String country) {
    return Map.of("name", "Olga", "line1", "1 Main St", "city", "Pune", "country", country);
  }

  /** Three pens and two ink; the path. */
  private String placed(String lifecycle) {
    Map<String, Object> body = items(item(pen, 3), item(ink, 2));
    body.put("lifecycle", lifecycle);
    body.put("shippingAddress", to("DE"));
    return "/orders/" + buyer().post("/orders", body).expect(201).at("/id");
  }

  private String paid(String lifecycle) {
    String order = placed(lifecycle);
    buyer().post(order + "/payments", Map.of("method", "WALLET")).expect(201);
    return order;
  }

  private static JsonNode timeless(Answer answer) {
    ObjectNode all = (ObjectNode) answer.json();
    ((ObjectNode) all.get("order")).remove("updatedAt");
    return all;
  }

  /** What was previewed, and nothing else, came of it. */
  private Answer edited(Client who, String order, Map<String, Object> edit) {
    Answer before = who.get(order).expect(200);
    Answer preview = who.post(order + "/edits/preview", edit).expect(200);
    assertThat(who.get(order).expect(200).json()).isEqualTo(before.json());
    assertThat(preview.header("ETag")).isEqualTo(before.header("ETag"));
    Client careful = who.with("If-Match", preview.header("ETag"));
    Answer done = careful.post(order + "/edits", edit).expect(200);
    assertThat(timeless(done)).isEqualTo(timeless(preview));
    Answer after = who.get(order).expect(200);
    assertThat(done.json().get("order")).isEqualTo(after.json());
    assertThat(done.header("ETag")).isEqualTo(after.header("ETag"));
    return done;
  }

  private Answer refused(String order, Object edit, int status, String code) {
    Answer before = buyer().get(order).expect(200);
    Answer preview = buyer().post(order + "/edits/preview", edit).expect(status, code);
    Answer refused = buyer().post(order + "/edits", edit).expect(status, code);
    assertThat(refused.at("/detail")).isEqualTo(preview.at("/detail"));
    assertThat(buyer().get(order).expect(200).json()).isEqualTo(before.json());
    return refused;
  }

  private void verify() {
    assertThat(scene.staff.get("/admin/verify").expect(200).at("/ok")).isEqualTo("true");
  }

  @Test
  void an_unpaid_order_gains_one_product_and_loses_another_and_is_paid() {
    String order = placed("fulfilment");
    Map<String, Object> edit = items(item(pen, 5), item(ink, 0));
    edit.put("reason", "For the whole class");
    edit.put("billingAddress", to("FR"));
    Answer done = edited(buyer(), order, edit);
    assertThat(done.at("/before/totalAmount")).isEqualTo("134");
    assertThat(done.at("/after/itemsAmount")).isEqualTo("200");
    assertThat(done.at("/difference")).isEqualTo("66");
    assertThat(done.at("/toPay")).isEqualTo("200");
    assertThat(done.at("/toRefund")).isEqualTo("0");
    assertThat(done.at("/currency")).isEqualTo("USD");
    assertThat(done.json().at("/order/items")).hasSize(1);
    assertThat(done.at("/order/billingAddress/country")).isEqualTo("FR");
    assertThat(scene.available(pen)).isEqualTo(4);
    assertThat(scene.available(ink)).isEqualTo(9);
    String timeline = buyer().get(order + "/timeline").expect(200).body();
    assertThat(timeline)
        .contains("\"EDIT\"", pen + " from 3 to 5", "billing address: For the whole class")
        .doesNotContain("Main St");
    buyer().post(order + "/payments", Map.of("method", "WALLET")).expect(201);
    assertThat(purse.balance()).isEqualTo("800");
    verify();
  }

  @Test
  void a_paid_order_gives_pieces_up_and_their_money_comes_back() {
    String order = paid("fulfilment");
    Map<String, Object> edit = items(item(pen, 1));
    edit.put("shippingAddress", to("FR"));
    Answer done = edited(buyer(), order, edit);
    assertThat(done.at("/toRefund")).isEqualTo("80");
    assertThat(done.at("/difference")).isEqualTo("-80");
    assertThat(done.at("/toPay")).isEqualTo("0");
    assertThat(done.at("/after/cancelledAmount")).isEqualTo("80");
    assertThat(done.at("/order/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(purse.balance()).isEqualTo("946");
    assertThat(buyer().get(order + "/timeline").expect(200).body())
        .contains("\"CANCEL_ITEMS\"", "\"EDIT\"");
    assertThat(scene.available(pen)).isEqualTo(8);
    refused(order, items(item(ink, 3)), 409, "edit-adds-to-paid-order");
    verify();
  }

  @Test
  void what_a_card_paid_for_goes_back_to_it_before_the_answer() {
    String order = placed("fulfilment");
    Scene.pay(buyer(), order.substring("/orders/".length()), "success").expect(201);
    buyer().post(order + "/edits", items(item(pen, 2))).expect(200);
    assertThat(buyer().get(order).expect(200).at("/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(scene.staff.get("/events?type=order.edited&limit=100").expect(200).body())
        .contains(order.substring("/orders/".length()));
    verify();
  }

  @Test
  void staff_change_orders_of_others_and_nobody_else_does() {
    String order = placed("direct");
    edited(scene.staff, order, items(item(pen, 2)));
    scene.customer().post(order + "/edits", items(item(pen, 1))).expect(404, "order-not-found");
    scene
        .customer()
        .post(order + "/edits/preview", items(item(pen, 1)))
        .expect(404, "order-not-found");
  }

  @Test
  void a_key_does_it_once_and_a_version_that_is_gone_does_it_not_at_all() {
    String order = placed("direct");
    Client keyed = buyer().withKey(Scene.unique());
    Map<String, Object> edit = items(item(pen, 4));
    Answer first = keyed.post(order + "/edits", edit).expect(200);
    Answer again = keyed.post(order + "/edits", edit).expect(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    keyed.post(order + "/edits", items(item(pen, 5))).expect(422);
    Client stale = buyer().with("If-Match", "\"1\"");
    stale.post(order + "/edits", edit).expect(412, "stale-version");
    stale.post(order + "/edits/preview", edit).expect(412, "stale-version");
  }

  @Test
  void what_cannot_be_is_refused_by_both_alike() {
    String order = placed("fulfilment");
    String other = scene.product("1", 9);
    Answer unknown = refused(order, items(item(pen, 3), item(other, 1)), 400, "not-ordered");
    assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/items/1/productId");
    Answer twice = refused(order, items(item(pen, 3), item(pen, 1)), 400, "named-twice");
    assertThat(twice.at("/errors/0/pointer")).isEqualTo("/items/1/productId");
    Answer empty = refused(order, items(item(pen, 0), item(ink, 0)), 400, "order-empty");
    assertThat(empty.at("/detail")).contains("cancel the order instead");
    refused(order, items(item(pen, 10)), 409, "insufficient-stock");
    Scene.pay(buyer(), order.substring("/orders/".length()), "unknown");
    refused(order, items(item(pen, 2)), 409, "payment-in-progress");

    String sent = paid("fulfilment");
    scene.staff.post(sent + "/fulfilment", null).expect(201);
    refused(sent, items(item(pen, 2)), 409, "fulfilment-begun");
    scene.staff.post(sent + "/shipments", null).expect(201);
    refused(sent, Map.of("shippingAddress", to("FR")), 409, "transition-not-allowed");
    verify();
  }

  @Test
  void every_field_at_fault_is_named() {
    String order = placed("direct");
    refused(order, Map.of(), 400, "invalid-request");
    refused(order, Map.of("reason", "Because"), 400, "invalid-request");
    refused(order, Map.of("items", List.of()), 400, "invalid-request");
    String wrong =
        "{\"items\": [{\"productId\": \"?\", \"quantity\": -1}], \"reason\": \"\","
            + " \"shippingAddress\": {\"name\": \"A\", \"line1\": \"B\", \"country\": \"de\"}}";
    assertThat(
            refused(order, wrong, 400, "invalid-request")
                .json()
                .at("/errors")
                .findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/items/0/productId",
            "/items/0/quantity",
            "/reason",
            "/shippingAddress/city",
            "/shippingAddress/country");
    Answer nowhere = refused(order, Map.of("billingAddress", to("XX")), 400, "unreadable-text");
    assertThat(nowhere.at("/errors/0/pointer")).isEqualTo("/billingAddress/country");
    refused(order, "{\"itmes\": []}", 400, "invalid-request");
  }

  /** A server with taxes and shipping where nobody cancels in time; its one coupon. */
  private String open(TestServer server) {
    scene = new Scene(server);
    furnish();
    String code = "C-" + Scene.unique().toUpperCase(Locale.ROOT);
    Map<String, Object> promotion =
        Map.of("code", code, "percentOff", 10, "minimumAmount", 80, "usageLimit", 1);
    scene.staff.post("/promotions", promotion).expect(201);
    return code;
  }

  private TestServer dearServer() {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("tax", "DE 7; FR 7; * 19; level TOTAL; rounding HALF_EVEN");
    options.put("shipping", "flat 4.95; free-above 100");
    options.put("cancellation-window", "PT0.000001S");
    return TestServer.start(options);
  }

  @Test
  void coupon_tax_and_shipping_follow_an_edit_or_forbid_it() {
    try (TestServer server = dearServer()) {
      String code = open(server);
      Map<String, Object> placing = items(item(pen, 2));
      placing.put("coupon", code);
      placing.put("shippingAddress", to("DE"));
      String order = "/orders/" + buyer().post("/orders", placing).expect(201).at("/id");

      Map<String, Object> more = items(item(pen, 4));
      more.put("shippingAddress", to("IT"));
      Answer done = edited(buyer(), order, more);
      assertThat(done.at("/before/totalAmount")).isEqualTo("81.99");
      assertThat(done.at("/after/discountAmount")).isEqualTo("16");
      assertThat(done.at("/after/taxAmount")).isEqualTo("27.36");
      assertThat(done.at("/after/shippingAmount")).isEqualTo("0");
      assertThat(done.at("/after/totalAmount")).isEqualTo("171.36");
      assertThat(done.at("/order/taxRule/percent")).isEqualTo("19");
      assertThat(scene.staff.get("/promotions/" + code).at("/used")).isEqualTo("1");
      refused(order, items(item(pen, 3)), 409, "cancellation-window-closed");
      Answer small = scene.staff.post(order + "/edits", items(item(pen, 1)));
      assertThat(small.expect(409, "minimum-not-reached").at("/errors/0/pointer"))
          .isEqualTo("/coupon");

      buyer().post(order + "/payments", Map.of("method", "WALLET")).expect(201);
      Map<String, Object> there = Map.of("shippingAddress", to("FR"));
      Answer dearer = refused(order, there, 409, "edit-changes-paid-amounts");
      assertThat(dearer.at("/errors/0/pointer")).isEqualTo("/shippingAddress");
      edited(buyer(), order, Map.of("shippingAddress", to("US")));
      verify();
    }
  }
}
