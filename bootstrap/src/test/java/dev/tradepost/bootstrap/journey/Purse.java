package dev.tradepost.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A customer nobody has seen before, and their wallet. */
record Purse(Client owner, String id) {

  static Purse empty(Scene scene) {
    Client owner = scene.customer();
    return new Purse(owner, owner.post("/wallet/create", null).expect(201).at("/walletId"));
  }

  /** With this many dollars in it. */
  static Purse with(Scene scene, String dollars) {
    Purse purse = empty(scene);
    purse.add(dollars).expect(201);
    return purse;
  }

  Answer add(Object amount) {
    return add(amount, Map.of());
  }

  Answer add(Object amount, Map<String, ?> more) {
    return move("/wallet/add", amount, more);
  }

  Answer deduct(Object amount) {
    return deduct(amount, Map.of());
  }

  Answer deduct(Object amount, Map<String, ?> more) {
    return move("/wallet/deduct", amount, more);
  }

  private Answer move(String route, Object amount, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("walletId", id);
    body.put("amount", amount);
    return owner.post(route, body);
  }

  Answer transfer(Purse payee, Object amount) {
    return owner.post("/wallet/transfer", transferring(payee.id, amount));
  }

  Map<String, Object> transferring(String payee, Object amount) {
    return Map.of("fromWalletId", id, "toWalletId", payee, "amount", amount);
  }

  /** What the owner gets at this path below the wallet's own. */
  Answer get(String path) {
    return owner.get("/wallet/" + id + path);
  }

  Answer post(String path, Object body) {
    return owner.post("/wallet/" + id + path, body);
  }

  String balance() {
    return get("").expect(200).at("/balance");
  }

  String available() {
    return get("").expect(200).at("/available");
  }

  /** One field of every line of the history, the latest line first. */
  List<String> history(String field) {
    List<String> values = new ArrayList<>();
    for (JsonNode line : get("/transactions?limit=100").expect(200).json().at("/data")) {
      values.add(line.at("/" + field).asText());
    }
    return values;
  }

  /** Asks again and again until the answer is as wished, for a minute at most. */
  static Answer until(Supplier<Answer> ask, Predicate<Answer> wished) {
    long start = System.nanoTime();
    Answer answer = ask.get();
    while (!wished.test(answer)) {
      if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(1)) {
        throw new AssertionError("still not after a minute: " + answer.body());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      answer = ask.get();
    }
    return answer;
  }
}
