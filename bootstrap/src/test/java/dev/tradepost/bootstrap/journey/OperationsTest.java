package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server shows of itself, to everybody. */
class OperationsTest {
  private final Client nobody = Engine.H2.server().anonymous();

  @Test
  void health_is_told_without_a_token() {
    assertThat(nobody.get("/health/live").expect(200).at("/status")).isEqualTo("UP");
    assertThat(nobody.get("/health/ready").expect(200).at("/status")).isEqualTo("UP");
  }

  @Test
  void metrics_have_routes_and_codes_but_no_ids() {
    Client ann = Engine.H2.server().client("metric-ann", "customer");
    String id = "01a1fbba-c1de-79eb-9f51-ad525cdb6a10";
    ann.get("/orders/" + id).expect(404);
    String metrics = nobody.get("/metrics").expect(200).body();
    assertThat(metrics)
        .contains("http_server_requests_seconds_count{exception=\"order-not-found\"")
        .contains("uri=\"/orders/{id}\"")
        .contains("tradepost_usecase_seconds_count")
        .contains("jvm_memory_used_bytes")
        .doesNotContain(id, "metric-ann");
  }

  @Test
  void the_contract_is_openapi_3_1_in_both_forms() {
    assertThat(nobody.get("/openapi.json").expect(200).at("/openapi")).startsWith("3.1");
    assertThat(nobody.get("/openapi.yaml").expect(200).body()).contains("openapi: ");
  }

  @Test
  void swagger_ui_needs_no_network() {
    Answer page = nobody.get("/docs").expect(200);
    assertThat(page.body()).contains("swagger-ui-bundle.js").doesNotContain("http://", "https://");
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "init.js")) {
      assertThat(nobody.get("/docs/" + file).expect(200).body()).isNotBlank();
    }
    nobody.get("/docs/..%2Fopenapi.yaml").expect(404);
    nobody.get("/docs/nothing.js").expect(404);
    assertThat(nobody.get("/").expect(302).header("Location")).endsWith("/docs");
  }

  @Test
  void every_problem_s_type_leads_to_its_explanation() {
    Answer problem = nobody.get("/cart").expect(401);
    String[] type = problem.at("/type").split("#");
    assertThat(nobody.get(type[0]).expect(200).body()).contains("id=\"" + type[1] + "\"");
  }

  @Test
  void the_demo_hands_out_tokens() {
    Map<String, String> staff = Map.of("userId", "sam", "role", "staff");
    String token = nobody.post("/auth/token", staff).expect(200).at("/token");
    Client sam = Client.of(Engine.H2.server().port(), token);
    sam.post("/warehouses", Map.of("name", "North")).expect(201);
    nobody.post("/auth/token", Map.of("userId", "sam", "role", "king")).expect(400);
    nobody.post("/auth/token", Map.of("userId", "a b")).expect(400);
  }
}
