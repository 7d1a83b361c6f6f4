package dev.tradepost.integration.mail;

import dev.tradepost.application.mail.Letter;
import dev.tradepost.domain.mail.MailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A letter as a MIME message that knows whether it has begun to go over the wire. */
final class LetterMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String id;
  private boolean underWay;

  private LetterMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static LetterMessage of(Session session, Letter letter, MailAddress from, Instant now)
      throws MessagingException {
    String host = from.value().substring(from.value().indexOf('@') + 1);
    LetterMessage message = new LetterMessage(session, "<" + letter.id() + "@" + host + ">");
    message.setFrom(new InternetAddress(from.value()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().value()));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  /** The mail server has said that it waits for the message, and gets it. */
  @Override
  public void writeTo(OutputStream out, String[] ignoreList)
      throws IOException, MessagingException {
    underWay = true;
    super.writeTo(out, ignoreList);
  }

  /** Whether some of it may have reached the mail server. */
  boolean underWay() {
    return underWay;
  }
}
