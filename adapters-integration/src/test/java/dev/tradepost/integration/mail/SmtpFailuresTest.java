package dev.tradepost.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.mail.Handover;
import dev.tradepost.domain.mail.Handover.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S0-65: what becomes of a mail that the mail server did not say yes to. */
class SmtpFailuresTest {
  private static final SmtpServer.Login LOGIN = new SmtpServer.Login("shop", "hush-hush");

  /** Longer than an answer takes that comes, and no longer than a test has to wait in vain. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration IMPATIENCE = Duration.ofSeconds(2);

  private static Handover sentTo(SmtpServer place, Duration timeout) {
    return SmtpMailerTest.mailer(place, timeout)
        .send(SmtpMailerTest.letter("Hi", "text", "<p>html</p>"));
  }

  private static SmtpServer at(int port, Optional<SmtpServer.Login> login) {
    return new SmtpServer("127.0.0.1", port, false, login);
  }

  private static Handover scripted(String word, String answer) {
    boolean inVain = answer.equals(ScriptedServer.SILENCE);
    try (ScriptedServer server = ScriptedServer.saying(Map.of(word, answer))) {
      return sentTo(at(server.port(), Optional.empty()), inVain ? IMPATIENCE : PATIENCE);
    }
  }

  @Test
  void a_mail_server_that_says_yes_has_it() {
    try (ScriptedServer server = ScriptedServer.saying(Map.of())) {
      assertThat(sentTo(at(server.port(), Optional.empty()), PATIENCE)).isEqualTo(Handover.taken());
      assertThat(server.heard()).contains("RCPT TO:<ann@shop.example>").contains("DATA", ".");
    }
  }

  @Test
  void where_nobody_listens_it_is_tried_again() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    assertThat(sentTo(at(nobody, Optional.empty()), PATIENCE))
        .isEqualTo(Handover.notTaken("connection refused"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void a_no_for_now_is_tried_again(String word) {
    Handover handover = scripted(word, "450 4.2.1 come back later");
    assertThat(handover.result()).isEqualTo(Result.NOT_TAKEN);
    assertThat(handover.why().orElseThrow()).startsWith("answered 450 4.2.1 come back later");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void a_no_for_ever_is_the_end(String word) {
    Handover handover = scripted(word, "550 5.1.1 nobody of that name");
    assertThat(handover.result()).isEqualTo(Result.REFUSED);
    assertThat(handover.why().orElseThrow()).startsWith("answered 550 5.1.1 nobody of that name");
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, HANG UP",
    "GREETING, 421 too busy",
    "GREETING, 554 go away",
    "GREETING, SILENCE",
    "EHLO, HANG UP",
    "MAIL, HANG UP",
    "RCPT, HANG UP",
    "RCPT, SILENCE",
    "DATA, HANG UP",
    "DATA, SILENCE"
  })
  void without_an_answer_it_is_tried_again_while_no_word_of_it_was_sent(
      String word, String answer) {
    assertThat(scripted(word, answer).result()).isEqualTo(Result.NOT_TAKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedServer.HANG_UP, ScriptedServer.SILENCE})
  void without_an_answer_to_the_whole_of_it_nobody_knows(String answer) {
    Handover handover = scripted(ScriptedServer.END, answer);
    assertThat(handover.result()).isEqualTo(Result.UNKNOWN);
    assertThat(handover.why().orElseThrow()).contains("may have arrived");
  }

  @Test
  void a_farewell_that_fails_does_not_matter() {
    assertThat(scripted("QUIT", ScriptedServer.HANG_UP)).isEqualTo(Handover.taken());
  }

  @Test
  void a_login_that_is_refused_is_tried_again_and_named_without_the_password() {
    Map<String, String> script =
        Map.of("EHLO", "250-scripted\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 no");
    try (ScriptedServer server = ScriptedServer.saying(script)) {
      assertThat(sentTo(at(server.port(), Optional.of(LOGIN)), PATIENCE))
          .isEqualTo(Handover.notTaken("the mail server refused the login"));
    }
    assertThat(LOGIN.toString()).doesNotContain("hush");
    assertThat(new SmtpServer("mail.example", 25, false, Optional.of(LOGIN)).toString())
        .isEqualTo("smtp://mail.example:25");
  }

  @Test
  void no_password_crosses_a_network_in_the_clear() {
    SmtpServer far = new SmtpServer("mail.shop.example", 25, false, Optional.of(LOGIN));
    assertThat(far.tlsRequired()).isTrue();
    assertThat(new SmtpServer("127.0.0.1", 25, false, Optional.of(LOGIN)).tlsRequired()).isFalse();
    assertThat(new SmtpServer("mail.shop.example", 25, false, Optional.empty()).tlsRequired())
        .isFalse();
    Map<String, String> script = Map.of("EHLO", "250-scripted\r\n250 AUTH PLAIN");
    try (ScriptedServer server = ScriptedServer.saying(script)) {
      // This machine, by a name that is not known to be it.
      SmtpServer place = new SmtpServer("LOCALHOST", server.port(), false, Optional.of(LOGIN));
      assertThat(sentTo(place, PATIENCE).result()).isEqualTo(Result.NOT_TAKEN);
      assertThat(server.heard()).noneMatch(it -> it.startsWith("AUTH") || it.equals("DATA"));
    }
  }
}
