package dev.tradepost.integration.mail;

import dev.tradepost.application.mail.Letter;
import dev.tradepost.application.port.Mailer;
import dev.tradepost.domain.mail.Handover;
import dev.tradepost.domain.mail.MailAddress;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** Hands letters to a mail server over SMTP, each on a connection of its own. */
public final class SmtpMailer implements Mailer {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final SmtpServer server;
  private final MailAddress from;
  private final Clock clock;
  private final String protocol;
  private final Session session;

  public SmtpMailer(SmtpServer server, MailAddress from, Clock clock) {
    this(server, from, clock, TIMEOUT, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  SmtpMailer(
      SmtpServer server, MailAddress from, Clock clock, Duration timeout, SSLSocketFactory tls) {
    this.server = server;
    this.from = from;
    this.clock = clock;
    this.protocol = server.tls() ? "smtps" : "smtp";
    this.session = Session.getInstance(properties(timeout, tls));
  }

  private Properties properties(Duration timeout, SSLSocketFactory tls) {
    Properties properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
    properties.put(prefix + "timeout", Long.toString(timeout.toMillis()));
    properties.put(prefix + "writetimeout", Long.toString(timeout.toMillis()));
    properties.put(prefix + "auth", Boolean.toString(server.login().isPresent()));
    properties.put(prefix + "starttls.enable", Boolean.toString(server.turnsToTls()));
    properties.put(prefix + "starttls.required", Boolean.toString(server.tlsRequired()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.socketFactory", tls);
    properties.put(prefix + "socketFactory.fallback", "false");
    // The mail has been taken or not by then; the farewell changes nothing.
    properties.put(prefix + "quitwait", "false");
    return properties;
  }

  @Override
  public Handover send(Letter letter) {
    LetterMessage message;
    Address[] to;
    try {
      message = LetterMessage.of(session, letter, from, clock.instant());
      to = new Address[] {new InternetAddress(letter.to().value())};
    } catch (MessagingException e) {
      return Handover.refused("cannot be put as a mail: " + e.getMessage());
    }
    boolean taken = false;
    try (Transport transport = session.getTransport(protocol)) {
      connect(transport);
      transport.sendMessage(message, to);
      taken = true;
    } catch (MessagingException e) {
      // A farewell that fails does not bring back what was taken.
      return taken ? Handover.taken() : Answers.of(e, message.underWay());
    }
    return Handover.taken();
  }

  private void connect(Transport transport) throws MessagingException {
    String user = server.login().map(SmtpServer.Login::user).orElse(null);
    String password = server.login().map(SmtpServer.Login::password).orElse(null);
    transport.connect(server.host(), server.port(), user, password);
  }
}
