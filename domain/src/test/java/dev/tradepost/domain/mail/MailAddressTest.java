package dev.tradepost.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S0-65: what can be written to, and what of a user's id becomes an address. */
class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b", "ann.lee+shop@mail.shop.example", "a_b-c@x-1.example", "o'neill@a.io"})
  void an_address_is_one(String text) {
    assertThat(MailAddress.of(text)).contains(new MailAddress(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "@shop.example",
        "ann@",
        "ann@@shop.example",
        "ann@eve@shop.example",
        "a:b@shop.example",
        ".ann@shop.example",
        "ann.@shop.example",
        "a..b@shop.example",
        "ann@-shop.example",
        "ann@shop..example",
        "ann@shop.example.",
        "ann@[127.0.0.1]",
        "ann @shop.example",
        "Ann <ann@shop.example>",
        "ann@shop.example,eve@evil.example",
        "ann@shop.example\n",
        "ann@shop.example\r\nBcc: eve@evil.example",
        "änn@shop.example",
      })
  void what_could_be_more_or_less_than_an_address_is_none(String text) {
    assertThat(MailAddress.of(text)).isEmpty();
    assertThatThrownBy(() -> new MailAddress(text)).hasMessageContaining("orders@shop.example");
  }

  @Test
  void an_address_has_an_end() {
    assertThat(MailAddress.of("a".repeat(64) + "@shop.example")).isPresent();
    assertThat(MailAddress.of("a".repeat(65) + "@shop.example")).isEmpty();
    assertThat(MailAddress.of("a@" + "b".repeat(64))).isEmpty();
    assertThat(MailAddress.of("a@" + "b.".repeat(126) + "b")).isEmpty();
    assertThat(MailAddress.of("!".repeat(60_000) + "@b")).isEmpty();
  }

  private static String sent(MailPolicy policy, String user) {
    return policy.addressOf(new UserId(user)).map(MailAddress::value).orElse("nobody");
  }

  @Test
  void a_user_s_id_becomes_an_address_or_nobody_is_written_to() {
    MailPolicy pattern = new MailPolicy(true, "{user}@shop.example");
    assertThat(sent(pattern, "ann")).isEqualTo("ann@shop.example");
    assertThat(sent(pattern, "ann@evil.example")).isEqualTo("nobody");
    assertThat(sent(pattern, "a:b")).isEqualTo("nobody");
    assertThat(sent(MailPolicy.byId(), "ann")).isEqualTo("nobody");
    assertThat(sent(MailPolicy.byId(), "ann@shop.example")).isEqualTo("ann@shop.example");
    assertThat(sent(MailPolicy.NONE, "ann@shop.example")).isEqualTo("nobody");
    assertThat(sent(new MailPolicy(false, "{user}@shop.example"), "ann")).isEqualTo("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders@shop.example", "{user}@", "{user} @shop.example", "{users}"})
  void a_pattern_that_gives_no_address_of_a_user_s_is_refused(String pattern) {
    assertThatThrownBy(() -> new MailPolicy(true, pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{user}@shop.example");
  }
}
