package dev.tradepost.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tradepost.application.mail.Letter;
import dev.tradepost.domain.mail.Handover;
import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailId;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S0-65: letters reach a real mail server as they were written. */
class SmtpMailerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final MailAddress FROM = new MailAddress("orders@shop.example");

  private GreenMail server;

  static Letter letter(String subject, String text, String html) {
    return new Letter(
        new MailId(new UUID(7, 7)), new MailAddress("ann@shop.example"), subject, text, html);
  }

  static SmtpMailer mailer(SmtpServer place, Duration timeout) {
    return mailer(place, timeout, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  static SmtpMailer mailer(SmtpServer place, Duration timeout, SSLSocketFactory tls) {
    return new SmtpMailer(place, FROM, CLOCK, timeout, tls);
  }

  @BeforeEach
  void open() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
  }

  private Handover send(Letter letter) {
    int port = server.getSmtp().getPort();
    SmtpServer place = new SmtpServer("127.0.0.1", port, false, Optional.empty());
    return mailer(place, Duration.ofSeconds(20)).send(letter);
  }

  @Test
  void a_letter_arrives_as_text_and_as_html() throws Exception {
    String text = "Grüße,\n\n  2 x Tee: 5.00 €\n.\n.. and a dot\n" + "long ".repeat(400) + "\n";
    String html = "<p>Grüße &amp; 5.00 €</p>\n";
    assertThat(send(letter("Ihre Bestellung ä 茶", text, html))).isEqualTo(Handover.taken());

    MimeMessage got = server.getReceivedMessages()[0];
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(got.getSubject()).isEqualTo("Ihre Bestellung ä 茶");
    assertThat(got.getFrom()).extracting(Object::toString).containsExactly("orders@shop.example");
    assertThat(got.getRecipients(Message.RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly("ann@shop.example");
    assertThat(got.getAllRecipients()).hasSize(1);
    assertThat(got.getSentDate()).isEqualTo(Date.from(NOON));
    assertThat(got.getMessageID()).isEqualTo("<" + new UUID(7, 7) + "@shop.example>");
    assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) got.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    assertPart(parts.getBodyPart(0), "text/plain", text);
    assertPart(parts.getBodyPart(1), "text/html", html);
  }

  private static void assertPart(BodyPart part, String type, String content) throws Exception {
    assertThat(part.isMimeType(type)).isTrue();
    assertThat(part.getContentType()).containsIgnoringCase("charset=utf-8");
    assertThat(part.getContent().toString().replace("\r\n", "\n")).isEqualTo(content);
  }

  @Test
  void a_login_is_given_where_there_is_one() {
    server.getUserManager().setAuthRequired(true);
    server.setUser("shop@shop.example", "shop", "hush-hush");
    int port = server.getSmtp().getPort();
    SmtpServer.Login right = new SmtpServer.Login("shop", "hush-hush");
    SmtpServer.Login wrong = new SmtpServer.Login("shop", "guess");
    Letter letter = letter("Hi", "text", "<p>html</p>");

    assertThat(sentAs(port, wrong, letter).result()).isEqualTo(Handover.Result.NOT_TAKEN);
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(sentAs(port, right, letter)).isEqualTo(Handover.taken());
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  private static Handover sentAs(int port, SmtpServer.Login login, Letter letter) {
    SmtpServer place = new SmtpServer("127.0.0.1", port, false, Optional.of(login));
    return mailer(place, Duration.ofSeconds(20)).send(letter);
  }
}
