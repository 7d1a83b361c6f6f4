package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that is held, comes from a bank or goes to one, changes its currency, was there once. */
@ParameterizedClass
@EnumSource(Engine.class)
class WalletMoneyJourneyTest {
  private static final Set<String> FINAL = Set.of("SUCCEEDED", "DECLINED", "FAILED");

  @Parameter Engine engine;
  private Scene scene;
  private Purse ann;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = Purse.with(scene, "100");
  }

  private Answer hold(Object amount) {
    return ann.post("/holds", Map.of("amount", amount, "purpose", "Hotel room"));
  }

  private Answer end(String hold, String how, Object body) {
    return ann.owner().post("/wallet/holds/" + hold + "/" + how, body);
  }

  @Test // S3-54
  void a_hold_is_captured_in_parts_and_the_rest_is_let_go() {
    Answer held = hold("60").expect(201);
    String id = held.at("/id");
    assertThat(ann.balance()).isEqualTo("100");
    assertThat(ann.available()).isEqualTo("40");
    assertThat(ann.deduct("40.01").expect(400).at("/code")).isEqualTo("insufficient-funds");
    Answer part = end(id, "capture", Map.of("amount", 25)).expect(200);
    assertThat(part.at("/status")).isEqualTo("OPEN");
    assertThat(part.at("/remainingAmount")).isEqualTo("35");
    assertThat(ann.balance()).isEqualTo("75");
    Answer more = end(id, "capture", Map.of("amount", "35.01")).expect(409);
    assertThat(more.at("/code")).isEqualTo("capture-exceeds-hold");
    end(id, "capture", Map.of("amount", 0)).expect(400);
    end(id, "capture", Map.of("amount", 10)).expect(200);
    Answer released = end(id, "release", null).expect(200);
    assertThat(released.at("/status")).isEqualTo("RELEASED");
    assertThat(released.at("/capturedAmount")).isEqualTo("35");
    assertThat(ann.available()).isEqualTo("65").isEqualTo(ann.balance());
    for (String how : List.of("release", "capture")) {
      assertThat(end(id, how, null).expect(409).at("/code")).isEqualTo("transition-not-allowed");
    }
    assertThat(ann.owner().get(held.header("Location")).expect(200).json())
        .isEqualTo(released.json());
    assertThat(ann.get("/transactions").at("/data/0/kind")).isEqualTo("HOLD_CAPTURE");
    assertThat(ann.get("/transactions").at("/data/0/referenceId")).isEqualTo(id);
  }

  @Test // S3-54, S3-56
  void a_hold_ends_once() {
    String id = hold(50).expect(201).at("/id");
    Answer[] ends = Scene.together(8, i -> end(id, i % 2 == 0 ? "capture" : "release", null));
    assertThat(ends).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(ann.available()).isEqualTo(ann.balance()).isIn("50", "100");
    String all = hold(20).expect(201).at("/id");
    Answer captured = end(all, "capture", "{}").expect(200);
    assertThat(captured.at("/status")).isEqualTo("CAPTURED");
    assertThat(end(all, "release", null).expect(409).at("/code"))
        .isEqualTo("transition-not-allowed");
    Answer list = ann.get("/holds?limit=1").expect(200);
    assertThat(list.at("/data/0/id")).isEqualTo(all);
    Answer next = ann.get("/holds?limit=1&cursor=" + list.at("/page/nextCursor")).expect(200);
    assertThat(next.at("/data/0/id")).isEqualTo(id);
    assertThat(next.at("/page/hasMore")).isEqualTo("false");
  }

  @Test // S3-54
  void what_is_no_hold_is_refused() {
    assertThat(hold("100.01").expect(400).at("/code")).isEqualTo("insufficient-funds");
    for (long seconds : new long[] {0, -1, 2_678_401, Long.MAX_VALUE, Long.MIN_VALUE}) {
      Answer refused = ann.post("/holds", Map.of("amount", 1, "expiresInSeconds", seconds));
      assertThat(refused.expect(400).at("/code")).isEqualTo("hold-too-long");
      assertThat(refused.at("/errors/0/pointer")).isEqualTo("/expiresInSeconds");
    }
    ann.post("/holds", Map.of("amount", 1, "expiresInSeconds", 2_678_400)).expect(201);
    ann.post("/holds", Map.of("amount", 1, "purpose", "")).expect(400);
    for (String nothing : List.of(UUID.randomUUID().toString(), "nope")) {
      assertThat(end(nothing, "release", null).expect(404).at("/code")).isEqualTo("hold-not-found");
      end(nothing, "capture", null).expect(404);
      ann.owner().get("/wallet/holds/" + nothing).expect(404);
    }
    assertThat(ann.available()).isEqualTo("99");
  }

  @Test // S3-54
  void a_hold_ends_by_itself() {
    Answer held = ann.post("/holds", Map.of("amount", 30, "expiresInSeconds", 1)).expect(201);
    Purse.until(() -> ann.get(""), it -> it.at("/available").equals("100"));
    String path = held.header("Location");
    Purse.until(() -> ann.owner().get(path), it -> it.at("/status").equals("EXPIRED"));
    assertThat(end(held.at("/id"), "capture", null).expect(409).at("/code"))
        .isEqualTo("transition-not-allowed");
    assertThat(ann.balance()).isEqualTo("100");
  }

  private Answer bank(String way, Object amount, String account) {
    return ann.post("/" + way, Map.of("amount", amount, "bankAccount", account));
  }

  @Test // S3-66
  void a_bank_that_answers_is_asked_once() {
    Answer deposit = bank("deposits", "20.50", "success").expect(201);
    assertThat(deposit.at("/status")).isEqualTo("SUCCEEDED");
    assertThat(ann.balance()).isEqualTo("120.5");
    assertThat(ann.get("/transactions").at("/data/0/kind")).isEqualTo("DEPOSIT");
    assertThat(ann.get("/transactions").at("/data/0/referenceId")).isEqualTo(deposit.at("/id"));
    assertThat(bank("withdrawals", 20, "success").expect(201).at("/status")).isEqualTo("SUCCEEDED");
    assertThat(ann.balance()).isEqualTo("100.5");
    assertThat(bank("deposits", 1, "declined").expect(201).at("/status")).isEqualTo("DECLINED");
    assertThat(bank("withdrawals", 1, "declined").expect(201).at("/status")).isEqualTo("DECLINED");
    assertThat(ann.available()).isEqualTo("100.5").isEqualTo(ann.balance());
    assertThat(bank("withdrawals", 101, "success").expect(400).at("/code"))
        .isEqualTo("insufficient-funds");
    Answer account = bank("deposits", 1, "nope").expect(400);
    assertThat(account.at("/errors/0/pointer")).isEqualTo("/bankAccount");
    bank("deposits", 0, "success").expect(400);
    ann.owner().get("/wallet/bank-transfers/nope").expect(404);
    Answer none = ann.owner().get("/wallet/bank-transfers/" + UUID.randomUUID()).expect(404);
    assertThat(none.at("/code")).isEqualTo("bank-transfer-not-found");
  }

  @Test // S3-54, S3-66
  void the_hold_of_a_withdrawal_ends_with_the_withdrawal_alone() {
    Answer out = bank("withdrawals", 40, "unknown").expect(202);
    String hold = out.at("/holdId");
    for (Client somebody : List.of(ann.owner(), scene.staff)) {
      for (String how : List.of("release", "capture")) {
        Answer refused = somebody.post("/wallet/holds/" + hold + "/" + how, null).expect(409);
        assertThat(refused.at("/code")).isEqualTo("transition-not-allowed");
      }
    }
    assertThat(ann.available()).isEqualTo("60");
    Purse.until(() -> get(out.header("Location")), this::hasEnded);
    assertThat(get("/wallet/holds/" + hold).at("/status")).isEqualTo("CAPTURED");
    assertThat(ann.available()).isEqualTo("60").isEqualTo(ann.balance());
  }

  @Test // S3-66, S3-76
  void a_bank_that_does_not_answer_is_asked_until_its_end_is_known() {
    Map<String, String> open = new HashMap<>();
    for (String account : List.of("flaky", "unknown", "late", "timeout")) {
      Answer in = bank("deposits", 7, account).expect(202);
      Answer out = bank("withdrawals", 5, account).expect(202);
      open.put(account + " in", in.header("Location"));
      open.put(account + " out", out.header("Location"));
      String status = account.matches("flaky|timeout") ? "RETRYING" : "UNKNOWN";
      assertThat(in.at("/status")).isEqualTo(status).isEqualTo(out.at("/status"));
      assertThat(out.json().at("/nextAttemptAt").isTextual()).isTrue();
    }
    assertThat(ann.balance()).isEqualTo("100");
    assertThat(ann.available()).isEqualTo("80");
    for (String account : List.of("unknown", "flaky", "late")) {
      for (String way : List.of(" in", " out")) {
        Answer done = Purse.until(() -> get(open.get(account + way)), this::hasEnded);
        assertThat(done.at("/status")).as(account + way).isEqualTo("SUCCEEDED");
        assertThat(done.at("/attempts")).isEqualTo(account.equals("flaky") ? "3" : "1");
        assertThat(done.at("/lookUps"))
            .isEqualTo(Map.of("unknown", "1", "late", "3").getOrDefault(account, "0"));
      }
    }
    assertThat(get(open.get("timeout out")).at("/status")).isIn("RETRYING", "SENDING");
    assertThat(ann.balance()).isEqualTo("106");
    assertThat(ann.available()).isEqualTo("101");
    assertThat(ann.history("kind")).containsOnlyOnce("ADD").hasSize(7);
  }

  private Answer get(String path) {
    return ann.owner().get(path).expect(200);
  }

  private boolean hasEnded(Answer transfer) {
    return FINAL.contains(transfer.at("/status"));
  }

  private Answer convert(String from, String to, Object amount) {
    return ann.owner()
        .post(
            "/wallet/convert",
            Map.of("walletId", ann.id(), "from", from, "to", to, "amount", amount));
  }

  @Test // S3-74
  void money_changes_its_currency_at_the_shop_s_rate() {
    Answer converted = convert("USD", "EUR", 10).expect(201);
    assertThat(converted.at("/given/amount")).isEqualTo("10");
    assertThat(converted.at("/given/balanceAfter")).isEqualTo("90");
    assertThat(converted.at("/received/amount")).isEqualTo("9.04"); // 9.0497..., rounded down
    assertThat(converted.at("/received/currency")).isEqualTo("EUR");
    assertThat(converted.at("/received/referenceId")).isEqualTo(converted.at("/given/referenceId"));
    assertThat(converted.at("/received/detail")).contains("1 USD = 0.904977375566 EUR");
    convert("EUR", "JPY", "9.04").expect(201);
    JsonNode balances = ann.get("").expect(200).json().at("/balances");
    assertThat(balances.findValuesAsText("currency")).containsExactly("EUR", "JPY", "USD");
    assertThat(balances.findValuesAsText("balance")).containsExactly("0", "1490", "90");
    Map<String, String> wrong =
        Map.of(
            "USD USD 1", "same-currency",
            "USD CHF 1", "no-exchange-rate",
            "JPY USD 1491", "insufficient-funds",
            "JPY USD 0.5", "amount-off-grid",
            "JPY USD 1", "too-small-to-convert",
            "USD QQQ 1", "unknown-currency",
            "USD EUR 0", "amount-not-positive");
    wrong.forEach(
        (what, code) -> {
          String[] words = what.split(" ");
          Answer refused = convert(words[0], words[1], words[2]).expect(400);
          assertThat(refused.at("/code")).as(what).isEqualTo(code);
        });
    assertThat(ann.history("kind")).hasSize(5);
  }

  @Test // S3-74, S3-25
  void each_currency_has_a_balance_of_its_own() {
    Map<String, String> yen = Map.of("currency", "JPY");
    ann.add(500, yen).expect(201);
    assertThat(ann.add("0.1", yen).expect(400).at("/code")).isEqualTo("amount-off-grid");
    ann.add("0.001", Map.of("currency", "KWD")).expect(201);
    assertThat(ann.deduct(200, yen).expect(201).at("/balanceAfter")).isEqualTo("300");
    assertThat(ann.balance()).isEqualTo("100");
    Purse bob = Purse.empty(scene);
    Map<String, Object> transfer = new HashMap<>(ann.transferring(bob.id(), 300));
    transfer.put("currency", "JPY");
    ann.owner().post("/wallet/transfer", transfer).expect(201);
    JsonNode balances = bob.get("").expect(200).json().at("/balances");
    assertThat(balances.findValuesAsText("balance")).containsExactly("300", "0");
  }

  @Test // S3-05, S3-52
  void what_a_wallet_had_at_a_moment_can_be_asked() {
    ann.add(3, Map.of("currency", "EUR")).expect(201);
    String before = ann.deduct(40).expect(201).at("/createdAt");
    String after = ann.deduct(10).expect(201).at("/createdAt");
    Answer then = ann.get("?at=" + before).expect(200);
    assertThat(then.at("/balance")).isEqualTo("60");
    assertThat(then.at("/at")).isEqualTo(before);
    assertThat(then.json().at("/balances").findValuesAsText("balance")).containsExactly("3", "60");
    assertThat(then.header("ETag")).isEmpty();
    assertThat(ann.get("?at=" + after).expect(200).at("/balance")).isEqualTo("50");
    String justBefore = Instant.parse(before).minusNanos(1000).toString();
    assertThat(ann.get("?at=" + justBefore).expect(200).at("/balance")).isEqualTo("100");
    Answer never = ann.get("?at=2020-01-01T00:00:00%2B02:00").expect(200);
    assertThat(never.at("/balance")).isEqualTo("0");
    assertThat(never.at("/at")).isEqualTo("2019-12-31T22:00:00.000000Z");
    assertThat(never.json().at("/balances")).isEmpty();
    assertThat(ann.get("?at=yesterday").expect(400).at("/code")).isEqualTo("invalid-parameter");
  }
}
