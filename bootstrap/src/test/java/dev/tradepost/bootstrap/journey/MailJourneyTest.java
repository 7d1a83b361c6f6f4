package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tradepost.bootstrap.TestServer;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers hear of their orders by mail, from a real mail server, and of each event once. */
@ParameterizedClass
@EnumSource(Engine.class)
class MailJourneyTest {
  private static final int PATIENCE_MILLIS = 60_000;

  @Parameter Engine engine;
  @TempDir Path data;
  private GreenMail post;

  /** A mail as a customer sees it. */
  private record Got(String to, String subject, String text, String html) {
    static Got of(MimeMessage message) {
      try {
        MimeMultipart parts = (MimeMultipart) message.getContent();
        return new Got(
            message.getRecipients(Message.RecipientType.TO)[0].toString(),
            message.getSubject(),
            parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
            parts.getBodyPart(1).getContent().toString());
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @BeforeEach
  void open() {
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    post.start();
  }

  @AfterEach
  void close() {
    post.stop();
  }

  private Map<String, String> options(int port) {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("data", data.toString());
    options.put("smtp", "smtp://127.0.0.1:" + port);
    options.put("mail-from", "orders@shop.example");
    options.put("mail-to", "{user}@shop.example");
    return options;
  }

  private Map<String, String> options() {
    return options(post.getSmtp().getPort());
  }

  /** All that came, once it is so many; more would show as well. */
  private List<Got> got(int many) {
    assertThat(post.waitForIncomingEmail(PATIENCE_MILLIS, many)).as("%d mails", many).isTrue();
    return Arrays.stream(post.getReceivedMessages()).map(Got::of).toList();
  }

  @Test // S0-65, S0-69, S2-16
  void an_order_is_told_from_its_placing_to_its_refund() {
    try (TestServer server = TestServer.start(options())) {
      Client ann = server.client("ann", "customer");
      Client staff = server.client("sam", "staff");
      staff
          .post("/products", Map.of("id", "tea", "name", "<script> & Tee", "price", 12.5))
          .expect(201);
      staff.put("/inventory/tea/main", Map.of("onHand", 9)).expect(200);
      ann.post("/wallet/create", null).expect(201);
      String wallet = ann.get("/wallet/mine").expect(200).at("/walletId");
      ann.post("/wallet/add", Map.of("walletId", wallet, "amount", 100)).expect(201);
      Answer placed = ann.post("/orders", Scene.placing("direct", "tea", 2)).expect(201);
      String order = "/orders/" + placed.at("/id");
      String number = placed.at("/orderNumber");

      Got first = got(1).get(0);
      assertThat(first.to).isEqualTo("ann@shop.example");
      assertThat(first.subject).isEqualTo("Your order " + number);
      assertThat(first.text).contains("2 x <script> & Tee, 12.50 USD each: 25.00 USD\n");
      assertThat(first.html).contains("&lt;script&gt; &amp; Tee").doesNotContain("<script");

      ann.post(order + "/payments", Map.of("method", "WALLET")).expect(201);
      staff.post(order + "/shipments", Map.of("carrier", "DHL")).expect(201);
      assertThat(got(2).get(1).subject).isEqualTo("Your order " + number + " is on its way");
      assertThat(got(2).get(1).text).contains("2 x <script> & Tee\n", "Carrier: DHL\n");
      staff.patch(order + "/status", Map.of("status", "DELIVERED")).expect(200);
      assertThat(got(3).get(2).subject).isEqualTo("Your order " + number + " has arrived");
      staff.post(order + "/refunds", Map.of("amount", "5.10", "reason", "Late")).expect(201);
      assertThat(got(4).get(3).subject).isEqualTo("Your refund for order " + number);
      assertThat(got(4).get(3).text).contains("5.10 USD");
      assertThat(got(4).get(3).html).contains("<strong>5.10 USD</strong>");
    }
    assertThat(got(4)).hasSize(4).allMatch(it -> it.to.equals("ann@shop.example"));
  }

  @Test // S0-65, A95
  void nodes_of_one_database_send_each_mail_once() {
    Map<String, String> options = options();
    List<TestServer> nodes = new ArrayList<>();
    Answer[] orders;
    try {
      // An embedded database has one node.
      for (int i = 0; i < (engine == Engine.H2 ? 1 : 3); i++) {
        nodes.add(TestServer.start(options));
      }
      orders = Scene.together(12, i -> order(nodes.get(i % nodes.size()), "user-" + i));
      got(12);
    } finally {
      nodes.forEach(TestServer::close);
    }
    List<String> expected = new ArrayList<>();
    for (Answer order : orders) {
      expected.add("Your order " + order.expect(201).at("/orderNumber"));
    }
    assertThat(got(12)).extracting(Got::subject).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Answer order(TestServer node, String user) {
    return node.client(user, "customer").post("/orders", Scene.placing("direct", "p1", 1));
  }

  @Test // S0-65
  void without_a_mail_server_the_shop_goes_on() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    try (TestServer server = TestServer.start(options(nobody))) {
      Client ann = server.client("ann", "customer");
      for (int i = 0; i < 3; i++) {
        order(server, "ann").expect(201);
      }
      assertThat(ann.get("/orders").expect(200).json().at("/data")).hasSize(3);
      assertThat(post.getReceivedMessages()).isEmpty();
    }
  }
}
