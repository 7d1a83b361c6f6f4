package dev.tradepost.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** S3-71: what a webhook hears, and with what it is signed. */
class WebhookTest {
  private static final UserId ALICE = new UserId("alice");
  private static final UserId BOB = new UserId("bob");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Stamp STAMP = new Stamp(NOON, ALICE);
  private static final Set<String> ALL = Set.of();

  private final Random chance = new Random(3);

  private Change<Webhook> registered(Optional<UserId> about, String url, Set<String> types) {
    return Webhook.register(
        new WebhookId(new UUID(0, 1)), ALICE, about, url, types, 0, chance, STAMP);
  }

  private Webhook about(Optional<UserId> user, String... types) {
    return registered(user, "https://shop.example/", Set.of(types)).state();
  }

  @Test
  void it_hears_what_it_is_about_and_asked_for_and_never_of_webhooks() {
    Webhook alices = about(Optional.of(ALICE));
    assertThat(alices.hears("order.created", Optional.of(ALICE))).isTrue();
    assertThat(alices.hears("order.created", Optional.of(BOB))).isFalse();
    assertThat(alices.hears("product.listed", Optional.empty())).isFalse();
    assertThat(alices.hears("webhook.registered", Optional.of(ALICE))).isFalse();
    Webhook everybodys = about(Optional.empty(), "order.created");
    assertThat(everybodys.hears("order.created", Optional.of(BOB))).isTrue();
    assertThat(everybodys.hears("order.state_changed", Optional.of(BOB))).isFalse();
    assertThat(everybodys.disable("gone", STAMP).state().hears("order.created", Optional.of(BOB)))
        .isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "shop.example",
        "//shop.example/",
        "ftp://shop.example/",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://user:word@shop.example/",
        "https://shop.example/#part",
        "https://shop.example:999999/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://shop.example/a b",
        "https://shop.example\\@evil.example/",
        "https://grün.example/",
        "https://127.1/",
        "https://shop example/",
        "javascript:alert(1)"
      })
  void urls_that_no_receiver_can_have_are_refused(String url) {
    Rejection refusal =
        catchThrowableOfType(Rejection.class, () -> Webhook.requireUrl(url == null ? "" : url));
    assertThat(refusal.reason()).isEqualTo(WebhookReason.WEBHOOK_URL_NOT_USABLE);
    assertThat(refusal.field()).contains("url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "HTTPS://Shop.Example:8443/hooks?shop=1&key=a%20b",
        "http://localhost:9000/",
        "https://10.0.0.1/",
        "https://[::1]:8080/hook",
        "https://a_b.shop.example./"
      })
  void urls_that_a_receiver_can_have_are_taken(String url) {
    Webhook.requireUrl(url);
  }

  @Test
  void a_url_has_two_thousand_characters_at_most() {
    String longest = "https://shop.example/" + "x".repeat(1_979);
    Webhook.requireUrl(longest);
    assertThatThrownBy(() -> Webhook.requireUrl(longest + "x")).isInstanceOf(Rejection.class);
  }

  @Test // A93, A120
  void a_secret_is_random_and_does_not_show() {
    Webhook webhook = about(Optional.empty());
    String text = webhook.secrets().get(0).text();
    assertThat(text).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(text.substring(6))).hasSize(32);
    assertThat(about(Optional.empty()).secrets().get(0).text()).isNotEqualTo(text);
    assertThat(webhook.toString()).doesNotContain(text);
    assertThat(registered(Optional.empty(), "https://a.example", ALL).events().toString())
        .doesNotContain("whsec_");
  }

  @Test // A93
  void after_a_rotation_the_old_secret_signs_for_a_day_and_only_the_last_one() {
    Webhook first = about(Optional.empty());
    Webhook second = first.rotateSecret(chance, STAMP).state();
    assertThat(second.signingSecrets(NOON))
        .containsExactly(second.secrets().get(0).text(), first.secrets().get(0).text());
    assertThat(second.signingSecrets(NOON.plus(Duration.ofHours(24)))).hasSize(1);
    Webhook third = second.rotateSecret(chance, STAMP).state();
    assertThat(third.signingSecrets(NOON))
        .containsExactly(third.secrets().get(0).text(), second.secrets().get(0).text());
  }

  @Test
  void it_can_be_disabled_enabled_and_deleted_and_then_nothing_more() {
    Webhook disabled = about(Optional.empty()).disable("gone", STAMP).state();
    assertThat(disabled.reason()).contains("gone");
    assertThatThrownBy(() -> disabled.disable("again", STAMP)).isInstanceOf(Rejection.class);
    Webhook deleted = disabled.enable(STAMP).state().delete(STAMP).state();
    assertThat(deleted.status()).isEqualTo(WebhookStatus.DELETED);
    assertThatThrownBy(() -> deleted.enable(STAMP)).isInstanceOf(Rejection.class);
  }
}
