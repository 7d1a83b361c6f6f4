package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders paid out of a wallet: money, order and stock move together, there and back. */
@ParameterizedClass
@EnumSource(Engine.class)
class WalletOrderJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Purse ann;
  private String tea;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = Purse.with(scene, "100");
    tea = scene.product("12.50", 10);
  }

  private String order(String lifecycle, int quantity) {
    return "/orders/" + scene.order(ann.owner(), lifecycle, tea, quantity);
  }

  private Answer pay(String order, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("method", "WALLET");
    return ann.owner().post(order + "/payments", body);
  }

  private Answer get(String path) {
    return ann.owner().get(path).expect(200);
  }

  @Test // S0-52, S3-77, X-10
  void wallet_order_and_stock_move_together() {
    String order = order("checkout", 4);
    assertThat(scene.available(tea)).isEqualTo(6);
    Answer paid = pay(order, Map.of()).expect(201);
    assertThat(paid.at("/status")).isEqualTo("CAPTURED");
    assertThat(paid.at("/method")).isEqualTo("WALLET");
    assertThat(paid.at("/walletId")).isEqualTo(ann.id());
    assertThat(paid.json().get("card").isNull()).isTrue();
    assertThat(ann.balance()).isEqualTo("50");
    assertThat(get(order).at("/status")).isEqualTo("PAID");
    assertThat(get(order).at("/paymentStatus")).isEqualTo("PAID");
    Answer line = ann.get("/transactions").expect(200);
    assertThat(line.at("/data/0/kind")).isEqualTo("ORDER_PAYMENT");
    assertThat("/orders/" + line.at("/data/0/referenceId")).isEqualTo(order);
    assertThat(pay(order, Map.of()).expect(409).at("/code")).isEqualTo("already-paid");
    scene.staff.post(order + "/shipments", null).expect(201);
    scene.staff.patch(order + "/status", Map.of("status", "DELIVERED")).expect(200);
    assertThat(scene.available(tea)).isEqualTo(6);
    assertThat(ann.balance()).isEqualTo("50");
  }

  @Test // S0-52, S1-25
  void an_order_is_paid_once_whoever_asks_how_often() {
    String order = order("fulfilment", 2);
    Answer[] answers = Scene.together(8, i -> pay(order, Map.of("walletId", ann.id())));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(ann.balance()).isEqualTo("75");
    String keyed = order("direct", 1);
    Client client = ann.owner().withKey(Scene.unique());
    Map<String, String> body = Map.of("method", "WALLET");
    Answer[] twins = Scene.together(8, i -> client.post(keyed + "/payments", body));
    assertThat(twins).extracting(Answer::status).containsOnly(201);
    assertThat(twins).extracting(Answer::body).containsOnly(twins[0].body());
    assertThat(ann.balance()).isEqualTo("62.5");
  }

  @Test // S0-52, S3-28, S3-36
  void a_wallet_with_too_little_pays_nothing() {
    String order = order("checkout", 9);
    Answer refused = pay(order, Map.of()).expect(400);
    assertThat(refused.at("/code")).isEqualTo("insufficient-funds");
    assertThat(get(order).at("/status")).isEqualTo("CREATED");
    assertThat(get(order).at("/version")).isEqualTo("1");
    assertThat(get(order + "/payments").json().at("/data")).isEmpty();
    assertThat(ann.history("amount")).containsExactly("100");
    assertThat(scene.available(tea)).isEqualTo(1);
    ann.add(50).expect(201);
    pay(order, Map.of()).expect(201);
    assertThat(ann.balance()).isEqualTo("37.5");
  }

  @Test // S0-52, S3-74
  void euros_pay_an_order_in_dollars() {
    ann.add("20", Map.of("currency", "EUR")).expect(201);
    String order = order("checkout", 1);
    Answer paid = pay(order, Map.of("currency", "EUR")).expect(201);
    assertThat(paid.at("/amount")).isEqualTo("12.5");
    assertThat(paid.at("/currency")).isEqualTo("USD");
    Answer line = ann.get("/transactions").expect(200);
    assertThat(line.at("/data/0/amount")).isEqualTo("11.32"); // 11.3122..., rounded up
    assertThat(line.at("/data/0/currency")).isEqualTo("EUR");
    assertThat(line.at("/data/0/balanceAfter")).isEqualTo("8.68");
    ann.owner().put(order + "/cancel", null).expect(200);
    Answer back = ann.get("/transactions").expect(200);
    assertThat(back.at("/data/0/currency")).isEqualTo("USD"); // in the order's currency
    assertThat(back.at("/data/0/balanceAfter")).isEqualTo("112.5");
    String other = order("checkout", 1);
    assertThat(pay(other, Map.of("currency", "CHF")).expect(400).at("/code"))
        .isEqualTo("no-exchange-rate");
    pay(other, Map.of("currency", "EUR")).expect(400);
  }

  @Test // S0-30, S0-54
  void cancelling_gives_the_money_back_at_once() {
    String order = order("fulfilment", 4);
    pay(order, Map.of()).expect(201);
    Answer cancelled = ann.owner().put(order + "/cancel", Map.of("reason", "late")).expect(200);
    assertThat(cancelled.at("/order/paymentStatus")).isEqualTo("REFUNDED");
    assertThat(ann.balance()).isEqualTo("100");
    assertThat(scene.available(tea)).isEqualTo(10);
    Answer payments = get(order + "/payments");
    assertThat(payments.at("/data/0/status")).isEqualTo("REFUNDED");
    assertThat(payments.at("/data/0/refundedAmount")).isEqualTo("50");
    assertThat(ann.history("kind")).containsExactly("ORDER_REFUND", "ORDER_PAYMENT", "ADD");
    ann.owner().put(order + "/cancel", null).expect(409);
    assertThat(ann.balance()).isEqualTo("100");
  }

  @Test // S0-30, S0-54
  void a_refund_reaches_a_wallet_that_is_frozen_or_closed() {
    String order = order("checkout", 8);
    pay(order, Map.of()).expect(201);
    ann.post("/close", null).expect(200);
    ann.owner().put(order + "/cancel", null).expect(200);
    assertThat(ann.get("").at("/status")).isEqualTo("ACTIVE");
    assertThat(ann.balance()).isEqualTo("100");
    String second = order("checkout", 2);
    pay(second, Map.of()).expect(201);
    Map<String, Object> freeze = Map.of("debits", true, "credits", true, "reason", "stolen");
    scene.staff.post("/wallet/" + ann.id() + "/freeze", freeze).expect(200);
    assertThat(pay(order("checkout", 1), Map.of()).expect(409).at("/code"))
        .isEqualTo("wallet-frozen");
    scene.staff.put(second + "/cancel", null).expect(200);
    assertThat(ann.balance()).isEqualTo("100");
  }

  @Test // S2-11
  void staff_give_some_money_back_for_goodwill() {
    String order = order("checkout", 4);
    String refunds = order + "/refunds";
    Map<String, Object> some = Map.of("amount", "20.10", "reason", "Arrived late");
    assertThat(scene.staff.post(refunds, some).expect(409).at("/code"))
        .isEqualTo("refund-exceeds-capture");
    pay(order, Map.of()).expect(201);
    assertThat(ann.owner().post(refunds, some).expect(403).at("/code")).isEqualTo("staff-only");
    Answer part = scene.staff.post(refunds, some).expect(201);
    assertThat(part.at("/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(part.at("/status")).isEqualTo("PAID");
    assertThat(ann.balance()).isEqualTo("70.1");
    Answer more = scene.staff.post(refunds, Map.of("amount", "29.91", "reason", "x")).expect(409);
    assertThat(more.at("/errors/0/pointer")).isEqualTo("/amount");
    for (String wrong : List.of("0", "-1", "0.001", "1e30")) {
      Answer refused = scene.staff.post(refunds, Map.of("amount", wrong, "reason", "x"));
      assertThat(refused.expect(400).at("/errors/0/pointer")).isEqualTo("/amount");
    }
    scene.staff.post(refunds, Map.of("amount", 1)).expect(400);
    scene.staff.with("If-Match", "\"1\"").post(refunds, some).expect(412);
    Map<String, Object> rest = Map.of("amount", "29.90", "reason", "All of it");
    Answer[] answers = Scene.together(4, i -> scene.staff.post(refunds, rest));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(get(order).at("/paymentStatus")).isEqualTo("REFUNDED");
    assertThat(ann.balance()).isEqualTo("100");
    scene.staff.post("/orders/" + UUID.randomUUID() + "/refunds", some).expect(404);
  }

  @Test // S2-11, S0-54
  void a_card_s_money_goes_back_too() {
    String order = order("checkout", 4);
    ann.owner().post(order + "/payments", Map.of("method", "SANDBOX", "card", "success"));
    Map<String, Object> some = Map.of("amount", 20, "reason", "Arrived late");
    scene.staff.post(order + "/refunds", some).expect(201);
    Answer payments = get(order + "/payments");
    assertThat(payments.at("/data/0/status")).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(payments.at("/data/0/refundedAmount")).isEqualTo("20");
    assertThat(get(order).at("/paymentStatus")).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(ann.balance()).isEqualTo("100");
  }

  @Test // A45
  void nobody_pays_from_the_wallet_of_another_user() {
    Purse eve = Purse.with(scene, "100");
    String order = order("checkout", 1);
    assertThat(pay(order, Map.of("walletId", eve.id())).expect(404).at("/code"))
        .isEqualTo("wallet-not-found");
    Map<String, String> body = Map.of("method", "WALLET", "walletId", eve.id());
    assertThat(eve.owner().post(order + "/payments", body).expect(404).at("/code"))
        .isEqualTo("order-not-found");
    scene.staff.post(order + "/payments", Map.of("method", "WALLET")).expect(201);
    assertThat(eve.balance()).isEqualTo("100");
    assertThat(ann.balance()).isEqualTo("87.5");
    Client poor = scene.customer();
    String theirs = "/orders/" + scene.order(poor, "checkout", tea, 1);
    Answer none = poor.post(theirs + "/payments", Map.of("method", "WALLET")).expect(404);
    assertThat(none.at("/code")).isEqualTo("wallet-not-found");
  }

  @Test // S0-52
  void a_payment_names_what_its_method_needs() {
    String path = order("checkout", 1) + "/payments";
    Map<Map<String, String>, String> wrong =
        Map.of(
            Map.of("method", "SANDBOX"), "/card",
            Map.of("method", "SANDBOX", "card", "success", "walletId", ann.id()), "/walletId",
            Map.of("method", "SANDBOX", "card", "success", "currency", "EUR"), "/currency",
            Map.of("method", "WALLET", "card", "success"), "/card",
            Map.of("method", "WALLET", "currency", "QQQ"), "/currency",
            Map.of("method", "CASH"), "/method",
            Map.of("card", "success"), "/method");
    wrong.forEach(
        (body, pointer) -> {
          Answer refused = ann.owner().post(path, body).expect(400);
          assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
        });
    ann.owner().with("If-Match", "\"7\"").post(path, Map.of("method", "WALLET")).expect(412);
    assertThat(ann.balance()).isEqualTo("100");
  }
}
