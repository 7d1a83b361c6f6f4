package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.tradepost.bootstrap.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Transfers that wait for a word, in a shop that asks for one. */
@ParameterizedClass
@EnumSource(Engine.class)
class ApprovalJourneyTest {
  private static final Pattern CODE = Pattern.compile("to (\\S+): .* is (\\d{6})\\. ");
  private static final Logger MESSAGES =
      (Logger) LoggerFactory.getLogger("dev.tradepost.bootstrap.LoggedMessages");
  private static TestServer server;

  @Parameter Engine engine;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> phone =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          sent.add(event.getFormattedMessage());
        }
      };
  private Scene scene;
  private Purse ann;
  private Purse bob;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("approval-above", "1000");
    options.put("fraud-rules", "velocity 30 block; new-payee 5000 review; new-payee 8000 block");
    server = TestServer.start(options);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    phone.start();
    MESSAGES.addAppender(phone);
    scene = new Scene(server);
    ann = Purse.with(scene, "20000");
    bob = Purse.empty(scene);
  }

  @AfterEach
  void hangUp() {
    MESSAGES.detachAppender(phone);
  }

  /** The latest code the owner was sent. */
  private String code() {
    Matcher message = CODE.matcher(sent.get(sent.size() - 1));
    assertThat(message.find()).isTrue();
    assertThat(message.group(1)).isEqualTo(ann.get("").at("/userId"));
    return message.group(2);
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private Answer confirm(String approval, String code) {
    return ann.owner().post(path(approval) + "/confirm", Map.of("otp", code));
  }

  private static String path(String approval) {
    return "/wallet/approvals/" + approval;
  }

  @Test // S3-70
  void a_large_transfer_waits_for_the_owner_s_code() {
    assertThat(ann.transfer(bob, 1000).expect(201).at("/amount")).isEqualTo("1000");
    assertThat(sent).isEmpty();
    Answer waiting = ann.transfer(bob, "1000.01").expect(202);
    assertThat(waiting.at("/approver")).isEqualTo("OWNER");
    assertThat(bob.balance()).isEqualTo("1000");
    assertThat(ann.available()).isEqualTo("19000");
    String code = code();
    String id = waiting.at("/approvalId");
    Answer read = ann.owner().get(waiting.header("Location")).expect(200);
    assertThat(read.json()).isEqualTo(waiting.json());
    Answer done = confirm(id, code).expect(201);
    assertThat(done.at("/type")).isEqualTo("TRANSFER_OUT");
    assertThat(done.at("/balanceAfter")).isEqualTo("17999.99");
    assertThat(bob.balance()).isEqualTo("2000.01");
    Answer again = confirm(id, code).expect(409);
    assertThat(again.at("/code")).isEqualTo("approval-ended");
    assertThat(ann.owner().get(path(id)).expect(200).at("/status")).isEqualTo("CONFIRMED");
    for (Answer answer : List.of(waiting, read, done, again)) {
      assertThat(answer.body().replaceAll("[0-9a-f-]{36}|\\.\\d{6}Z", "")).doesNotContain(code);
    }
    assertThat(bob.balance()).isEqualTo("2000.01");
  }

  @Test // S3-70
  void the_third_wrong_code_ends_the_approval() {
    String id = ann.transfer(bob, 2000).expect(202).at("/approvalId");
    String code = code();
    for (int i = 0; i < 3; i++) {
      assertThat(ann.owner().get(path(id)).at("/status")).isEqualTo("WAITING");
      Answer refused = confirm(id, wrong(code)).expect(403);
      assertThat(refused.at("/code")).isEqualTo("wrong-code");
      assertThat(refused.at("/errors/0/pointer")).isEqualTo("/otp");
    }
    assertThat(confirm(id, code).expect(409).at("/code")).isEqualTo("approval-ended");
    assertThat(ann.owner().get(path(id)).at("/status")).isEqualTo("REJECTED");
    assertThat(bob.balance()).isEqualTo("0");
  }

  @Test // S3-70
  void a_code_is_good_for_one_transfer_and_one_owner() {
    String first = ann.transfer(bob, 2000).expect(202).at("/approvalId");
    String code = code();
    String second = ann.transfer(bob, 3000).expect(202).at("/approvalId");
    if (!code().equals(code)) {
      confirm(second, code).expect(403);
    }
    Map<String, String> body = Map.of("otp", code);
    for (String how : List.of("/confirm", "/reject")) {
      Answer refused = bob.owner().post(path(first) + how, how.equals("/confirm") ? body : null);
      assertThat(refused.expect(404).at("/code")).isEqualTo("approval-not-found");
    }
    bob.owner().get(path(first)).expect(404);
    ann.owner().get(path("nope")).expect(404);
    ann.owner().get(path(UUID.randomUUID().toString())).expect(404);
    ann.owner().post(path(first) + "/confirm", null).expect(400);
    ann.owner().post(path(first) + "/confirm", Map.of("otp", 123456)).expect(400);
    Answer[] answers = Scene.together(6, i -> confirm(first, code));
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(bob.balance()).isEqualTo("2000");
    assertThat(ann.owner().post(path(second) + "/reject", null).expect(200).at("/status"))
        .isEqualTo("REJECTED");
    ann.owner().post(path(second) + "/reject", null).expect(409);
  }

  @Test // S3-64, S3-70
  void a_repeated_request_sends_no_second_code() {
    Purse keyed = new Purse(ann.owner().withKey(Scene.unique()), ann.id());
    Answer waiting = keyed.transfer(bob, 2000).expect(202);
    Answer again = keyed.transfer(bob, 2000).expect(202);
    assertThat(again.body()).isEqualTo(waiting.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(sent).hasSize(1);
    String confirm = path(waiting.at("/approvalId")) + "/confirm";
    Client once = ann.owner().withKey(Scene.unique());
    Map<String, String> miss = Map.of("otp", wrong(code()));
    for (int i = 0; i < 4; i++) {
      once.post(confirm, miss).expect(403); // one try, however often it is repeated
    }
    ann.owner().post(confirm, Map.of("otp", code())).expect(201);
  }

  @Test // S3-70
  void an_approved_transfer_is_asked_all_other_rules_again() {
    String id = ann.transfer(bob, 4000).expect(202).at("/approvalId");
    String code = code();
    ann.deduct(17000).expect(201);
    assertThat(confirm(id, code).expect(400).at("/code")).isEqualTo("insufficient-funds");
    ann.add(5000).expect(201);
    confirm(id, code).expect(201);
    assertThat(ann.balance()).isEqualTo("4000");
  }

  @Test // S3-67
  void the_staff_decide_about_what_a_rule_finds_suspicious() {
    Answer waiting = ann.transfer(bob, 6000).expect(202);
    assertThat(waiting.at("/approver")).isEqualTo("STAFF");
    assertThat(sent).isEmpty();
    String review = waiting.header("Location");
    assertThat(confirm(waiting.at("/approvalId"), "000000").expect(403).at("/code"))
        .isEqualTo("staff-approves");
    assertThat(scene.staff.get(review).expect(200).at("/status")).isEqualTo("WAITING");
    assertThat(scene.staff.post(review + "/reject", "{}").expect(200).at("/status"))
        .isEqualTo("REJECTED");
    scene.staff.post(review + "/confirm", null).expect(409);
    assertThat(bob.balance()).isEqualTo("0");
    String second = ann.transfer(bob, 6000).expect(202).header("Location");
    assertThat(scene.staff.post(second + "/confirm", null).expect(201).at("/walletId"))
        .isEqualTo(ann.id());
    assertThat(bob.balance()).isEqualTo("6000");
    assertThat(ann.transfer(bob, 6000).expect(202).at("/approver")).isEqualTo("OWNER");
  }

  @Test // S3-67
  void a_blocked_transfer_leaves_a_decision_that_staff_can_read() {
    Answer blocked = ann.transfer(bob, 9000).expect(403);
    assertThat(blocked.at("/code")).isEqualTo("transfer-blocked");
    assertThat(blocked.body()).doesNotContain("new-payee", "8000");
    assertThat(ann.history("amount")).containsExactly("20000");
    ann.transfer(bob, 1).expect(201);
    String path = "/wallet/" + ann.id() + "/decisions";
    Answer decisions = scene.staff.get(path).expect(200);
    assertThat(decisions.at("/data/0/verdict")).isEqualTo("ALLOW");
    assertThat(decisions.json().at("/data/0/findings")).isEmpty();
    assertThat(decisions.at("/data/1/verdict")).isEqualTo("BLOCK");
    assertThat(decisions.at("/data/1/payeeWalletId")).isEqualTo(bob.id());
    assertThat(decisions.at("/data/1/findings/1"))
        .isEqualTo("new-payee: 9000.00 USD > 8000.00 USD, never paid before");
    Answer first = scene.staff.get(path + "?limit=1").expect(200);
    String next = path + "?limit=1&cursor=" + first.at("/page/nextCursor");
    assertThat(scene.staff.get(next).expect(200).at("/data/0/verdict")).isEqualTo("BLOCK");
    assertThat(ann.owner().get(path).expect(403).at("/code")).isEqualTo("staff-only");
    scene.staff.get("/wallet/nope/decisions").expect(404);
    assertThat(scene.staff.get("/wallet/" + bob.id() + "/decisions").json().at("/data")).isEmpty();
  }

  @Test // S3-67
  void too_many_debits_in_a_minute_are_blocked() {
    for (int i = 0; i < 30; i++) {
      ann.deduct(1).expect(201);
    }
    assertThat(ann.transfer(bob, 1).expect(403).at("/code")).isEqualTo("transfer-blocked");
    scene.staff.post("/wallet/transfer", ann.transferring(bob.id(), 9000)).expect(201);
    assertThat(bob.balance()).isEqualTo("9000");
  }
}
