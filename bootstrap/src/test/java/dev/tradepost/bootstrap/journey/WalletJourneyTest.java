package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Source 003 over HTTP: a wallet, money in and out, its history. */
@ParameterizedClass
@EnumSource(Engine.class)
class WalletJourneyTest {
  @Parameter Engine engine;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
  }

  @Test // S3-01, S3-09, S3-14, S3-18, S3-20, S3-22, S3-37
  void a_new_wallet_has_nothing_in_it() {
    String user = "nina-" + Scene.unique();
    Client nina = engine.server().client(user, "customer");
    Answer made = nina.post("/wallet/create", Map.of("userId", user)).expect(201);
    assertThat(made.at("/userId")).isEqualTo(user);
    assertThat(made.at("/walletId")).isEqualTo(made.at("/id"));
    assertThat(made.body()).contains("\"balance\":0,\"available\":0,");
    assertThat(made.at("/createdAt")).endsWith("Z").isEqualTo(made.at("/updatedAt"));
    Answer read = nina.get(made.header("Location")).expect(200);
    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.header("ETag")).isEqualTo("\"1\"").isEqualTo(made.header("ETag"));
    assertThat(nina.get("/wallet/mine").expect(200).json()).isEqualTo(made.json());
  }

  @Test // S3-21, X-07, X-18
  void a_user_has_one_wallet() {
    String user = "nina-" + Scene.unique();
    Map<String, String> hers = Map.of("userId", user);
    Client eve = scene.customer();
    assertThat(eve.get("/wallet/mine").expect(404).at("/code")).isEqualTo("wallet-not-found");
    Answer refused = eve.post("/wallet/create", hers).expect(403);
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/userId");
    scene.staff.post("/wallet/create", hers).expect(201);
    Client nina = engine.server().client(user, "customer");
    for (Answer again : Scene.together(8, i -> nina.post("/wallet/create", hers))) {
      assertThat(again.expect(409).at("/code")).isEqualTo("wallet-exists");
    }
    Answer[] firsts = Scene.together(8, i -> eve.post("/wallet/create", null));
    assertThat(firsts).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    scene.customer().post("/wallet/create", Map.of("currency", "XXX")).expect(400);
  }

  @Test // S3-02, S3-03, S3-10, S3-15, S3-16, S3-23, S3-25, S3-26, S3-29, S3-57, S3-59
  void every_movement_is_a_line_in_the_history() {
    Purse ann = Purse.empty(scene);
    Answer added = ann.add(500).expect(201);
    assertThat(added.at("/type")).isEqualTo("CREDIT");
    Answer taken = ann.deduct(150, Map.of("category", "food")).expect(201);
    assertThat(taken.json().get("referenceId").isNull()).isTrue();
    assertThat(taken.at("/walletId")).isEqualTo(ann.id());
    assertThat(taken.body())
        .contains("\"type\":\"DEBIT\"", "\"amount\":150,", "\"balanceAfter\":350,");
    assertThat(taken.at("/createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z");
    assertThat(ann.balance()).isEqualTo("350");
    Answer history = ann.owner().get(taken.header("Location")).expect(200);
    assertThat(history.json().at("/data/0")).isEqualTo(taken.json());
    assertThat(history.json().at("/data/1")).isEqualTo(added.json());
  }

  @Test // S3-04, S3-11, S3-12, S3-17, S3-30, S3-34, S3-35, S3-53
  void a_transfer_is_two_lines_that_refer_to_each_other() {
    Purse ann = Purse.with(scene, "100");
    Purse bob = Purse.empty(scene);
    Answer sent = ann.transfer(bob, "30.50").expect(201);
    assertThat(sent.at("/type")).isEqualTo("TRANSFER_OUT");
    assertThat(sent.at("/balanceAfter")).isEqualTo("69.5");
    assertThat(sent.at("/counterpartyWalletId")).isEqualTo(bob.id());
    Answer received = bob.get("/transactions").expect(200);
    assertThat(received.at("/data/0/type")).isEqualTo("TRANSFER_IN");
    assertThat(received.at("/data/0/balanceAfter")).isEqualTo("30.5");
    assertThat(received.at("/data/0/counterpartyWalletId")).isEqualTo(ann.id());
    assertThat(received.at("/data/0/referenceId")).isNotEmpty().isEqualTo(sent.at("/referenceId"));
    assertThat(received.at("/data/0/id")).isNotEqualTo(sent.at("/id"));
    assertThat(ann.balance()).isEqualTo("69.5");
    assertThat(bob.balance()).isEqualTo("30.5");
  }

  @Test // S3-05, S3-19, S3-38, S3-40, S3-41, X-17
  void the_history_is_read_page_by_page_latest_first() {
    Purse ann = Purse.empty(scene);
    for (int i = 1; i <= 5; i++) {
      ann.add(i).expect(201);
    }
    List<String> byCursor = new ArrayList<>();
    String query = "?limit=2";
    while (query != null) {
      Answer page = ann.get("/transactions" + query).expect(200);
      page.json().at("/data").forEach(line -> byCursor.add(line.at("/amount").asText()));
      ann.add(99).expect(201); // what comes in between does not shift the walk
      boolean more = page.json().at("/page/hasMore").asBoolean();
      query = more ? "?limit=2&cursor=" + page.at("/page/nextCursor") : null;
    }
    assertThat(byCursor).containsExactly("5", "4", "3", "2", "1");
    Answer second = ann.get("/transactions?limit=3&page=2").expect(200);
    assertThat(second.json().at("/data")).hasSize(3);
    assertThat(second.at("/data/0/amount")).isEqualTo("5");
    assertThat(second.at("/page/page")).isEqualTo("2");
    assertThat(ann.get("/transactions?page=9").expect(200).json().at("/data")).isEmpty();
    ann.get("/transactions?limit=0").expect(400);
    ann.get("/transactions?limit=101").expect(400);
    ann.get("/transactions?cursor=zzz").expect(400);
  }

  @Test // S3-39, S3-72
  void the_history_is_filtered() {
    Purse ann = Purse.with(scene, "100");
    Purse bob = Purse.empty(scene);
    ann.deduct(10, Map.of("category", "food")).expect(201);
    ann.deduct(20, Map.of("category", "recharge")).expect(201);
    ann.transfer(bob, 30).expect(201);
    bob.transfer(ann, 5).expect(201);
    assertThat(amounts(ann, "?type=DEBIT")).containsExactly("20", "10");
    assertThat(amounts(ann, "?type=CREDIT")).containsExactly("100");
    assertThat(amounts(ann, "?type=TRANSFER_OUT")).containsExactly("30");
    assertThat(amounts(ann, "?type=TRANSFER_IN")).containsExactly("5");
    assertThat(amounts(ann, "?category=food")).containsExactly("10");
    assertThat(amounts(ann, "?category=food&type=CREDIT")).isEmpty();
    String third = ann.get("/transactions").expect(200).at("/data/2/createdAt");
    assertThat(amounts(ann, "?from=" + third)).containsExactly("5", "30", "20");
    assertThat(amounts(ann, "?to=" + third)).containsExactly("10", "100");
    assertThat(amounts(ann, "?category=%27%20OR%201=1--")).isEmpty();
    for (String wrong :
        List.of("type=NOPE", "type=debit", "from=today", "kind=ADD", "to=1", "category=%00")) {
      assertThat(ann.get("/transactions?" + wrong).expect(400).at("/code"))
          .isEqualTo("invalid-parameter");
    }
  }

  private static List<String> amounts(Purse purse, String query) {
    List<String> amounts = new ArrayList<>();
    purse
        .get("/transactions" + query)
        .expect(200)
        .json()
        .at("/data")
        .forEach(line -> amounts.add(line.at("/amount").asText()));
    return amounts;
  }

  @Test // S3-13, S3-52
  void the_history_leads_to_the_balance() {
    Purse ann = Purse.with(scene, "50");
    Purse bob = Purse.with(scene, "50");
    for (int i = 1; i <= 6; i++) {
      ann.transfer(bob, i).expect(201);
      ann.deduct("0.37").expect(201);
      bob.transfer(ann, 2 * i).expect(201);
    }
    BigDecimal balance = BigDecimal.ZERO;
    List<JsonNode> lines = new ArrayList<>();
    ann.get("/transactions?limit=100").expect(200).json().at("/data").forEach(lines::add);
    for (int i = lines.size() - 1; i >= 0; i--) {
      BigDecimal amount = lines.get(i).at("/amount").decimalValue();
      boolean in = List.of("CREDIT", "TRANSFER_IN").contains(lines.get(i).at("/type").asText());
      balance = in ? balance.add(amount) : balance.subtract(amount);
      assertThat(lines.get(i).at("/balanceAfter").decimalValue()).isEqualByComparingTo(balance);
    }
    assertThat(lines).hasSize(19);
    assertThat(new BigDecimal(ann.balance())).isEqualByComparingTo(balance);
  }

  @Test // S3-51, S3-58, S3-61, A12
  void three_tenths_are_spent_to_the_last_cent() {
    Purse ann = Purse.with(scene, "0.30");
    Purse bob = Purse.empty(scene);
    ann.transfer(bob, new BigDecimal("0.10")).expect(201);
    ann.transfer(bob, new BigDecimal("0.20")).expect(201);
    assertThat(ann.get("").body()).contains("\"balance\":0,");
    assertThat(bob.balance()).isEqualTo("0.3");
  }

  @Test // S3-24, S3-27, S3-32, S3-42, S3-45, A13, A14, A15
  void what_is_no_amount_is_refused_and_named() {
    Purse ann = Purse.with(scene, "100");
    String other = Purse.empty(scene).id();
    Map<String, String> wrong =
        Map.of(
            "0", "amount-not-positive",
            "-5", "amount-not-positive",
            "-0.00", "amount-not-positive",
            "\"x\"", "invalid-request",
            "null", "invalid-request",
            "true", "invalid-request",
            "0.001", "amount-off-grid",
            "1e-400", "amount-off-grid",
            "1e30", "amount-out-of-range");
    String fields = "{\"walletId\": \"%s\", \"amount\": %s}";
    String transfer = "{\"fromWalletId\": \"%s\", \"toWalletId\": \"%s\", \"amount\": %s}";
    wrong.forEach(
        (amount, code) -> {
          String body = fields.formatted(ann.id(), amount);
          requireWrong(ann.owner().post("/wallet/add", body), code);
          requireWrong(ann.owner().post("/wallet/deduct", body), code);
          body = transfer.formatted(ann.id(), other, amount);
          requireWrong(ann.owner().post("/wallet/transfer", body), code);
        });
    for (String huge : List.of("1e10000000", "1e1000000000", "-1e99999999999")) {
      String body = fields.formatted(ann.id(), huge);
      assertThat(ann.owner().post("/wallet/add", body).expect(400).at("/errors/0/pointer"))
          .isEqualTo("/amount");
    }
    assertThat(ann.balance()).isEqualTo("100");
    assertThat(ann.history("amount")).containsExactly("100");
  }

  private static void requireWrong(Answer answer, String code) {
    assertThat(answer.expect(400).at("/code")).isEqualTo(code);
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/amount");
  }

  @Test // S3-50, A17
  void large_amounts_are_exact_or_refused() {
    Purse ann = Purse.empty(scene);
    ann.add("90071992547409.93").expect(201); // 2^53 + 1 cents, which no double can tell
    assertThat(ann.get("").body()).contains("\"balance\":90071992547409.93,");
    ann.deduct(new BigDecimal("90071992547409.92")).expect(201);
    assertThat(ann.balance()).isEqualTo("0.01");
    ann.add(new BigDecimal("92233720368547758.06")).expect(201);
    assertThat(ann.get("").body()).contains("\"balance\":92233720368547758.07,");
    assertThat(ann.add("0.01").expect(400).at("/code")).isEqualTo("amount-out-of-range");
    assertThat(ann.add("92233720368547758.08").expect(400).at("/code"))
        .isEqualTo("amount-out-of-range");
    Purse bob = Purse.with(scene, "0.01");
    assertThat(bob.transfer(ann, "0.01").expect(400).at("/code")).isEqualTo("amount-out-of-range");
    assertThat(bob.balance()).isEqualTo("0.01");
    assertThat(ann.balance()).isEqualTo("92233720368547758.07");
  }
}
