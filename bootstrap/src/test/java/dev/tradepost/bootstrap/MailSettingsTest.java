package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailPolicy;
import dev.tradepost.integration.mail.SmtpServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S0-65: mail as it is configured: a right mail server counts, a wrong one is named. */
class MailSettingsTest {
  private static final MailAddress FROM = new MailAddress("orders@shop.example");

  @TempDir Path data;

  private Settings settings(Map<String, String> options, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(options);
    all.put("data", data.toString());
    return Settings.of(new SettingSource(all, environment), true);
  }

  private Settings settings(String... options) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      all.put(options[i], options[i + 1]);
    }
    return settings(all, Map.of());
  }

  private SmtpServer server(String url) {
    return settings("smtp", url, "mail-from", FROM.value()).mail().orElseThrow().server();
  }

  @Test
  void where_nothing_is_said_nobody_gets_mail() {
    assertThat(settings().mail()).isEmpty();
    assertThat(settings().shop().mail().on()).isFalse();
    Settings off = settings("smtp", " ", "mail-from", FROM.value(), "mail-to", "{user}@b.example");
    assertThat(off.mail()).isEmpty();
    assertThat(off.shop().mail().on()).isFalse();
  }

  @Test
  void a_mail_server_has_a_host_a_port_and_tls_or_not() {
    assertThat(server("smtp://localhost:2525"))
        .isEqualTo(new SmtpServer("localhost", 2525, false, Optional.empty()));
    assertThat(server("smtp://mail.shop.example").port()).isEqualTo(587);
    assertThat(server("smtps://mail.shop.example"))
        .isEqualTo(new SmtpServer("mail.shop.example", 465, true, Optional.empty()));
    assertThat(server("smtps://10.0.0.7:26").port()).isEqualTo(26);
  }

  @Test
  void mails_have_a_sender_and_go_to_where_the_pattern_says() {
    Settings all =
        settings(
            "smtp", "smtp://localhost", "mail-from", "a@b.example", "mail-to", "{user}@c.example");
    assertThat(all.mail().orElseThrow().from()).isEqualTo(new MailAddress("a@b.example"));
    assertThat(all.shop().mail()).isEqualTo(new MailPolicy(true, "{user}@c.example"));
    Settings unsaid = settings("smtp", "smtp://localhost", "mail-from", "a@b.example");
    assertThat(unsaid.shop().mail()).isEqualTo(MailPolicy.byId());
    Settings blank =
        settings("smtp", "smtp://localhost", "mail-from", "a@b.example", "mail-to", " ");
    assertThat(blank.shop().mail()).isEqualTo(MailPolicy.byId());
  }

  @Test
  void a_login_comes_from_the_environment_and_is_not_shown() {
    Settings settings =
        settings(
            Map.of("smtp", "smtps://mail.shop.example", "mail-from", "a@b.example"),
            Map.of("TRADEPOST_SMTP_USER", "shop", "TRADEPOST_SMTP_PASSWORD", "hush-hush"));
    assertThat(settings.mail().orElseThrow().server().login())
        .contains(new SmtpServer.Login("shop", "hush-hush"));
    assertThat(settings.toString()).contains("smtps://").doesNotContain("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "smtp | mail.shop.example | must be smtp://host:port or smtps://host:port",
        "smtp | http://mail.shop.example | must be smtp://host:port or smtps://host:port",
        "smtp | smtp:// | must be smtp://host:port or smtps://host:port",
        "smtp | smtp://a b | must be smtp://host:port or smtps://host:port",
        "smtp | smtp://mail:0 | must be smtp://host:port or smtps://host:port",
        "smtp | smtp://mail:99999 | must be smtp://host:port or smtps://host:port",
        "smtp | smtp://mail/inbox | must be smtp://host:port or smtps://host:port",
        "smtp | smtp://shop:hush@mail | the login has settings of its own",
        "mail-from | `` | must be a mail address, such as orders@shop.example",
        "mail-from | Shop <a@b.example> | must be a mail address, such as orders@shop.example",
        "mail-to | orders@shop.example | must be an address with {user} in it",
      })
  void what_is_wrong_is_named_with_the_fix(String option, String value, String fix) {
    requireNamed(option, value, option, fix);
  }

  @Test
  void a_user_without_a_password_is_a_slip_and_so_is_a_password_without_a_user() {
    requireNamed("smtp-user", "shop", "smtp-password", "is missing");
    requireNamed("smtp-password", "hush", "smtp-user", "is missing");
  }

  private void requireNamed(String option, String value, String named, String fix) {
    Map<String, String> options =
        new HashMap<>(Map.of("smtp", "smtp://localhost", "mail-from", FROM.value()));
    options.put(option, value);
    Setting setting = Setting.valueOf(named.toUpperCase(Locale.ROOT).replace('-', '_'));
    assertThatThrownBy(() -> settings(options, Map.of()))
        .isInstanceOf(Settings.Invalid.class)
        .hasMessageStartingWith("--" + named + " (" + setting.variable() + "): ")
        .hasMessageContaining(fix)
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(1))
        .satisfies(message -> assertThat(message).doesNotContain("hush"));
  }

  @Test
  void everything_wrong_is_told_at_once() {
    assertThatThrownBy(
            () -> settings("smtp", "x", "smtp-user", "y", "mail-from", "z", "mail-to", "w"))
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(4));
  }
}
