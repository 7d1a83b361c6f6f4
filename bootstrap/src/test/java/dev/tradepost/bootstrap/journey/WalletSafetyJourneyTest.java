package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not happen to a wallet, and what keeps it from happening. */
@ParameterizedClass
@EnumSource(Engine.class)
class WalletSafetyJourneyTest {
  @Parameter Engine engine;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
  }

  @Test // S3-28, S3-31, S3-33, S3-36, S3-43, S3-44, S3-47
  void a_refused_movement_moves_nothing() {
    Purse ann = Purse.with(scene, "50");
    Purse bob = Purse.empty(scene);
    Answer less = ann.deduct("50.01").expect(400);
    assertThat(less.at("/code")).isEqualTo("insufficient-funds");
    assertThat(less.at("/errors/0/pointer")).isEqualTo("/amount");
    assertThat(ann.transfer(bob, 51).expect(400).at("/code")).isEqualTo("insufficient-funds");
    assertThat(ann.transfer(ann, 1).expect(400).at("/code")).isEqualTo("same-wallet");
    for (String nobody : List.of(UUID.randomUUID().toString(), "nope", "")) {
      Answer refused = ann.owner().post("/wallet/transfer", ann.transferring(nobody, 1));
      assertThat(refused.expect(404).at("/code")).isEqualTo("wallet-not-found");
      assertThat(refused.at("/errors/0/pointer")).isEqualTo("/toWalletId");
      Map<String, Object> body = Map.of("walletId", nobody, "amount", 1);
      ann.owner().post("/wallet/add", body).expect(404);
      ann.owner().post("/wallet/deduct", body).expect(404);
    }
    assertThat(ann.deduct(1, Map.of("currency", "EUR")).expect(400).at("/code"))
        .isEqualTo("insufficient-funds");
    assertThat(ann.add(1, Map.of("currency", "QQQ")).expect(400).at("/errors/0/pointer"))
        .isEqualTo("/currency");
    ann.add(1, Map.of("category", " ")).expect(400);
    ann.add(1, Map.of("category", "x".repeat(41))).expect(400);
    ann.add(1, Map.of("balance", 1)).expect(400);
    assertThat(ann.history("amount")).containsExactly("50");
    assertThat(bob.history("amount")).isEmpty();
    assertThat(ann.get("").at("/version")).isEqualTo("2");
  }

  @Test // A45
  void the_wallet_of_another_user_is_not_there() {
    Purse ann = Purse.with(scene, "50");
    Purse eve = Purse.with(scene, "1");
    String path = "/wallet/" + ann.id();
    for (String below : List.of("", "/transactions", "/transactions.csv", "/holds")) {
      assertThat(eve.owner().get(path + below).expect(404).at("/code"))
          .isEqualTo("wallet-not-found");
    }
    eve.owner().get(path + "?at=2026-01-01T00:00:00Z").expect(404);
    Map<String, Object> body = Map.of("walletId", ann.id(), "amount", 1);
    eve.owner().post("/wallet/add", body).expect(404);
    eve.owner().post("/wallet/deduct", body).expect(404);
    eve.owner().post("/wallet/transfer", ann.transferring(eve.id(), 1)).expect(404);
    eve.owner().post(path + "/close", null).expect(404);
    eve.owner().post(path + "/holds", Map.of("amount", 1)).expect(404);
    Map<String, Object> bank = Map.of("amount", 1, "bankAccount", "success");
    eve.owner().post(path + "/deposits", bank).expect(404);
    eve.owner().post(path + "/withdrawals", bank).expect(404);
    Map<String, Object> conversion =
        Map.of("walletId", ann.id(), "from", "USD", "to", "EUR", "amount", 1);
    eve.owner().post("/wallet/convert", conversion).expect(404);
    String hold = ann.post("/holds", Map.of("amount", 2)).expect(201).at("/id");
    eve.owner().get("/wallet/holds/" + hold).expect(404);
    eve.owner().post("/wallet/holds/" + hold + "/capture", null).expect(404);
    eve.owner().post("/wallet/holds/" + hold + "/release", null).expect(404);
    String deposit = ann.post("/deposits", bank).expect(201).at("/id");
    eve.owner().get("/wallet/bank-transfers/" + deposit).expect(404);
    assertThat(ann.history("amount")).containsExactly("1", "50");
    assertThat(scene.staff.get(path).expect(200).at("/available")).isEqualTo("49");
    engine.server().anonymous().get(path).expect(401);
  }

  @Test // A48
  void the_staff_s_work_on_wallets_is_not_for_customers() {
    Purse ann = Purse.with(scene, "50");
    Map<String, Object> freeze = Map.of("debits", true, "reason", "mine");
    assertThat(ann.post("/freeze", freeze).expect(403).at("/code")).isEqualTo("staff-only");
    ann.post("/unfreeze", null).expect(403);
    ann.post("/reopen", null).expect(403);
    ann.owner().put("/wallet/" + ann.id() + "/limits", Map.of("daily", 9)).expect(403);
    ann.get("/decisions").expect(403);
    assertThat(ann.get("").at("/version")).isEqualTo("2");
  }

  @Test // S3-46, S3-54, S3-62, A31
  void nothing_is_spent_twice() {
    Purse ann = Purse.with(scene, "100");
    Purse bob = Purse.empty(scene);
    Answer[] answers = Scene.together(16, i -> i % 2 == 0 ? ann.deduct(20) : ann.transfer(bob, 20));
    assertThat(Arrays.stream(answers).filter(it -> it.status() == 201)).hasSize(5);
    assertThat(Arrays.stream(answers).filter(it -> it.status() == 400)).hasSize(11);
    assertThat(ann.balance()).isEqualTo("0");
    assertThat(ann.history("balanceAfter")).containsExactly("0", "20", "40", "60", "80", "100");
  }

  @Test // S3-55, S3-56, A32, A33
  void wallets_that_pay_each_other_at_once_lose_nothing() {
    Purse ann = Purse.with(scene, "100");
    Purse bob = Purse.with(scene, "100");
    Answer[] answers =
        Scene.together(16, i -> i % 2 == 0 ? ann.transfer(bob, 3) : bob.transfer(ann, 2));
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(ann.balance()).isEqualTo("92");
    assertThat(bob.balance()).isEqualTo("108");
    Answer[] added = Scene.together(16, i -> ann.add(1));
    assertThat(added).extracting(Answer::status).containsOnly(201);
    assertThat(ann.balance()).isEqualTo("108");
    assertThat(ann.history("id")).hasSize(33).doesNotHaveDuplicates();
  }

  @Test // S1-25, S3-64, S3-68
  void the_same_key_moves_money_once() {
    Purse ann = Purse.with(scene, "100");
    Purse bob = Purse.empty(scene);
    Purse keyed = new Purse(ann.owner().withKey(Scene.unique()), ann.id());
    Answer[] sent = Scene.together(8, i -> keyed.transfer(bob, 10));
    assertThat(sent).extracting(Answer::status).containsOnly(201);
    assertThat(Arrays.stream(sent).map(Answer::body).distinct()).hasSize(1);
    assertThat(bob.balance()).isEqualTo("10");
    Answer again = keyed.transfer(bob, 10).expect(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo("/wallet/" + ann.id() + "/transactions");
    assertThat(keyed.transfer(bob, 11).expect(422).at("/code")).isEqualTo("key-reused");
    Map<String, Object> deposit = Map.of("amount", 5, "bankAccount", "success");
    Answer first = keyed.post("/deposits", deposit).expect(201);
    assertThat(keyed.post("/deposits", deposit).expect(201).body()).isEqualTo(first.body());
    assertThat(ann.balance()).isEqualTo("95");
  }

  @Test // S3-75
  void a_frozen_wallet_stands_still() {
    Purse ann = Purse.with(scene, "50");
    Purse bob = Purse.with(scene, "50");
    String path = "/wallet/" + ann.id();
    String hold = ann.post("/holds", Map.of("amount", 5)).expect(201).at("/id");
    Map<String, Object> debits = Map.of("debits", true, "reason", "Card reported stolen");
    Answer frozen = scene.staff.post(path + "/freeze", debits).expect(200);
    assertThat(frozen.at("/status")).isEqualTo("FROZEN");
    assertThat(frozen.at("/freeze/reason")).isEqualTo("Card reported stolen");
    assertThat(ann.deduct(1).expect(409).at("/code")).isEqualTo("wallet-frozen");
    ann.transfer(bob, 1).expect(409);
    ann.post("/holds", Map.of("amount", 1)).expect(409);
    ann.post("/withdrawals", Map.of("amount", 1, "bankAccount", "success")).expect(409);
    ann.add(1).expect(201);
    bob.transfer(ann, 1).expect(201);
    ann.owner().post("/wallet/holds/" + hold + "/capture", null).expect(200);
    Map<String, Object> credits = Map.of("credits", true, "reason", "Reviewed");
    scene.staff.post(path + "/freeze", credits).expect(200);
    bob.transfer(ann, 1).expect(409);
    ann.add(1).expect(409);
    ann.deduct(1).expect(201);
    ann.post("/close", null).expect(409);
    Answer nothing = scene.staff.post(path + "/freeze", Map.of("reason", "none")).expect(400);
    assertThat(nothing.at("/code")).isEqualTo("nothing-to-freeze");
    scene.staff.post(path + "/freeze", Map.of("debits", true)).expect(400);
    assertThat(scene.staff.post(path + "/unfreeze", null).expect(200).json().at("/freeze").isNull())
        .isTrue();
    assertThat(scene.staff.post(path + "/unfreeze", null).expect(409).at("/code"))
        .isEqualTo("transition-not-allowed");
    assertThat(ann.balance()).isEqualTo("46");
    assertThat(bob.balance()).isEqualTo("49");
  }

  @Test // S3-65, S3-69
  void a_wallet_s_limits_bind_what_leaves_it() {
    Purse ann = Purse.with(scene, "1000");
    String path = "/wallet/" + ann.id() + "/limits";
    Map<String, Object> limits = Map.of("perTransaction", 100, "daily", "150.00", "monthly", 180);
    Answer limited = scene.staff.put(path, limits).expect(200);
    assertThat(limited.at("/balances/0/limits/daily")).isEqualTo("150");
    assertThat(ann.deduct("100.01").expect(409).at("/code")).isEqualTo("limit-exceeded");
    ann.deduct(100).expect(201);
    ann.post("/holds", Map.of("amount", 40)).expect(201);
    assertThat(ann.deduct(11).expect(409).at("/detail")).contains("150.00 USD a day");
    ann.deduct(10).expect(201);
    ann.add(500).expect(201);
    Map<String, Object> monthly = new HashMap<>(limits);
    monthly.put("daily", null);
    Answer without = scene.staff.put(path, monthly).expect(200);
    assertThat(without.json().at("/balances/0/limits/daily").isNull()).isTrue();
    for (int i = 0; i < 2; i++) {
      ann.deduct(70).expect(201); // they count from when they were set; 40 are held
    }
    assertThat(ann.deduct(1).expect(409).at("/detail")).contains("180.00 USD a month");
    Answer negative = scene.staff.put(path, Map.of("daily", -1)).expect(400);
    assertThat(negative.at("/code")).isEqualTo("limit-negative");
    Answer offGrid = scene.staff.put(path, Map.of("monthly", "0.001")).expect(400);
    assertThat(offGrid.at("/errors/0/pointer")).isEqualTo("/monthly");
    scene.staff.put(path, Map.of()).expect(200);
    ann.deduct(900).expect(201);
  }

  @Test // S3-06
  void an_empty_wallet_is_closed_and_opened_again() {
    Purse ann = Purse.with(scene, "5");
    String path = "/wallet/" + ann.id();
    assertThat(ann.post("/close", null).expect(409).at("/code")).isEqualTo("wallet-not-empty");
    ann.deduct(5).expect(201);
    assertThat(ann.post("/close", "{}").expect(200).at("/status")).isEqualTo("CLOSED");
    assertThat(ann.add(1).expect(409).at("/code")).isEqualTo("wallet-closed");
    ann.post("/deposits", Map.of("amount", 1, "bankAccount", "success")).expect(409);
    assertThat(ann.post("/close", null).expect(409).at("/code"))
        .isEqualTo("transition-not-allowed");
    assertThat(scene.staff.post(path + "/reopen", null).expect(200).at("/status"))
        .isEqualTo("ACTIVE");
    scene.staff.post(path + "/reopen", null).expect(409);
    ann.add(1).expect(201);
  }

  @Test // A38
  void a_stale_decision_about_a_wallet_is_refused() {
    Purse ann = Purse.with(scene, "5");
    String path = "/wallet/" + ann.id();
    String etag = scene.staff.get(path).expect(200).header("ETag");
    assertThat(etag).isEqualTo("\"2\"");
    ann.deduct(1).expect(201);
    Client stale = scene.staff.with("If-Match", etag);
    Map<String, Object> freeze = Map.of("debits", true, "reason", "x");
    List<Answer> refused = new ArrayList<>();
    refused.add(stale.post(path + "/freeze", freeze));
    refused.add(stale.post(path + "/unfreeze", null));
    refused.add(stale.post(path + "/close", null));
    refused.add(stale.post(path + "/reopen", null));
    refused.add(stale.put(path + "/limits", Map.of("daily", 1)));
    refused.forEach(it -> assertThat(it.expect(412).at("/code")).isEqualTo("stale-version"));
    Client fresh = scene.staff.with("If-Match", "\"3\"");
    Answer[] writers = Scene.together(4, i -> fresh.put(path + "/limits", Map.of("daily", 10 + i)));
    assertThat(writers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(ann.get("").header("ETag")).isEqualTo("\"4\"");
    scene.staff.with("If-Match", "three").post(path + "/freeze", freeze).expect(400);
  }
}
