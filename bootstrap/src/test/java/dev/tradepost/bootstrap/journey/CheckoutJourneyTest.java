package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Source 001 over HTTP. */
@ParameterizedClass
@EnumSource(Engine.class)
class CheckoutJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Client ann;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = scene.customer();
  }

  private Answer addToCart(String product, int quantity) {
    return ann.post("/cart/items", Map.of("productId", product, "quantity", quantity));
  }

  @Test
  @DisplayName("S1-01 S1-10 S1-16 S1-20 S1-21 S1-30 S1-31: from the shelf to the door")
  void a_cart_becomes_a_paid_order_and_arrives() {
    String tea = scene.product("4.90", 3);
    addToCart(tea, 2).expect(200);
    Answer order = ann.post("/cart/checkout", "{}").expect(201);
    String path = "/orders/" + order.at("/id");
    assertThat(order.at("/status")).isEqualTo("CREATED");
    assertThat(order.at("/totalAmount")).isEqualTo("9.8");
    assertThat(scene.available(tea)).isEqualTo(1);

    assertThat(scene.staff.post(path + "/shipments", "{}").expect(409).at("/code"))
        .isEqualTo("transition-not-allowed");
    assertThat(scene.staff.post(path + "/confirm", null).expect(200).at("/status"))
        .isEqualTo("CONFIRMED");
    Answer paid = Scene.pay(ann, order.at("/id"), "success").expect(201);
    assertThat(paid.at("/status")).isEqualTo("CAPTURED");
    assertThat(ann.get(path).expect(200).at("/paymentStatus")).isEqualTo("PAID");
    Answer shipped = scene.staff.post(path + "/shipments", Map.of("carrier", "DHL")).expect(201);
    assertThat(shipped.at("/shipments/0/carrier")).isEqualTo("DHL");
    assertThat(shipped.at("/shipments/0/items/0/quantity")).isEqualTo("2");
    assertThat(ann.put(path + "/cancel", null).expect(409).at("/detail")).contains("SHIPPED");
    scene.staff.patch(path + "/status", Map.of("status", "DELIVERED")).expect(200);
    assertThat(ann.get(path + "/status").expect(200).at("/status")).isEqualTo("DELIVERED");
    assertThat(scene.available(tea)).isEqualTo(1);
  }

  @Test
  @DisplayName("S1-02 S1-08: browsing shows what is available")
  void a_user_browses_what_is_available() {
    String rare = scene.product("1", 0);
    Answer all = ann.get("/inventory?q=laptop").expect(200);
    assertThat(all.at("/data/0/productId")).isEqualTo("p1");
    assertThat(ann.get("/inventory?inStock=true&limit=100").expect(200).body())
        .doesNotContain(rare);
    assertThat(ann.get("/inventory/" + rare).expect(200).at("/available")).isEqualTo("0");
  }

  @Test
  @DisplayName("S1-03..S1-06: only what is there goes into the cart")
  void only_what_is_there_goes_into_the_cart() {
    String tea = scene.product("10", 3);
    assertThat(addToCart(tea, 4).expect(409).at("/code")).isEqualTo("insufficient-stock");
    addToCart("nope", 1).expect(400);
    addToCart(tea, 0).expect(400);
    addToCart(tea, 2).expect(200);
    addToCart(tea, 2).expect(409);
    ann.put("/cart/items/" + tea, Map.of("quantity", 3)).expect(200);
    ann.put("/cart/items/" + tea, Map.of("quantity", 4)).expect(409);
    ann.put("/cart/items/p1", Map.of("quantity", 1)).expect(404);
    assertThat(ann.get("/cart").expect(200).at("/totalAmount")).isEqualTo("30");
    assertThat(scene.available(tea)).isEqualTo(3);
    ann.delete("/cart/items/" + tea).expect(200);
    ann.delete("/cart/items/" + tea).expect(404);
    assertThat(ann.get("/cart").expect(200).json().at("/items")).isEmpty();
  }

  @Test
  @DisplayName("a cart whose total is past the range can still be read")
  void a_cart_past_the_range_can_still_be_read() {
    String dear = scene.product("90000000000000", 9_000_000);
    addToCart(dear, 9_000_000).expect(200);
    Answer cart = ann.get("/cart").expect(200);
    assertThat(cart.json().at("/items/0/total").isNull()).isTrue();
    assertThat(cart.json().at("/totalAmount").isNull()).isTrue();
    ann.post("/cart/checkout", null).expect(400);
    ann.delete("/cart/items/" + dear).expect(200);
  }

  @Test
  @DisplayName("S1-07 S1-09: some lines are ordered, the rest stays")
  void the_rest_of_the_cart_stays() {
    String tea = scene.product("10", 3);
    String cup = scene.product("25", 5);
    addToCart(tea, 3).expect(200);
    addToCart(cup, 1).expect(200);
    String some = "{\"items\": [{\"productId\": \"%s\", \"quantity\": 2}]}".formatted(tea);
    assertThat(ann.post("/cart/checkout", some).expect(201).at("/totalAmount")).isEqualTo("20");
    Answer cart = ann.get("/cart").expect(200);
    assertThat(cart.at("/items/0/quantity")).isEqualTo("1");
    assertThat(cart.at("/items/1/productId")).isEqualTo(cup);
    assertThat(ann.post("/cart/checkout", some).expect(404).at("/code")).isEqualTo("not-in-cart");
    ann.post("/cart/checkout", null).expect(201);
    assertThat(ann.post("/cart/checkout", null).expect(409).at("/code")).isEqualTo("cart-empty");
  }

  @Test
  @DisplayName("S0-30 S0-54 S1-18 S1-22 T-10: cancelling gives back stock and money")
  void cancelling_a_paid_order_gives_back_stock_and_money() {
    String tea = scene.product("12.34", 5);
    String id = scene.order(ann, "checkout", tea, 5);
    Scene.pay(ann, id, "success").expect(201);
    ann.put("/orders/" + id + "/cancel", Map.of("reason", "changed my mind")).expect(200);
    assertThat(scene.available(tea)).isEqualTo(5);
    assertThat(ann.get("/orders/" + id).expect(200).at("/paymentStatus")).isEqualTo("REFUNDED");
    Answer payments = ann.get("/orders/" + id + "/payments").expect(200);
    assertThat(payments.at("/data/0/status")).isEqualTo("REFUNDED");
    assertThat(payments.at("/data/0/refundedAmount")).isEqualTo("61.7");
    assertThat(ann.get("/orders/" + id + "/timeline").body()).contains("changed my mind");
  }

  @Test
  @DisplayName("S0-52 S1-26: every card of the sandbox leads somewhere")
  void a_declined_order_can_be_paid_again() {
    String id = scene.order(ann, "checkout", "p5", 1);
    assertThat(Scene.pay(ann, id, "declined").expect(409).at("/code"))
        .isEqualTo("payment-declined");
    assertThat(ann.get("/orders/" + id).expect(200).at("/status")).isEqualTo("CREATED");
    Scene.pay(ann, id, "success").expect(201);
    assertThat(Scene.pay(ann, id, "success").expect(409).at("/code")).isEqualTo("already-paid");

    String open = scene.order(ann, "checkout", "p5", 1);
    assertThat(Scene.pay(ann, open, "timeout").expect(202).at("/status")).isEqualTo("PENDING");
    assertThat(Scene.pay(ann, open, "success").expect(409).at("/code"))
        .isEqualTo("payment-in-progress");
    assertThat(scene.staff.post("/orders/" + open + "/shipments", null).expect(409).at("/code"))
        .isEqualTo("transition-not-allowed");
  }

  @Test
  @DisplayName("S1-23 S0-53 A34: of 24 buyers for 5 pieces exactly 5 get one")
  void nothing_is_sold_twice() {
    String last = scene.product("7", 5);
    Client[] buyers = new Client[24];
    Arrays.setAll(buyers, i -> scene.customer());
    Answer[] answers =
        Scene.together(24, i -> buyers[i].post("/orders", Scene.placing("direct", last, 1)));
    assertThat(Arrays.stream(answers).filter(it -> it.status() == 201)).hasSize(5);
    assertThat(Arrays.stream(answers).filter(it -> it.status() == 409)).hasSize(19);
    assertThat(scene.available(last)).isZero();
  }

  @Test
  @DisplayName("S1-17 A37: two cancels at once, one wins, stock is back once")
  void two_cancels_at_once_have_one_winner() {
    String tea = scene.product("7", 5);
    String id = scene.order(ann, "checkout", tea, 2);
    Scene.pay(ann, id, "success").expect(201);
    Answer[] answers = Scene.together(8, i -> ann.put("/orders/" + id + "/cancel", null));
    assertThat(Arrays.stream(answers).map(Answer::status))
        .containsOnlyOnce(200)
        .containsOnly(200, 409);
    assertThat(scene.available(tea)).isEqualTo(5);
    assertThat(ann.get("/orders/" + id + "/payments").at("/data/0/refundedAmount")).isEqualTo("14");
  }

  @Test
  @DisplayName("S2-06 X-08: an order is served by more than one warehouse where it must")
  void an_order_is_split_over_warehouses() {
    String tea = scene.product("7", 3);
    scene.stock(tea, "east", 4);
    String id = scene.order(ann, "direct", tea, 5);
    assertThat(scene.available(tea)).isEqualTo(2);
    Answer shipped = scene.staff.post("/orders/" + id + "/shipments", null).expect(201);
    assertThat(shipped.json().at("/shipments")).hasSize(2);
  }
}
