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

/** S1-25, A21 to A27, A38: repeated requests and stale decisions. */
@ParameterizedClass
@EnumSource(Engine.class)
class IdempotencyJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Client ann;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = scene.customer();
  }

  @Test
  @DisplayName("A21: the same key and body answer the same bytes, with one effect")
  void a_repeated_request_answers_the_same_bytes() {
    String tea = scene.product("5", 10);
    Client keyed = ann.withKey(Scene.unique());
    Answer first = keyed.post("/orders", Scene.placing("direct", tea, 1)).expect(201);
    ann.put("/orders/" + first.at("/id") + "/cancel", null).expect(200);
    Answer again = keyed.post("/orders", Scene.placing("direct", tea, 1)).expect(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(scene.available(tea)).isEqualTo(10);
  }

  @Test
  @DisplayName("A22: the same key with another body is a 422 without effect")
  void a_key_belongs_to_one_request() {
    String tea = scene.product("5", 10);
    Client keyed = ann.withKey(Scene.unique());
    keyed.post("/orders", Scene.placing("direct", tea, 1)).expect(201);
    Answer other = keyed.post("/orders", Scene.placing("direct", tea, 2)).expect(422);
    assertThat(other.at("/code")).isEqualTo("key-reused");
    assertThat(scene.available(tea)).isEqualTo(9);
  }

  @Test
  @DisplayName("A23 A24: sixteen twins at once have one effect and one answer")
  void twins_have_one_effect() {
    String tea = scene.product("5", 100);
    Client keyed = ann.withKey(Scene.unique());
    Answer[] answers =
        Scene.together(16, i -> keyed.post("/orders", Scene.placing("direct", tea, 1)));
    assertThat(Arrays.stream(answers).map(Answer::status)).containsOnly(201);
    assertThat(Arrays.stream(answers).map(Answer::body).distinct()).hasSize(1);
    assertThat(scene.available(tea)).isEqualTo(99);
  }

  @Test
  @DisplayName("S1-25: paying eight times with one key pays once")
  void paying_with_one_key_pays_once() {
    String id = scene.order(ann, "checkout", "p6", 1);
    Client keyed = ann.withKey(Scene.unique());
    Answer[] answers = Scene.together(8, i -> Scene.pay(keyed, id, "success"));
    assertThat(Arrays.stream(answers).map(Answer::status)).contains(201).containsOnly(201, 409);
    assertThat(ann.get("/orders/" + id + "/payments").expect(200).json().at("/data")).hasSize(1);
    Answer replayed = Scene.pay(keyed, id, "success").expect(201);
    assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
    ann.put("/orders/" + id + "/cancel", null).expect(200);
    assertThat(Scene.pay(keyed, id, "success").expect(201).body()).isEqualTo(replayed.body());
  }

  @Test
  @DisplayName("A26: a key may be quoted; one too long or with control characters is refused")
  void keys_are_checked() {
    String key = Scene.unique();
    String body = Scene.placing("direct", "p6", 1);
    Answer bare = ann.withKey(key).post("/orders", body).expect(201);
    Answer quoted = ann.withKey("\"" + key + "\"").post("/orders", body).expect(201);
    assertThat(quoted.at("/id")).isEqualTo(bare.at("/id"));
    ann.withKey("k".repeat(255)).post("/orders", body).expect(201);
    ann.withKey("k".repeat(256)).post("/orders", body).expect(400);
    ann.withKey("a b").post("/orders", body).expect(400);
  }

  @Test
  @DisplayName("A27: two users may use the same key")
  void a_key_belongs_to_one_user() {
    String key = Scene.unique();
    String body = Scene.placing("direct", "p6", 1);
    Answer mine = ann.withKey(key).post("/orders", body).expect(201);
    Answer theirs = scene.customer().withKey(key).post("/orders", body).expect(201);
    assertThat(theirs.at("/id")).isNotEqualTo(mine.at("/id"));
  }

  @Test
  @DisplayName("A30: a refused try is not kept; the key may try again")
  void a_refused_try_may_be_repeated() {
    String tea = scene.product("5", 0);
    Client keyed = ann.withKey(Scene.unique());
    keyed.post("/orders", Scene.placing("direct", tea, 1)).expect(409);
    scene.stock(tea, "main", 1);
    keyed.post("/orders", Scene.placing("direct", tea, 1)).expect(201);
  }

  @Test
  @DisplayName("A38: a stale If-Match is a 412, and of two writers one wins")
  void a_stale_decision_is_refused() {
    String product = scene.product("5", 1);
    Client first = scene.staff.with("If-Match", "\"1\"");
    Answer[] answers =
        Scene.together(8, i -> first.patch("/products/" + product, Map.of("price", 6 + i)));
    assertThat(Arrays.stream(answers).map(Answer::status))
        .containsOnlyOnce(200)
        .containsOnly(200, 412);
    assertThat(first.patch("/products/" + product, Map.of("price", 5)).at("/code"))
        .isEqualTo("stale-version");
    Client order = ann.with("If-Match", "\"7\"");
    String id = scene.order(ann, "direct", "p6", 1);
    order.put("/orders/" + id + "/cancel", null).expect(412);
    ann.with("If-Match", "\"1\"").put("/orders/" + id + "/cancel", null).expect(200);
    ann.with("If-Match", "one").put("/orders/" + id + "/cancel", null).expect(400);
  }
}
