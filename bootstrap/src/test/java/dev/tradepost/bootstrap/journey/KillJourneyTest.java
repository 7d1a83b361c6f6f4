package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradepost.bootstrap.journey.Traffic.Kind;
import dev.tradepost.bootstrap.journey.Traffic.Write;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A97 in short: 8 wallets of 100, clients that transfer and order, {@code kill -9} in the middle, a
 * start on the same data; then nothing acknowledged is lost, nothing is there twice, and all adds
 * up. The long form has 16 clients and a hundred kills; {@code -Dkills} makes this one longer.
 */
class KillJourneyTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int ROUNDS = Integer.getInteger("kills", 2);

  @TempDir private Path directory;

  @ParameterizedTest // A97, A98, S3-06, S3-36, S3-53, S3-63, S3-64
  @EnumSource
  void what_was_acknowledged_outlives_a_kill(Engine engine) throws Exception {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("data", directory.resolve("data").toString());
    Path log = Files.createFile(directory.resolve("server.log"));
    try {
      killAndAudit(options, log);
    } catch (Exception | AssertionError e) {
      throw new AssertionError("seed " + SEED + ", server:\n" + Files.readString(log), e);
    }
  }

  private static void killAndAudit(Map<String, String> options, Path log) throws Exception {
    Random random = new Random(SEED);
    Traffic traffic = new Traffic();
    ServerProcess server = ServerProcess.start(options, log);
    try {
      traffic.arrive(server);
      for (int round = 0; round < ROUNDS; round++) {
        traffic.run(server, random.nextLong(), 80 + random.nextInt(120));
        server.close();
        server = ServerProcess.start(options, log);
        audit(server, traffic);
      }
    } finally {
      server.close();
    }
  }

  private static void audit(ServerProcess server, Traffic traffic) throws IOException {
    assertSound(server, traffic);
    Set<String> found = sent(server, traffic);
    assertThat(found).as("transfers").containsAll(made(traffic));
    assertThat(orders(server, traffic)).as("orders").containsAllEntriesOf(traffic.orders());

    Set<String> explained = made(traffic);
    for (Write write : traffic.unknown()) {
      traffic.send(server, write);
      assertThat(write.unknown()).as("%s", write).isFalse();
      if (write.wish.kind() == Kind.TRANSFER && write.done()) {
        assertThat(found.contains(write.made())).as("%s", write).isEqualTo(write.replayed());
        if (write.replayed()) {
          explained.add(write.made());
        }
      }
    }
    assertThat(found).as("transfers that were there").isEqualTo(explained);
    assertThat(sent(server, traffic)).as("transfers").isEqualTo(made(traffic));
    assertThat(orders(server, traffic)).as("orders").isEqualTo(traffic.orders());
    assertTotals(server, traffic);
    assertSound(server, traffic);
  }

  private static void assertSound(ServerProcess server, Traffic traffic) throws IOException {
    Answer proof = server.send("GET", "/admin/verify", traffic.staff, null, null).expect(200);
    assertThat(proof.at("/ok")).as("%s", proof.body()).isEqualTo("true");
  }

  private static Set<String> made(Traffic traffic) {
    Set<String> ids = new TreeSet<>();
    traffic.done(Kind.TRANSFER).forEach(write -> ids.add(write.made()));
    return ids;
  }

  /** The ids of all lines that say that money was sent; as many say that it was received. */
  private static Set<String> sent(ServerProcess server, Traffic traffic) throws IOException {
    Set<String> sent = new TreeSet<>();
    int received = 0;
    for (Traffic.Person person : traffic.people) {
      String path = "/wallet/" + person.wallet() + "/transactions.csv";
      String file = server.send("GET", path, person.token(), null, null).expect(200).body();
      for (List<String> line :
          file.lines().map(it -> List.of(it.replace("\"", "").split(",", 4))).toList()) {
        if (line.get(2).equals("TRANSFER_OUT")) {
          assertThat(sent.add(line.get(0))).as("%s is there once", line).isTrue();
        }
        received += line.get(2).equals("TRANSFER_IN") ? 1 : 0;
      }
    }
    assertThat(received).as("lines of money received").isEqualTo(sent.size());
    return sent;
  }

  /** Every order with its two statuses. */
  private static Map<String, String> orders(ServerProcess server, Traffic traffic)
      throws IOException {
    Map<String, String> orders = new TreeMap<>();
    String cursor = "";
    for (boolean more = true; more; ) {
      String path = "/orders?limit=100" + cursor;
      Answer page = server.send("GET", path, traffic.staff, null, null).expect(200);
      for (JsonNode order : page.json().at("/data")) {
        String standing = order.at("/status").asText() + " " + order.at("/paymentStatus").asText();
        orders.put(order.at("/id").asText(), standing);
      }
      more = page.at("/page/hasMore").equals("true");
      cursor = more ? "&cursor=" + page.at("/page/nextCursor") : "";
    }
    return orders;
  }

  private static void assertTotals(ServerProcess server, Traffic traffic) throws IOException {
    int[] dollars = new int[Traffic.PEOPLE];
    for (int i = 0; i < Traffic.PEOPLE; i++) {
      Traffic.Person person = traffic.people.get(i);
      String path = "/wallet/" + person.wallet();
      Answer wallet = server.send("GET", path, person.token(), null, null).expect(200);
      dollars[i] = new BigDecimal(wallet.at("/balance")).intValueExact();
    }
    assertThat(dollars).as("wallets").isEqualTo(traffic.dollars());
    assertThat(IntStream.of(dollars).sum() + traffic.inEscrow())
        .as("all money")
        .isEqualTo(Traffic.PEOPLE * Traffic.DOLLARS_EACH);

    Answer stock =
        server.send("GET", "/inventory/" + Traffic.PRODUCT, traffic.staff, null, null).expect(200);
    long open = traffic.orders().values().stream().filter(it -> it.startsWith("PLACED")).count();
    assertThat(stock.at("/available")).isEqualTo(String.valueOf(Traffic.IN_STOCK - open));
  }
}
