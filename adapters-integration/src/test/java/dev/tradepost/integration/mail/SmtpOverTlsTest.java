package dev.tradepost.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tradepost.domain.mail.Handover;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S0-65: over TLS a mail is given to the mail server that was meant, and to nobody else. */
class SmtpOverTlsTest {
  private static final String FILE = "greenmail.tls.keystore.file";
  private static final String PASSWORD = "changeit";
  private static final SSLSocketFactory PUBLIC = (SSLSocketFactory) SSLSocketFactory.getDefault();

  @TempDir Path directory;
  private GreenMail server;

  /** A mail server that calls itself so; what trusts it. */
  private SSLSocketFactory open(String name) throws Exception {
    Path keys = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    System.setProperty(FILE, keys.toString());
    System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    server.start();
    return trusting(keys);
  }

  private static SSLSocketFactory trusting(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keys)) {
      store.load(file, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  @AfterEach
  void close() {
    System.clearProperty(FILE);
    System.clearProperty("greenmail.tls.keystore.password");
    server.stop();
  }

  private Handover send(SSLSocketFactory tls) {
    int port = server.getSmtps().getPort();
    SmtpServer place = new SmtpServer("localhost", port, true, Optional.empty());
    return SmtpMailerTest.mailer(place, Duration.ofSeconds(20), tls)
        .send(SmtpMailerTest.letter("Hi", "text", "<p>html</p>"));
  }

  @Test
  void one_that_proves_its_name_gets_it() throws Exception {
    SSLSocketFactory trusting = open("localhost");
    assertThat(send(trusting)).isEqualTo(Handover.taken());
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void one_that_nobody_vouches_for_does_not() throws Exception {
    open("localhost");
    assertThat(send(PUBLIC)).isEqualTo(Handover.notTaken("no TLS connection"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void one_of_another_name_does_not() throws Exception {
    SSLSocketFactory trusting = open("mail.example");
    assertThat(send(trusting)).isEqualTo(Handover.notTaken("no TLS connection"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }
}
