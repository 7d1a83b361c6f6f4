package dev.tradepost.integration.mail;

import java.util.Optional;
import java.util.Set;

/**
 * Where mails are handed over; it does not show its password.
 *
 * @param tls whether the connection begins with TLS; else it is turned to TLS where the server is
 *     on another machine and offers that
 * @param login empty where the server wants none
 */
public record SmtpServer(String host, int port, boolean tls, Optional<Login> login) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  /** How to log in; it does not show the password. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** Whether an offer of TLS is taken. */
  boolean turnsToTls() {
    return !tls && !THIS_MACHINE.contains(host);
  }

  /** Whether it must be offered: no password crosses a network in the clear. */
  boolean tlsRequired() {
    return turnsToTls() && login.isPresent();
  }

  @Override
  public String toString() {
    return (tls ? "smtps://" : "smtp://") + host + ":" + port;
  }
}
