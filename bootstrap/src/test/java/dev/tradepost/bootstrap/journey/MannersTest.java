package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A01 to A14, A111, A114, A121: what every client meets, whatever it asks for. */
class MannersTest {
  private Client ann;
  private String token;

  @BeforeEach
  void open() {
    token = Engine.H2.server().token("customer-" + Scene.unique(), "customer");
    ann = Client.of(Engine.H2.server().port(), token);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "S0-36 | {\"items\": []} | /items | not-empty",
        "S0-35 | {\"items\": [{\"productId\": \"p1\", \"quantity\": 0}]} | /items/0/quantity"
            + " | min",
        "S0-18 | {\"items\": [{\"productId\": \"p1\", \"quantity\": -1}]}"
            + " | /items/0/quantity | min",
        "A02 | {\"items\": [{\"productId\": \"p1\", \"quantity\": 1.5}]}"
            + " | /items/0/quantity | type",
        "A02 | {\"items\": [{\"productId\": \"p1\", \"quantity\": \"2\"}]}"
            + " | /items/0/quantity | type",
        "A02 | {\"items\": [{\"productId\": \"p1\", \"quantity\": true}]}"
            + " | /items/0/quantity | type",
        "A02 | {\"items\": [{\"productId\": \"p1\", \"quantity\": null}]}"
            + " | /items/0/quantity | not-null",
        "A02 | {\"items\": [{\"productId\": \"p1\", \"quantity\": 2147483648}]} | /items/0/quantity"
            + " | out-of-range",
        "A02 | {\"items\": [{\"productId\": \"p1\"}]} | /items/0/quantity | not-null",
        "A08 | {\"itemz\": [], \"items\": [{\"productId\": \"p1\", \"quantity\": 1}]}"
            + " | /itemz | unknown",
        "A10 | {\"items\": [{\"productId\": \"p\\u0000\", \"quantity\": 1}]} | /items/0/productId"
            + " | characters",
        "A10 | {\"items\": [{\"productId\": \"p\\ud800\", \"quantity\": 1}]}"
            + " | /items/0/productId | characters",
        "A01 | {\"items\": {}} | /items | type",
        "A01 | {\"items\": [7]} | /items/0 | type",
        "A01 | {\"items\": [null]} | /items/0 | not-null",
        "A06 | [] | '' | type",
        "A06 | 5 | '' | type",
      })
  void a_wrong_field_is_named(String id, String body, String pointer, String code) {
    Answer refused = ann.post("/orders", body).expect(400);
    assertThat(refused.at("/code")).as(id).isEqualTo("invalid-request");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(refused.at("/errors/0/code")).isEqualTo(code);
    assertThat(refused.at("/errors/0/message")).isNotBlank();
  }

  @Test
  @DisplayName("all field errors are told at once")
  void all_wrong_fields_are_named_at_once() {
    String body =
        """
        {"items": [{"productId": 7, "quantity": 0}, {"quantity": 1.5}], "extra": {"a": [1]},
         "lifecycle": ""}""";
    assertThat(ann.post("/orders", body).expect(400).json().at("/errors")).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A06 | {} {}",
        "A06 | ''",
        "A06 | null",
        "A06 | {\"items\": NaN}",
        "A06 | {",
        "A06 | nope",
        "A05 | {\"items\": [], \"items\": []}"
      })
  void what_is_no_single_json_object_is_refused(String id, String body) {
    Answer refused = ann.post("/orders", body).expect(400);
    assertThat(refused.at("/code")).as(id).isEqualTo("malformed-json");
    assertThat(refused.body()).doesNotContain("dev.tradepost", "jackson", "java.");
  }

  @Test
  @DisplayName("A114: depth and length cost nothing")
  void very_deep_and_very_long_json_is_refused() {
    ann.post("/orders", "[".repeat(50_000) + "]".repeat(50_000)).expect(400);
    ann.post("/orders", "{\"items\": " + "9".repeat(10_000) + "}").expect(400);
    String many = "{\"productId\":\"p1\",\"quantity\":1},".repeat(10_000);
    ann.post("/orders", "{\"items\": [" + many + "{}]}").expect(400);
    Answer large = ann.post("/orders", "{\"x\": \"" + "y".repeat(1_100_000) + "\"}").expect(413);
    assertThat(large.at("/code")).isEqualTo("body-too-large");
  }

  @Test
  @DisplayName("A07: a body that is not UTF-8 is refused, not mended")
  void a_body_that_is_not_utf_8_is_refused() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("{\"lifecycle\": \"".getBytes(StandardCharsets.UTF_8));
    body.write(new byte[] {(byte) 0xff, (byte) 0xfe});
    body.write("\", \"items\": []}".getBytes(StandardCharsets.UTF_8));
    String head =
        "POST /orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.size()
            + "\r\n\r\n";
    String answer = raw(head, body.toByteArray());
    assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed-json");
  }

  @Test
  @DisplayName("A111: requests that break HTTP's limits are problems too")
  void requests_past_the_limits_are_problems() throws IOException {
    String path = "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(raw(path, new byte[0])).startsWith("HTTP/1.1 414").contains("problem+json");
    String header =
        "GET /cart HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: "
            + "a".repeat(9_000)
            + "\r\n\r\n";
    assertThat(raw(header, new byte[0])).startsWith("HTTP/1.1 431").contains("problem+json");
  }

  private static String raw(String head, byte[] body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", Engine.H2.server().port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisplayName("A09: routes, methods, media types")
  void wrong_routes_methods_and_types_are_problems() {
    for (String accept : List.of("*/*", "text/html", "application/json")) {
      Answer nowhere = ann.with("Accept", accept).get("/nowhere").expect(404);
      assertThat(nowhere.header("Content-Type")).startsWith("application/problem+json");
    }
    Answer method = ann.delete("/orders").expect(405);
    assertThat(method.header("Allow")).contains("GET").contains("POST");
    assertThat(ann.with("Accept", "text/html").get("/cart").expect(406).at("/code"))
        .isEqualTo("not-acceptable");
    Answer type = ann.with("Content-Type", "text/xml").post("/orders", "<a/>").expect(415);
    assertThat(type.at("/code")).isEqualTo("unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0",
    "limit=-1",
    "limit=abc",
    "limit=1000000000",
    "page=0",
    "page=10001",
    "cursor=zzz",
    "page=2&cursor=MjAyNi0wMS0wMVQwMDowMDowMFogeA",
    "cursor=MjAyNi0wMS0wMVQwMDowMDowMFogeA",
    "from=yesterday",
    "to=%2B999999-01-01T00:00:00Z",
    "status=NOPE",
    "sort=price",
    "kind=SHARES",
    "limit=1&limit=2",
    "colour=red"
  })
  @DisplayName("A11: a wrong parameter is refused and named")
  void a_wrong_parameter_is_named(String query) {
    Answer refused = ann.get("/orders?" + query).expect(400);
    assertThat(refused.at("/code")).isIn("invalid-parameter", "invalid-cursor");
    ann.get("/orders?page=9999").expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "USD,0.001,400",
    "JPY,0.1,400",
    "KWD,0.001,201",
    "USD,0,400",
    "USD,-5,400",
    "USD,-0.00,400",
    "USD,1e-400,400",
    "USD,1e10000000,400",
    "USD,1e1000000000,400",
    "USD,1e99999999999,400",
    "USD,92233720368547758.07,201",
    "USD,92233720368547758.08,400",
    "XAU,1,400",
    "usd,1,400"
  })
  @DisplayName("X-14 A13 A14 A15: amounts are exact or refused")
  void amounts_are_exact_or_refused(String currency, String price, int status) {
    Client staff = Engine.H2.server().client("sam", "staff");
    String body =
        "{\"name\": \"Thing\", \"price\": %s, \"currency\": \"%s\"}".formatted(price, currency);
    Answer answer = staff.post("/products", body).expect(status);
    if (status == 201) {
      assertThat(answer.body()).contains("\"price\":" + price + ",");
      String text = body.replace(price, "\"" + price + "\"");
      assertThat(staff.post("/products", text).expect(201).at("/price")).isEqualTo(price);
    }
  }

  @Test
  @DisplayName("A121: answers cannot be framed, sniffed or cached")
  void answers_are_hardened() {
    Answer answer = ann.get("/cart").expect(200);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(ann.with("X-Request-Id", "mine-1").get("/cart").header("X-Request-Id"))
        .isEqualTo("mine-1");
    assertThat(ann.with("X-Request-Id", "a b").get("/cart").header("X-Request-Id"))
        .isNotEqualTo("a b");
    assertThat(answer.headers().map().keySet()).doesNotContain("server");
  }

  @Test
  @DisplayName("product and stock rules over HTTP")
  void what_the_catalogue_refuses_has_its_own_code() {
    Client staff = Engine.H2.server().client("sam", "staff");
    String id = "thing-" + Scene.unique();
    Map<String, Object> thing = Map.of("id", id, "name", "Thing", "price", 5);
    staff.post("/products", thing).expect(201);
    assertThat(staff.post("/products", thing).expect(409).at("/code")).isEqualTo("product-exists");
    staff.patch("/products/" + id, "{}").expect(400);
    staff.patch("/products/nope", Map.of("price", 1)).expect(404);
    staff.put("/inventory/" + id + "/nowhere", Map.of("onHand", 1)).expect(404);
    staff.put("/inventory/nope/main", Map.of("onHand", 1)).expect(404);
    staff.put("/inventory/" + id + "/main", Map.of("onHand", -1)).expect(400);
    staff.put("/inventory/" + id + "/main", Map.of("onHand", 3)).expect(200);
    ann.post("/orders", Scene.placing("direct", id, 2)).expect(201);
    Answer less = staff.put("/inventory/" + id + "/main", Map.of("onHand", 1)).expect(409);
    assertThat(less.at("/code")).isEqualTo("on-hand-below-reserved");
    ann.get("/products/a%20b").expect(404);
  }
}
