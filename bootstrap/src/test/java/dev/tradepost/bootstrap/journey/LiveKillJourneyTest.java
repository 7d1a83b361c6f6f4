package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two customers write and listen, two hundred events a second. First a listener is cut off again
 * and again, then the server is killed with {@code kill -9}, before it has told all that it has
 * acknowledged. Who resumes with the last number it saw hears every event of its own orders once,
 * in order, and none of anybody else's.
 */
class LiveKillJourneyTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int CUTS = 40;
  private static final int KILLS = Integer.getInteger("kills", 3);

  /** So often at most, where no kill comes between a commit and its frame. */
  private static final int MOST_KILLS = KILLS + 7;

  @TempDir private Path directory;
  private final Random random = new Random(SEED);
  private final FxTraffic traffic = new FxTraffic();
  private Ear ann;
  private Ear ben;

  /** What a user has heard, over all connections. */
  private static final class Ear {
    private final String user;
    private final String token;
    private final List<JsonNode> heard = new ArrayList<>();
    private long since;

    Ear(ServerProcess server, String user) throws IOException {
      this.user = user;
      this.token = server.token(user, "customer");
    }

    LiveClient resume(ServerProcess server) {
      LiveClient live = LiveClient.withToken(server.port(), token, "?since=" + since);
      assertThat(live.started()).isEqualTo(since);
      return live;
    }

    void take(JsonNode frame) {
      long seq = frame.path("seq").asLong();
      assertThat(seq).as("%s hears %s", user, frame).isGreaterThan(since);
      heard.add(frame);
      since = seq;
    }

    void takeRest(LiveClient live) {
      live.rest().forEach(this::take);
      live.close();
    }

    List<String> told() {
      return heard.stream().map(FxTraffic::told).toList();
    }
  }

  @ParameterizedTest // A86, A97
  @EnumSource
  void nothing_is_missed_or_told_twice_whoever_is_killed(Engine engine) throws Exception {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("data", directory.resolve("data").toString());
    Path log = Files.createFile(directory.resolve("server.log"));
    try {
      killAndAudit(options, log);
    } catch (Exception | AssertionError e) {
      throw new AssertionError("seed " + SEED + ", server:\n" + Files.readString(log), e);
    }
  }

  private void killAndAudit(Map<String, String> options, Path log) throws Exception {
    ServerProcess server = ServerProcess.start(options, log);
    try {
      ann = new Ear(server, "ann");
      ben = new Ear(server, "ben");
      traffic.add(ann.user, ann.token, 4, random);
      traffic.add(ben.user, ben.token, 2, random);
      cutOff(server);
      Set<String> late = new HashSet<>();
      for (int kill = 0; kill < KILLS || late.isEmpty() && kill < MOST_KILLS; kill++) {
        late.addAll(kill(server));
        server.close();
        server = ServerProcess.start(options, log);
        traffic.settle(server);
      }
      assertThat(late).as("acknowledged before a kill, and not told before it").isNotEmpty();
      audit(server, ann);
      audit(server, ben);
      assertThat(ann.told()).as("what the dead had not told").containsAll(late);
    } finally {
      server.close();
    }
  }

  /** Ann is cut off without a word, with frames on the way to her, while Ben listens on. */
  private void cutOff(ServerProcess server) throws InterruptedException {
    try (LiveClient steady = ben.resume(server)) {
      FxTraffic.Load load = traffic.begin(server, Integer.MAX_VALUE);
      try {
        for (int cut = 0; cut < CUTS; cut++) {
          hearALittle(server);
        }
      } finally {
        load.stop();
      }
      hearAll(steady, ben);
    }
  }

  private void hearALittle(ServerProcess server) {
    try (LiveClient live = ann.resume(server)) {
      for (int frames = 1 + random.nextInt(8); frames > 0; frames--) {
        ann.take(live.next());
      }
    }
  }

  /** What Ann's writers know to be done, and Ann had not heard when the server died. */
  private Set<String> kill(ServerProcess server) throws InterruptedException {
    LiveClient anns = ann.resume(server);
    LiveClient bens = ben.resume(server);
    int fatal = 60 + random.nextInt(80);
    assertThat(traffic.begin(server, fatal).killed()).as("answers").isGreaterThanOrEqualTo(fatal);
    ann.takeRest(anns);
    ben.takeRest(bens);
    Set<String> late = new HashSet<>();
    traffic.acknowledged(ann.user).forEach(late::addAll);
    ann.told().forEach(late::remove);
    return late;
  }

  private void hearAll(LiveClient live, Ear ear) {
    int all = traffic.acknowledged(ear.user).stream().mapToInt(List::size).sum();
    while (ear.heard.size() < all) {
      ear.take(live.next());
    }
  }

  private void audit(ServerProcess server, Ear ear) throws IOException {
    try (LiveClient live = ear.resume(server)) {
      hearAll(live, ear);
    }
    List<String> all = new ArrayList<>();
    for (List<String> written : traffic.acknowledged(ear.user)) {
      List<String> told = new ArrayList<>(ear.told());
      told.retainAll(new HashSet<>(written));
      assertThat(told).as("what %s hears of one writer", ear.user).isEqualTo(written);
      all.addAll(written);
    }
    assertThat(ear.told())
        .as("all that %s hears", ear.user)
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(ear.heard.stream().map(LiveKillJourneyTest::place).toList())
        .as("what %s hears, beside GET /events", ear.user)
        .isEqualTo(logged(server, ear));
  }

  private static String place(JsonNode frame) {
    return frame.path("seq").asLong() + " " + frame.path("orderId").asText();
  }

  /** Number and order of every event that the user can read. */
  private static List<String> logged(ServerProcess server, Ear ear) throws IOException {
    List<String> logged = new ArrayList<>();
    Answer page;
    String after = "0";
    do {
      page = server.send("GET", "/events?after=" + after, ear.token, null, null).expect(200);
      for (JsonNode event : page.json().path("data")) {
        logged.add(event.path("seq").asLong() + " " + event.at("/data/orderId").asText());
      }
      after = page.at("/next");
    } while (page.at("/hasMore").equals("true"));
    return logged;
  }
}
