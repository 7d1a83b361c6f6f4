package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The live proof that nothing was lost or invented. */
@ParameterizedClass
@EnumSource(Engine.class)
class VerifyJourneyTest {
  @Parameter Engine engine;

  @Test // S3-52, S3-54, S3-56
  void staff_see_that_everything_adds_up() {
    Scene scene = new Scene(engine.server());
    Purse ann = Purse.with(scene, "100");
    Purse bob = Purse.empty(scene);
    ann.transfer(bob, 10).expect(201);
    ann.post("/holds", Map.of("amount", 5)).expect(201);
    String order = scene.order(ann.owner(), "checkout", scene.product("7", 5), 2);
    Map<String, String> wallet = Map.of("method", "WALLET");
    ann.owner().post("/orders/" + order + "/payments", wallet).expect(201);
    Map<String, Object> some = Map.of("amount", 3, "reason", "Arrived late");
    scene.staff.post("/orders/" + order + "/refunds", some).expect(201);

    Answer proof = scene.staff.get("/admin/verify").expect(200);
    assertThat(proof.at("/ok")).as(proof.body()).isEqualTo("true");
    assertThat(proof.json().at("/checks")).hasSizeGreaterThan(10);
    for (JsonNode check : proof.json().at("/checks")) {
      assertThat(check.at("/ok").asBoolean()).as(check.toString()).isTrue();
      assertThat(check.at("/rows")).isEmpty();
    }
  }

  @Test // A42, A48
  void the_proof_is_the_staff_s() {
    Scene scene = new Scene(engine.server());
    assertThat(scene.customer().get("/admin/verify").expect(403).at("/code"))
        .isEqualTo("staff-only");
    engine.server().anonymous().get("/admin/verify").expect(401);
    scene.staff.get("/admin/verify?all=1").expect(400);
  }
}
