package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.port.Proof;
import dev.tradepost.bootstrap.Main;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run of what is measured, against the real server in a process of its own. */
class SmokeTest {
  private static final List<String> PROGRAM =
      List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());

  private static final int TRADERS = 2;

  @TempDir static Path home;
  private static ServerProcess process;

  @TempDir Path directory;

  @BeforeAll
  static void start() throws Exception {
    process = ServerProcess.start(PROGRAM, home, List.of());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Test
  void orders_of_currencies_are_dealt_by_the_server() throws Exception {
    ServerFx fx = new ServerFx(new FxDeal(TRADERS));
    Random random = new Random(1);
    try (ServerSide server = ServerSide.ready(process.port(), Set.of());
        HttpLine line = server.connect()) {
      for (int number = 0; number < TRADERS; number++) {
        fx.open(line, number);
      }
      line.finish(fx.place(random));
      for (int i = 0; i < FxDeal.TRADES; i++) {
        line.finish(fx.trade(random).orElseThrow());
      }
      assertThat(fx.trade(random)).as("the order is filled").isEmpty();
      line.finish(fx.settle(random));
      server.verify();
    }
  }

  @Test
  void clients_send_the_next_request_when_they_have_the_answer_or_when_it_is_due()
      throws Exception {
    ServerSide server = ServerSide.ready(process.port(), Set.of(Operation.Kind.WALLETS));
    Sample closed = server.run(Operation.ADD, 3, 0.2);
    assertThat(closed.count()).isGreaterThanOrEqualTo(3);
    assertThat(closed.nanos()).isSorted().doesNotContain(0);
    Paced open = Paced.run(server, Operation.HISTORY, 100, 0.3);
    assertThat(open.measured().count()).isEqualTo(30);
    server.verify();
  }

  @Test
  void the_load_ends_when_nothing_is_left_to_do_and_when_an_answer_is_not_a_success()
      throws Exception {
    ServerSide server = ServerSide.ready(process.port(), Set.of());
    assertThat(server.run(Operation.CANCEL, 2, 60).count()).isZero();
    Request.Source wrong = random -> Optional.of(Request.get("/orders?limit=none"));
    assertThatThrownBy(() -> HttpLoad.run(server, wrong, 2, 60))
        .isInstanceOf(HttpLine.Refused.class)
        .hasMessageContaining("GET /orders?limit=none -> HTTP/1.1 400");
  }

  @Test
  void what_the_raw_loop_leaves_of_them_is_sound_but_for_the_numbers_of_events() throws Exception {
    try (Database database = Database.open(new EmbeddedEngine(directory).rawDatabase());
        Handle handle = database.jdbi().open()) {
      RawFx fx = new RawFx(new RawConnection(handle.getConnection()));
      fx.open(TRADERS);
      UUID order = fx.place(FxDeal.trader(0));
      for (int i = 0; i < FxDeal.TRADES; i++) {
        fx.trade(order);
      }
      fx.settle(FxDeal.trader(1));
      fx.settle(FxDeal.trader(1));
      assertThat(database.proof().run())
          .filteredOn(check -> !check.rows().isEmpty())
          .extracting(Proof.Check::name)
          .containsExactly(
              "the numbers of events have no gap",
              "events of every aggregate are numbered without gaps");
    }
  }

  @Test
  void orders_of_many_lines_are_placed_by_both_sides_and_the_page_says_how_long_it_took()
      throws Exception {
    List<Allocated> allocated = Allocating.measure(0.01, 0.001);
    assertThat(allocated).hasSize(9).allMatch(it -> it.nanos().length > 0);
    assertThat(Allocated.markdown(allocated))
        .contains("| each product in three | fewest-shipments |");
    assertThat(Aims.markdown(List.of(), allocated, Optional.empty()))
        .contains("| aim: allocation of 200 lines over 20 warehouses");

    ServerLarge large = new ServerLarge();
    try (ServerSide server = ServerSide.ready(process.port(), Set.of());
        HttpLine line = server.connect()) {
      large.openWarehouses(line);
      for (int i = 0; i < LargeGoods.COUNT; i++) {
        large.stock(line, i);
      }
      line.finish(ServerLarge.create(new Random(1)));
      server.verify();
    }
    try (Database database = Database.open(new EmbeddedEngine(directory).rawDatabase());
        Handle handle = database.jdbi().open()) {
      RawOrders raw = new RawOrders(new RawConnection(handle.getConnection()));
      raw.stockLarge();
      assertThat(raw.create(LargeGoods.some(new Random(1)))).isNotNull();
      String lines = "SELECT COUNT(*) FROM reservation_lines";
      assertThat(handle.createQuery(lines).mapTo(Integer.class).one()).isEqualTo(LargeGoods.LINES);
    }
  }

  @Test
  void who_listens_is_told_everything_and_the_page_says_so() throws Exception {
    LivePlan plan = new LivePlan(5, 0, 50);
    CpuTime cpu = CpuTime.of(process.handle());
    LiveMeasured live = new LiveStream(plan, process.port(), cpu).measure(0.5, 1);
    assertThat(live.cpuMicros()).isPositive();
    assertThat(live.all()).isEqualTo(75);
    assertThat(live.fromEvent()).hasSize(50);
    assertThat(live.lost()).isZero();
    assertThat(live.strange()).isZero();

    Result result = new Result("H2", "small", true, List.of(), Optional.empty(), List.of(live));
    Path page = directory.resolve("page.md");
    Files.writeString(page, "before\n<!-- result -->\nstale\n<!-- /result -->\nafter\n");
    new ResultFile(page).replace(result.markdown() + Aims.markdown(List.of(result)));
    assertThat(Files.readString(page))
        .startsWith("before\n<!-- result -->\n\n### H2\n")
        .contains("|\n| 5 | ")
        .contains("With 5 sockets: of 75 events in all, 0 were not told")
        .contains("| floor: live stream, events not told, 5 sockets on H2 | 0 | 0 | met |")
        .endsWith("<!-- /result -->\nafter\n")
        .doesNotContain("stale");
  }
}
