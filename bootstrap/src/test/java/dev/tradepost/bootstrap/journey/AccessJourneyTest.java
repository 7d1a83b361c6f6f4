package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** X-07, A42 to A48: who may do what. */
@ParameterizedClass
@EnumSource(Engine.class)
class AccessJourneyTest {
  private static final Algorithm OTHER = Algorithm.HMAC256("0123456789".repeat(4));

  @Parameter Engine engine;
  private Scene scene;
  private Client ann;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = scene.customer();
  }

  @Test
  @DisplayName("A42: without a token nothing of the shop is there")
  void without_a_token_nothing_is_there() {
    Client nobody = engine.server().anonymous();
    for (String path : List.of("/orders", "/cart", "/products", "/inventory", "/warehouses")) {
      Answer refused = nobody.get(path).expect(401);
      assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(refused.at("/code")).isEqualTo("unauthenticated");
    }
    nobody.with("Authorization", "Basic YTpi").get("/cart").expect(401);
    nobody.with("Authorization", "Bearer nonsense").get("/cart").expect(401);
  }

  @Test
  @DisplayName("A43 A44: forged, unsigned, expired and foreign tokens are refused")
  void tokens_of_others_are_refused() {
    String good = engine.server().token("eve", "customer");
    String unsigned =
        base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good.split("\\.")[1] + ".";
    Instant later = Instant.now().plusSeconds(3600);
    String foreign =
        JWT.create()
            .withIssuer("tradepost")
            .withAudience("tradepost")
            .withSubject("eve")
            .withClaim("role", "admin")
            .withExpiresAt(later)
            .sign(OTHER);
    String tampered = good.substring(0, good.length() - 4) + "AAAA";
    for (String token : List.of(unsigned, foreign, tampered, good + "x")) {
      Client.of(engine.server().port(), token).get("/cart").expect(401);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("A45: another user's order is not there, and nothing happens to it")
  void the_order_of_another_user_is_not_there() {
    String id = scene.order(ann, "checkout", "p7", 1);
    Client eve = scene.customer();
    String path = "/orders/" + id;
    eve.get(path).expect(404);
    eve.get(path + "/status").expect(404);
    eve.get(path + "/timeline").expect(404);
    eve.get(path + "/payments").expect(404);
    eve.put(path + "/cancel", null).expect(404);
    eve.patch(path + "/status", Map.of("status", "CANCELLED")).expect(404);
    Scene.pay(eve, id, "success").expect(404);
    assertThat(ann.get(path).expect(200).at("/version")).isEqualTo("1");
    scene.staff.get(path).expect(200);
  }

  @Test
  @DisplayName("A46 S0-55: everybody lists their own orders; staff all, or those of a user")
  void everybody_lists_their_own_orders() {
    String id = scene.order(ann, "direct", "p7", 1);
    Client eve = scene.customer();
    String ofAnn = ann.get("/orders/" + id).at("/userId");
    for (String query : List.of("", "?status=PLACED", "?sort=createdAt", "?page=2", "?q=ORD")) {
      assertThat(eve.get("/orders" + query).expect(200).json().at("/data")).isEmpty();
    }
    eve.get("/orders?userId=" + ofAnn).expect(403);
    ann.get("/orders?userId=" + ofAnn).expect(200);
    Answer seen = scene.staff.get("/orders?userId=" + ofAnn).expect(200);
    assertThat(seen.at("/data/0/id")).isEqualTo(id);
    assertThat(seen.json().at("/data")).hasSize(1);
  }

  @Test
  @DisplayName("A47 T-05 S0-19: what the server decides cannot be sent")
  void prices_and_status_cannot_be_sent() {
    String body =
        """
        {"items": [{"productId": "p7", "quantity": 1, "unitPrice": 1, "total": 1}],
         "totalAmount": 1, "status": "PAID", "role": "admin"}""";
    Answer refused = ann.post("/orders", body).expect(400);
    assertThat(refused.json().at("/errors")).hasSize(5);
    assertThat(refused.body()).contains("\"/items/0/unitPrice\"", "\"/totalAmount\"");
    Map<String, Object> foreign =
        Map.of("userId", "bob", "items", List.of(Map.of("productId", "p7", "quantity", 1)));
    assertThat(ann.post("/orders", foreign).expect(403).at("/code")).isEqualTo("not-for-others");
    assertThat(scene.staff.post("/orders", foreign).expect(201).at("/userId")).isEqualTo("bob");
  }

  @Test
  @DisplayName("A48: what is the staff's is a 403 to customers")
  void the_staff_s_work_is_not_for_customers() {
    String id = scene.order(ann, "checkout", "p7", 1);
    ann.post("/products", Map.of("name", "Mine", "price", 1)).expect(403);
    ann.patch("/products/p7", Map.of("price", 1)).expect(403);
    ann.put("/inventory/p7/main", Map.of("onHand", 1)).expect(403);
    ann.post("/warehouses", Map.of("name", "Mine")).expect(403);
    ann.post("/orders/" + id + "/confirm", null).expect(403);
    Answer refused = ann.post("/orders/" + id + "/shipments", null).expect(403);
    assertThat(refused.at("/code")).isEqualTo("staff-only");
  }
}
