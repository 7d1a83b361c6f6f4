package dev.tradepost.bootstrap;

import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailPolicy;
import dev.tradepost.integration.mail.SmtpServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The mail server and where mails come from, as they are configured. */
record MailSettings(SmtpServer server, MailAddress from) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;

  /**
   * Where mails are handed over; empty where none are sent.
   *
   * @param wrong told of each setting that cannot be used, and why
   */
  static Optional<MailSettings> read(SettingSource source, BiConsumer<Setting, String> wrong) {
    String url = source.get(Setting.SMTP);
    Optional<MailAddress> from = MailAddress.of(source.get(Setting.MAIL_FROM));
    if (from.isEmpty() && !(url.isEmpty() && source.get(Setting.MAIL_FROM).isEmpty())) {
      wrong.accept(Setting.MAIL_FROM, "must be a mail address, such as orders@shop.example");
    }
    Optional<SmtpServer.Login> login = login(source, wrong);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      SmtpServer server = server(url, login);
      return from.map(address -> new MailSettings(server, address));
    } catch (IllegalArgumentException e) {
      wrong.accept(Setting.SMTP, e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether customers get mail, and where. */
  static MailPolicy policy(SettingSource source, BiConsumer<Setting, String> wrong) {
    boolean on = !source.get(Setting.SMTP).isEmpty();
    String to = source.get(Setting.MAIL_TO);
    try {
      return new MailPolicy(on, to.isEmpty() ? Setting.MAIL_TO.standard() : to);
    } catch (IllegalArgumentException e) {
      wrong.accept(Setting.MAIL_TO, e.getMessage() + ", not '" + to + "'");
      return MailPolicy.NONE;
    }
  }

  private static Optional<SmtpServer.Login> login(
      SettingSource source, BiConsumer<Setting, String> wrong) {
    String user = source.get(Setting.SMTP_USER);
    String password = source.get(Setting.SMTP_PASSWORD);
    if (user.isEmpty() && !password.isEmpty()) {
      wrong.accept(Setting.SMTP_USER, "is missing, there is a password without a user");
    }
    if (!user.isEmpty() && password.isEmpty()) {
      wrong.accept(Setting.SMTP_PASSWORD, "is missing, there is a user without a password");
    }
    return user.isEmpty() ? Optional.empty() : Optional.of(new SmtpServer.Login(user, password));
  }

  /** Does not say what it refused, because a URL may have a password in it. */
  private static SmtpServer server(String url, Optional<SmtpServer.Login> login) {
    URI uri = parsed(url);
    boolean tls = uri.getScheme().equals("smtps");
    int standard = tls ? SUBMISSION_OVER_TLS : SUBMISSION;
    return new SmtpServer(uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort(), tls, login);
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      boolean bare = uri.getRawUserInfo() == null && uri.getQuery() == null;
      if (("smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme()))
          && uri.getHost() != null
          && bare
          && uri.getPath().isEmpty()
          && uri.getPort() != 0
          && uri.getPort() <= 65_535) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Refused below, as another scheme is.
    }
    throw new IllegalArgumentException(
        "must be smtp://host:port or smtps://host:port; the login has settings of its own");
  }
}
