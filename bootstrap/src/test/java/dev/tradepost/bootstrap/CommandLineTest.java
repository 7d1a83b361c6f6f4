package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line: what is wrong is a line with its cure, and an exit code. */
class CommandLineTest {
  @TempDir Path data;

  private record Run(int code, String out, String err) {}

  private Run run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.line(environment);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void help_shows_examples() {
    Run help = run(Map.of(), "--help");
    assertThat(help.code).isZero();
    assertThat(help.out).contains("Examples:", "tradepost demo --port 9000");
    for (Setting setting : Setting.values()) {
      assertThat(run(Map.of(), "serve", "--help").out).contains("--" + setting.option());
    }
  }

  @Test
  void an_unknown_option_is_one_line() {
    Run wrong = run(Map.of(), "demo", "--prot=1");
    assertThat(wrong.code).isEqualTo(2);
    assertThat(wrong.err.lines()).hasSize(1);
    assertThat(wrong.err).contains("--prot=1", "--help");
  }

  @Test
  void everything_wrong_is_told_at_once() {
    Run wrong =
        run(
            Map.of("TRADEPOST_DATABASE_POOL", "0", "TRADEPOST_DEFAULT_CURRENCY", "ZZZ"),
            "serve",
            "--port=99999",
            "--db=mysql://x",
            "--order-lifecycle=nope",
            "--cancellation-window=5m",
            "--data=" + data);
    assertThat(wrong.code).isEqualTo(2);
    assertThat(wrong.err.lines()).hasSize(7);
    assertThat(wrong.err)
        .contains("--port (TRADEPOST_PORT)")
        .contains("--db (TRADEPOST_DATABASE_URL)")
        .contains("--db-pool (TRADEPOST_DATABASE_POOL)")
        .contains("--default-currency (TRADEPOST_DEFAULT_CURRENCY)")
        .contains("--order-lifecycle (TRADEPOST_ORDER_LIFECYCLE)")
        .contains("--cancellation-window (TRADEPOST_CANCELLATION_WINDOW)")
        .contains(
            "--jwt-secret (TRADEPOST_JWT_SECRET): the JWT secret must have at least 32 bytes");
  }

  @Test
  void lifecycles_that_are_not_sound_are_told_line_by_line() throws IOException {
    String own =
        """
        {"lifecycles": [
          {"name": "own", "initial": "NEW", "paymentRequired": true, "transitions": [
            {"from": "NEW", "action": "SHIP", "to": "SHIPPED"},
            {"from": "SHIPPED", "action": "DELIVER", "to": "DELIVERED"}]},
          {"name": "direct", "initial": "NEW", "paymentRequired": false, "transitions": [
            {"from": "NEW", "action": "TELEPORT", "to": "GONE"}]}]}""";
    Path file = Files.writeString(data.resolve("lifecycles.json"), own);
    Run wrong = run(Map.of(), "demo", "--port=x", "--data=" + data, "--lifecycles=" + file);
    assertThat(wrong.code).isEqualTo(2);
    String head = "configuration: --lifecycles (TRADEPOST_LIFECYCLES): lifecycle ";
    assertThat(wrong.err.lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("--port"),
            line -> assertThat(line).startsWith(head + "own: can ship unpaid from NEW: let PAY"),
            line -> assertThat(line).startsWith(head + "direct: the name is a standard"),
            line -> assertThat(line).startsWith(head + "direct: there is no action 'TELEPORT'"));
  }

  @Test
  void a_server_does_not_start_without_the_lifecycles_of_its_orders() throws IOException {
    Path file = Path.of("../docs/examples/lifecycles.json");
    Map<String, String> options = Map.of("data", data.toString(), "lifecycles", file.toString());
    try (TestServer server = TestServer.start(options)) {
      String body =
          """
          {"lifecycle": "preorder", "items": [{"productId": "p1", "quantity": 1}]}""";
      server.client("ann", "customer").post("/orders", body).expect(201);
    }
    Run without = run(Map.of(), "demo", "--port=0", "--data=" + data);
    assertThat(without.code).isEqualTo(2);
    assertThat(without.err.lines())
        .containsExactly(
            "configuration: --lifecycles (TRADEPOST_LIFECYCLES): the database holds orders under"
                + " the lifecycle preorder: name the file with it");

    String renamed = Files.readString(file).replace("WAITING", "EXPECTED");
    Path other = Files.writeString(data.resolve("lifecycles.json"), renamed);
    Run changed = run(Map.of("TRADEPOST_LIFECYCLES", "" + other), "demo", "--data=" + data);
    assertThat(changed.code).isEqualTo(2);
    assertThat(changed.err.lines())
        .containsExactly(
            "configuration: --lifecycles (TRADEPOST_LIFECYCLES): the database holds orders in state"
                + " WAITING of the lifecycle preorder: put it back");
    TestServer.start(options).close();
  }

  @Test
  void a_port_in_use_is_one_line() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run wrong = run(Map.of(), "demo", "--data=" + data, "--port=" + taken.getLocalPort());
      assertThat(wrong.code).isEqualTo(1);
      assertThat(wrong.err.lines()).hasSize(1);
      assertThat(wrong.err).contains("cannot listen", "--port");
    }
  }

  @Test
  void a_database_out_of_reach_is_one_line_without_the_password() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    Run wrong =
        run(
            Map.of("TRADEPOST_DATABASE_PASSWORD", "hush-hush"),
            "demo",
            "--data=" + data,
            "--db=jdbc:postgresql://127.0.0.1:" + nobody + "/x?password=hush-hush");
    assertThat(wrong.code).isEqualTo(1);
    assertThat(wrong.err.lines()).hasSize(1);
    assertThat(wrong.err).contains("cannot open").doesNotContain("hush");
  }

  @Test
  void serving_without_a_secret_is_refused() {
    Run wrong = run(Map.of(), "serve", "--data=" + data);
    assertThat(wrong.code).isEqualTo(2);
    assertThat(wrong.err).contains("at least 32 bytes");
    Run shortOne = run(Map.of("TRADEPOST_JWT_SECRET", "short"), "serve", "--data=" + data);
    assertThat(shortOne.code).isEqualTo(2);
  }

  @Test
  void a_token_is_one_line_and_the_demo_s_secret_is_its_owner_s() throws IOException {
    Run token = run(Map.of(), "token", "--user=bob", "--role=staff", "--data=" + data);
    assertThat(token.code).isZero();
    assertThat(token.out.lines()).hasSize(1);
    assertThat(JWT.decode(token.out.strip()).getSubject()).isEqualTo("bob");
    assertThat(JWT.decode(token.out.strip()).getClaim("role").asString()).isEqualTo("staff");
    Path secret = data.resolve("jwt.secret");
    if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
    assertThat(run(Map.of(), "token", "--user=a b", "--data=" + data).code).isEqualTo(2);
    assertThat(run(Map.of(), "token", "--user=bob", "--role=king", "--data=" + data).code)
        .isEqualTo(2);
  }

  @Test
  void options_go_before_the_environment_before_the_file() throws IOException {
    Path file = Files.writeString(data.resolve("shop.properties"), "port=1\nhost=file\ndata=file");
    Map<String, String> environment = Map.of("TRADEPOST_HOST", "env", "TRADEPOST_PORT", "2");
    SettingSource source =
        new SettingSource(Map.of("config", file.toString(), "port", "3"), environment);
    assertThat(source.get(Setting.PORT)).isEqualTo("3");
    assertThat(source.get(Setting.HOST)).isEqualTo("env");
    assertThat(source.get(Setting.DATA)).isEqualTo("file");
    assertThat(source.get(Setting.DEFAULT_CURRENCY)).isEqualTo("USD");
  }

  @Test
  void an_unknown_variable_or_key_is_warned_of_with_the_nearest() throws IOException {
    Path file = Files.writeString(data.resolve("shop.properties"), "prot=1");
    SettingSource source =
        new SettingSource(Map.of("config", file.toString()), Map.of("TRADEPOST_DATABSE_URL", "x"));
    assertThat(source.warnings())
        .containsExactly(
            "environment variable TRADEPOST_DATABSE_URL is not known and ignored; did you mean"
                + " TRADEPOST_DATABASE_URL?",
            "configuration key prot is not known and ignored; did you mean port?");
    SettingSource missing = new SettingSource(Map.of("config", data + "/no"), Map.of());
    assertThat(missing.problems()).hasSize(1);
  }

  @Test
  void every_setting_is_named_as_option_variable_and_key() {
    assertThat(List.of(Setting.values())).extracting(Setting::option).doesNotHaveDuplicates();
    assertThat(Setting.DATABASE_URL.variable()).isEqualTo("TRADEPOST_DATABASE_URL");
    assertThat(Setting.DATABASE_URL.key()).isEqualTo("database-url");
  }
}
