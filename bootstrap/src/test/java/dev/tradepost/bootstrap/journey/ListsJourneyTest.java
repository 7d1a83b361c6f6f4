package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S0-55, S0-57, S0-60, S0-61: lists of orders, and many orders at once. */
@ParameterizedClass
@EnumSource(Engine.class)
class ListsJourneyTest {
  @Parameter Engine engine;
  private Scene scene;
  private Client ann;

  @BeforeEach
  void open() {
    scene = new Scene(engine.server());
    ann = scene.customer();
  }

  @Test
  @DisplayName("S0-55 S0-60 X-17: pages and cursors walk the whole list, newest first")
  void pages_and_cursors_walk_the_whole_list() {
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      placed.add(0, scene.order(ann, "direct", "p8", 1));
    }
    List<String> byPage = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      byPage.addAll(ids(ann.get("/orders?limit=2&page=" + page).expect(200)));
    }
    assertThat(byPage).isEqualTo(placed);

    List<String> byCursor = new ArrayList<>();
    String query = "?limit=2";
    while (query != null) {
      Answer page = ann.get("/orders" + query).expect(200);
      byCursor.addAll(ids(page));
      scene.order(ann, "direct", "p8", 1); // what comes in between does not shift the walk
      boolean more = page.json().at("/page/hasMore").asBoolean();
      query = more ? "?limit=2&cursor=" + page.at("/page/nextCursor") : null;
    }
    assertThat(byCursor).isEqualTo(placed);
    List<String> oldest = ids(ann.get("/orders?sort=createdAt&limit=100").expect(200));
    assertThat(oldest.get(0)).isEqualTo(placed.get(6));
  }

  private static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    for (JsonNode order : page.json().at("/data")) {
      ids.add(order.at("/id").asText());
    }
    return ids;
  }

  @Test
  @DisplayName("S0-61: filters by status, time, number and kind")
  void lists_are_filtered() {
    String kept = scene.order(ann, "direct", "p8", 1);
    String cancelled = scene.order(ann, "direct", "p8", 1);
    ann.put("/orders/" + cancelled + "/cancel", null).expect(200);
    assertThat(ids(ann.get("/orders?status=CANCELLED").expect(200))).containsExactly(cancelled);
    assertThat(ids(ann.get("/orders?status=PLACED&kind=GOODS").expect(200))).containsExactly(kept);
    Answer order = ann.get("/orders/" + kept).expect(200);
    String number = order.at("/orderNumber").toLowerCase(java.util.Locale.ROOT);
    assertThat(ids(ann.get("/orders?q=" + number).expect(200))).containsExactly(kept);
    assertThat(ids(ann.get("/orders?q=%25").expect(200))).isEmpty();
    ann.get("/orders?q=%00").expect(400);
    ann.get("/inventory?q=a%00").expect(400);
    String at = order.at("/createdAt");
    assertThat(ids(ann.get("/orders?from=" + at).expect(200))).contains(kept, cancelled);
    assertThat(ids(ann.get("/orders?to=" + at).expect(200))).isEmpty();
  }

  @Test
  @DisplayName("S0-57: a refused row spoils none of its neighbours")
  void many_orders_are_placed_at_once() {
    String rare = scene.product("3", 2);
    String body =
        """
        {"orders": [
          {"items": [{"productId": "%1$s", "quantity": 2}]},
          {"items": [{"productId": "nope", "quantity": 1}]},
          {"items": [{"productId": "%1$s", "quantity": 1}]},
          {"items": [{"productId": "p8", "quantity": 1}], "lifecycle": "checkout"}]%2$s}""";
    Answer bulk = ann.post("/orders/bulk", body.formatted(rare, "")).expect(200);
    assertThat(bulk.at("/results/0/status")).isEqualTo("PLACED");
    assertThat(bulk.at("/results/0/order/totalAmount")).isEqualTo("6");
    assertThat(bulk.at("/results/1/problem/code")).isEqualTo("unknown-product");
    assertThat(bulk.at("/results/1/problem/errors/0/pointer"))
        .isEqualTo("/orders/1/items/0/productId");
    assertThat(bulk.at("/results/2/problem/code")).isEqualTo("insufficient-stock");
    assertThat(bulk.at("/results/3/order/status")).isEqualTo("CREATED");
    assertThat(ids(ann.get("/orders").expect(200))).hasSize(2);

    String all = body.formatted(scene.product("3", 9), ", \"allOrNothing\": true");
    Answer refused = ann.post("/orders/bulk", all).expect(400);
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/orders/1/items/0/productId");
    assertThat(ids(ann.get("/orders").expect(200))).hasSize(2);
  }

  @Test
  @DisplayName("S0-57 S2-77 A21: many orders with a key are placed once and answered alike")
  void many_orders_with_a_key_are_placed_once() {
    String rare = scene.product("3", 240);
    String row = "{\"items\": [{\"productId\": \"%s\", \"quantity\": 1}]}".formatted(rare);
    String body = "{\"orders\": [" + (row + ",").repeat(249) + row + "]}";
    Client keyed = ann.withKey(Scene.unique());
    Answer first = keyed.post("/orders/bulk", body).expect(200);
    Answer again = keyed.post("/orders/bulk", body).expect(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.json().at("/results")).hasSize(250);
    assertThat(first.at("/results/239/status")).isEqualTo("PLACED");
    assertThat(first.at("/results/249/index")).isEqualTo("249");
    assertThat(first.at("/results/249/problem/errors/0/pointer")).isEqualTo("/orders/249");
    assertThat(scene.available(rare)).isZero();
    keyed.post("/orders/bulk", "{\"orders\": [" + row + "]}").expect(422, "key-reused");
  }

  @Test
  @DisplayName("S0-57 S0-49 S2-50: a thousand orders in one request, every number its own")
  void a_thousand_orders_are_placed_by_one_request() {
    String tea = scene.product("1", 1_000);
    String row = "{\"items\": [{\"productId\": \"%s\", \"quantity\": 1}]}".formatted(tea);
    String rows = (row + ",").repeat(999) + row;
    Answer bulk = ann.post("/orders/bulk", "{\"orders\": [" + rows + "]}").expect(200);
    HashSet<String> numbers = new HashSet<>();
    for (JsonNode result : bulk.json().at("/results")) {
      numbers.add(result.at("/order/orderNumber").asText());
    }
    assertThat(numbers).hasSize(1_000);
    assertThat(scene.available(tea)).isZero();
    ann.post("/orders/bulk", "{\"orders\": [" + rows + "," + row + "]}").expect(400);
  }
}
