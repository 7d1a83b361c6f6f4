package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.bootstrap.journey.Client;
import dev.tradepost.persistence.shared.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that proves that the data of a stopped server adds up. */
class VerifyCommandTest {
  @TempDir Path data;

  private record Run(int code, String out, String err) {}

  private static Run verify(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.line(Map.of());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "verify";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int code = line.execute(all);
    return new Run(code, out.toString(), err.toString());
  }

  private void serveAndStop() {
    try (TestServer server = TestServer.start(Map.of("data", data.toString()))) {
      Client ann = server.client("ann", "customer");
      String wallet = ann.post("/wallet/create", null).expect(201).at("/walletId");
      ann.post("/wallet/add", Map.of("walletId", wallet, "amount", 5)).expect(201);
      ann.post("/orders", "{\"items\": [{\"productId\": \"p1\", \"quantity\": 1}]}").expect(201);
    }
  }

  private void breakBy(String sql) throws SQLException {
    Database.Location location = Database.Location.embedded(data.resolve("tradepost"), 1);
    try (Connection connection =
            DriverManager.getConnection(location.url(), location.user(), location.password());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  @Test // S3-52
  void what_a_server_left_adds_up() {
    serveAndStop();
    Run sound = verify("--data=" + data);
    assertThat(sound.err).isEmpty();
    assertThat(sound.code).isZero();
    assertThat(sound.out.lines())
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.startsWith("ok      "))
        .contains("ok      a balance is the sum of its postings");
    assertThat(verify("--data=" + data).out).isEqualTo(sound.out);
  }

  @Test // S3-52
  void what_was_broken_is_shown_with_its_rows() throws SQLException {
    serveAndStop();
    breakBy("UPDATE wallet_balances SET total_minor = total_minor + 1 WHERE total_minor = 500");
    breakBy("UPDATE stock SET reserved = reserved + 3 WHERE product_id = 'p2'");
    Run broken = verify("--data=" + data);
    assertThat(broken.code).isEqualTo(1);
    assertThat(broken.err).isEmpty();
    assertThat(broken.out)
        .contains("BROKEN  a balance is the sum of its postings", "BROKEN  stock is what")
        .containsPattern(" {10}\\{.*total_minor=501.*\\}")
        .contains("          {product_id=p2, warehouse_id=")
        .contains("ok      postings sum to zero in every entry and currency");
  }

  @Test
  void where_there_is_no_data_none_is_made() {
    Path nowhere = data.resolve("nowhere");
    Run refused = verify("--data=" + nowhere);
    assertThat(refused.code).isEqualTo(1);
    assertThat(refused.out).isEmpty();
    assertThat(refused.err.lines()).hasSize(1);
    assertThat(refused.err).contains("there is no data at", nowhere.toString(), "--data");
    assertThat(nowhere).doesNotExist();
    assertThat(verify("--data=" + data).code).isEqualTo(1);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_wrong_option_is_named() {
    Run wrong = verify("--data=" + data, "--db=mysql://x");
    assertThat(wrong.code).isEqualTo(2);
    assertThat(wrong.err).contains("--db (TRADEPOST_DATABASE_URL)");
    assertThat(verify("--port=1").code).isEqualTo(2);
    assertThat(verify("--help").out).contains("--data", "GET /admin/verify");
    assertThat(Files.exists(data.resolve("jwt.secret"))).isFalse();
  }
}
