package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.bootstrap.TestServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Coupons, taxes and shipping over HTTP. */
@ParameterizedClass
@EnumSource(Engine.class)
class PromotionJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Client ann;
  private String code;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = scene.customer();
    code = "C-" + Scene.unique().toUpperCase(Locale.ROOT);
  }

  private Answer promote(String fields) {
    return scene.staff.post("/promotions", "{\"code\": \"%s\", %s}".formatted(code, fields));
  }

  private String ordering(String product, int quantity) {
    return "{\"items\": [{\"productId\": \"%s\", \"quantity\": %d}], \"coupon\": \"%s\"}"
        .formatted(product, quantity, code);
  }

  @Test
  @DisplayName("S0-58 S2-36 S2-40: ten percent off ten dollars")
  void a_coupon_of_ten_percent_makes_nine_of_ten() {
    promote("\"percentOff\": 10").expect(201);
    String product = scene.product("10.00", 5);

    Answer order = ann.post("/orders", ordering(product, 1)).expect(201);

    assertThat(order.at("/totalAmount")).isEqualTo("9");
    assertThat(order.at("/discountAmount")).isEqualTo("1");
    assertThat(order.at("/coupon")).isEqualTo(code);
    assertThat(order.at("/items/0/total")).isEqualTo("10");
    assertThat(order.at("/items/0/discount")).isEqualTo("1");
    assertThat(order.at("/items/0/tax")).isEqualTo("0");
    assertThat(order.at("/taxRule/percent")).isEqualTo("0");
    assertThat(ann.get("/orders/" + order.at("/id")).expect(200).json()).isEqualTo(order.json());
  }

  @Test
  @DisplayName("S0-58: a cart is checked out with a coupon")
  void a_cart_takes_a_coupon_too() {
    promote("\"buyX\": 2, \"getY\": 1").expect(201);
    String product = scene.product("4", 9);
    ann.post("/cart/items", Map.of("productId", product, "quantity", 3)).expect(200);
    Answer order = ann.post("/cart/checkout", Map.of("coupon", code)).expect(201);
    assertThat(order.at("/discountAmount")).isEqualTo("4");
    assertThat(order.at("/totalAmount")).isEqualTo("8");
  }

  @Test
  @DisplayName("S0-57 S0-58: rows of a bulk request share the uses that are left")
  void rows_of_a_bulk_request_share_what_is_left() {
    promote("\"amountOff\": \"0.50\", \"usageLimit\": 1").expect(201);
    String row = ordering(scene.product("4", 9), 1);
    String body = "{\"orders\": [%s, %s]}".formatted(row, row);
    Answer bulk = ann.post("/orders/bulk", body).expect(200);
    assertThat(bulk.at("/results/0/order/totalAmount")).isEqualTo("3.5");
    assertThat(bulk.at("/results/1/problem/code")).isEqualTo("coupon-used-up");
    assertThat(bulk.at("/results/1/problem/errors/0/pointer")).isEqualTo("/orders/1/coupon");
  }

  @Test
  @DisplayName("S0-58: of six buyers at once one gets the last use, and a cancelled order frees it")
  void of_six_buyers_at_once_one_gets_the_last_use() {
    promote("\"percentOff\": 50, \"usageLimit\": 1").expect(201);
    String product = scene.product("10", 9);
    Client[] buyers = new Client[6];
    Arrays.setAll(buyers, i -> scene.customer());
    Answer[] answers = Scene.together(6, i -> buyers[i].post("/orders", ordering(product, 1)));
    assertThat(Arrays.stream(answers).filter(it -> it.status() == 201)).hasSize(1);
    assertThat(Arrays.stream(answers).filter(it -> it.status() == 409))
        .hasSize(5)
        .allMatch(it -> it.at("/code").equals("coupon-used-up"));
    assertThat(scene.staff.get("/promotions/" + code).at("/used")).isEqualTo("1");

    for (int i = 0; i < 6; i++) {
      if (answers[i].status() == 201) {
        buyers[i].put("/orders/" + answers[i].at("/id") + "/cancel", null).expect(200);
      }
    }
    assertThat(scene.staff.get("/promotions/" + code).at("/used")).isEqualTo("0");
    ann.post("/orders", ordering(product, 1)).expect(201);
  }

  @Test
  @DisplayName("S0-58: a user's own limit, the dates and the minimum")
  void a_coupon_that_cannot_be_used_says_why() {
    String product = scene.product("10", 9);
    ann.post("/orders", ordering(product, 1)).expect(400, "coupon-not-found");
    promote("\"percentOff\": 10, \"perUserLimit\": 1, \"minimumAmount\": 15").expect(201);
    ann.post("/orders", ordering(product, 1)).expect(409, "minimum-not-reached");
    ann.post("/orders", ordering(product, 2)).expect(201);
    Answer again = ann.post("/orders", ordering(product, 2)).expect(409, "coupon-limit-per-user");
    assertThat(again.at("/errors/0/pointer")).isEqualTo("/coupon");
    code += "2";
    promote("\"percentOff\": 10, \"endsAt\": \"2020-01-01T00:00:00+01:00\"").expect(201);
    ann.post("/orders", ordering(product, 1)).expect(409, "coupon-not-valid-now");
  }

  @Test
  @DisplayName("S0-58: promotions are the staff's to make and list")
  void promotions_are_made_and_listed_by_staff() {
    ann.post("/promotions", Map.of("code", code, "percentOff", 10)).expect(403, "staff-only");
    ann.get("/promotions").expect(403, "staff-only");
    Answer made = promote("\"percentOff\": \"12.5\", \"startsAt\": \"2026-01-31T13:00:00+01:00\"");
    assertThat(made.expect(201).at("/percentOff")).isEqualTo("12.5");
    assertThat(made.at("/startsAt")).isEqualTo("2026-01-31T12:00:00.000000Z");
    assertThat(made.json().at("/used").isNull()).isTrue();
    assertThat(ann.get(made.header("Location")).expect(200).json()).isEqualTo(made.json());
    assertThat(scene.staff.get("/promotions?limit=100").expect(200).body()).contains(code);
    promote("\"percentOff\": 10").expect(409, "promotion-exists");
    ann.get("/promotions/nope").expect(404, "promotion-not-found");
  }

  @Test
  @DisplayName("S0-58: a promotion that makes no sense is refused, each field by its name")
  void a_promotion_that_makes_no_sense_is_refused() {
    promote("\"usageLimit\": 1").expect(400, "invalid-request");
    promote("\"percentOff\": 10, \"amountOff\": 1").expect(400, "invalid-request");
    promote("\"buyX\": 1").expect(400, "invalid-request");
    promote("\"percentOff\": 10, \"currency\": \"USD\"").expect(400, "invalid-request");
    promote("\"amountOff\": 0.001").expect(400, "amount-off-grid");
    String end = "\"2026-01-01T00:00:00Z\"";
    promote("\"percentOff\": 10, \"startsAt\": %s, \"endsAt\": %s".formatted(end, end))
        .expect(400, "promotion-not-sound");
    Answer pieces = promote("\"buyX\": 2, \"getY\": 1001").expect(400, "promotion-not-sound");
    assertThat(pieces.at("/errors/0/pointer")).isEqualTo("/getY");
    code = "lower";
    Answer all = promote("\"buyX\": 1, \"getY\": 1, \"usageLimit\": 0, \"startsAt\": \"now\"");
    assertThat(all.expect(400).json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/code", "/usageLimit", "/startsAt");
  }

  @Test
  @DisplayName("S2-36: taxes and shipping as the shop has set them")
  void an_order_is_taxed_after_its_discount_and_sent() {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("tax", "DE 7; * 19; level TOTAL; rounding HALF_EVEN");
    options.put("shipping", "flat 4.95; free-above 50");
    try (TestServer server = TestServer.start(options)) {
      scene = new Scene(server);
      Client buyer = scene.customer();
      String product = scene.product("10", 20);
      promote("\"percentOff\": 10").expect(201);

      Answer order = buyer.post("/orders", ordering(product, 2)).expect(201);

      assertThat(order.at("/discountAmount")).isEqualTo("2");
      assertThat(order.at("/taxAmount")).isEqualTo("3.42");
      assertThat(order.at("/items/0/tax")).isEqualTo("3.42");
      assertThat(order.at("/shippingAmount")).isEqualTo("4.95");
      assertThat(order.at("/totalAmount")).isEqualTo("26.37");
      assertThat(order.at("/taxRule").isEmpty()).isTrue();
      assertThat(order.json().at("/taxRule").toString())
          .isEqualTo("{\"percent\":19,\"level\":\"TOTAL\",\"rounding\":\"HALF_EVEN\"}");
      Scene.pay(buyer, order.at("/id"), "success").expect(201);

      Answer large = buyer.post("/orders", ordering(product, 6)).expect(201);
      assertThat(large.at("/shippingAmount")).isEqualTo("0");
      assertThat(scene.staff.get("/admin/verify").expect(200).at("/ok")).isEqualTo("true");
    }
  }
}
