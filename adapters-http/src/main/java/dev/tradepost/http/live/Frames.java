package dev.tradepost.http.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradepost.application.port.EventViews.Logged;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Events of orders as frames: the keys of source 004 ({@code orderId, event, trade, newStatus}),
 * and beside them {@code seq, at, kind, filledAmount, remainingAmount}.
 */
final class Frames {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** What each event of an order is called in a frame. */
  private static final Map<String, String> NAMES =
      Map.of(
          "order.created", "ORDER_CREATED",
          "order.state_changed", "STATUS_CHANGED",
          "order.payment_changed", "PAYMENT_STATUS_CHANGED",
          "fx_order.placed", "ORDER_CREATED",
          "fx_order.trade_added", "TRADE_ADDED",
          "fx_order.amended", "ORDER_AMENDED",
          "fx_order.cancelled", "STATUS_CHANGED");

  /** Where the new status stands in the data of an event, whichever it has. */
  private static final Set<String> STATUSES = Set.of("toState", "to", "status");

  private Frames() {}

  /** The events that make a frame. */
  static Set<String> types() {
    return NAMES.keySet();
  }

  /** The frame of an event; nothing for one that is not of an order. */
  static Optional<Frame> of(Logged event) {
    String name = NAMES.get(event.type());
    if (name == null) {
      return Optional.empty();
    }
    JsonNode data = read(event.data());
    if (data.has("fromState") && data.get("fromState").equals(data.get("toState"))) {
      return Optional.empty(); // An action that left the order where it was.
    }
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    String order = data.path("orderId").asText();
    frame.put("orderId", order);
    frame.put("event", name);
    if (data.has("trade")) {
      frame.set("trade", trade(data.get("trade")));
    }
    status(event, data).ifPresent(status -> frame.put("newStatus", status));
    frame.put("kind", event.type().startsWith("fx_") ? "FX" : "GOODS");
    copy(frame, "filledAmount", data.path("filled").path("amount"));
    copy(frame, "remainingAmount", data.path("remaining").path("amount"));
    copy(frame, "paymentStatus", data.path("paymentStatus"));
    frame.put("seq", event.seq());
    frame.put("at", event.occurredAt().toString());
    return Optional.of(new Frame(event.seq(), order, frame.toString()));
  }

  /** The first frame of a stream: it goes on after this number. */
  static String started(long seq) {
    return "{\"event\":\"STREAM_STARTED\",\"seq\":" + seq + "}";
  }

  /** A sign of life, with the last number there is. */
  static String heartbeat(long seq, Instant now) {
    return "{\"event\":\"HEARTBEAT\",\"seq\":" + seq + ",\"at\":\"" + now + "\"}";
  }

  /** The answer to a message: the stream has one direction. */
  static String onlyOneWay() {
    return "{\"event\":\"ERROR\",\"detail\":\"this socket tells and does not listen\"}";
  }

  private static Optional<String> status(Logged event, JsonNode data) {
    if (event.type().equals("fx_order.cancelled")) {
      return Optional.of("CANCELLED");
    }
    return STATUSES.stream().filter(data::hasNonNull).map(it -> data.get(it).asText()).findFirst();
  }

  private static ObjectNode trade(JsonNode data) {
    ObjectNode trade = JsonNodeFactory.instance.objectNode();
    trade.set("tradeId", data.path("id"));
    trade.set("executedAmount", data.path("executedAmount").path("amount"));
    trade.set("executedPrice", data.path("executedPrice"));
    return trade;
  }

  private static void copy(ObjectNode frame, String name, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      frame.set(name, value);
    }
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the data of an event is no JSON", e);
    }
  }
}
