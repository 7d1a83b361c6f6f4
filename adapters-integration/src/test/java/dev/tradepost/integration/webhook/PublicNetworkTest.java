package dev.tradepost.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.webhook.WebhookReason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A94: no webhook leads into a network that is not public. */
class PublicNetworkTest {
  private static final PublicNetwork NETWORK = new PublicNetwork(Set.of());

  private static Rejection refusal(PublicNetwork network, String url) {
    Rejection refusal = catchThrowableOfType(Rejection.class, () -> network.requireAllowed(url));
    assertThat(refusal).as(url).isNotNull();
    assertThat(refusal.reason()).isEqualTo(WebhookReason.WEBHOOK_URL_NOT_ALLOWED);
    assertThat(refusal.field()).contains("url");
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://shop.example:99999/",
        "https://shop.example/%zz",
        "https://localhost/",
        "https://LOCALHOST./",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.1.1/",
        "https://198.18.0.1/",
        "https://224.0.0.1/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://[::]/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001::1]/",
        "https://[2001:db8::1]/",
        "https://[fc00::1]/",
        "https://[fd12:3456::1]/",
        "https://[fe80::1]/",
        "https://[ff02::1]/"
      })
  void what_is_not_public_is_refused(String url) {
    refusal(NETWORK, url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://1.1.1.1/",
        "https://9.255.255.255/",
        "https://11.0.0.0/",
        "https://100.63.255.255/",
        "https://100.128.0.0/",
        "https://172.15.255.255/",
        "https://172.32.0.0/",
        "https://223.255.255.255:8443/hook",
        "https://[2606:4700:4700::1111]/",
        "https://[2a00:1450::1]/"
      })
  void what_is_public_is_let_through(String url) {
    assertThatCode(() -> NETWORK.requireAllowed(url)).doesNotThrowAnyException();
  }

  @Test
  void it_must_be_encrypted() {
    assertThat(refusal(NETWORK, "http://1.1.1.1/")).hasMessage("url must begin with https://");
  }

  @Test
  void a_host_that_nobody_knows_is_refused() {
    assertThat(refusal(NETWORK, "https://nowhere.invalid/"))
        .hasMessage("the host nowhere.invalid cannot be found");
  }

  @Test
  void one_address_that_is_not_public_is_enough_to_refuse_a_host() {
    PublicNetwork network =
        new PublicNetwork(
            Set.of(),
            host ->
                new InetAddress[] {
                  InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")
                });
    refusal(network, "https://mixed.example/");
  }

  @Test
  void hosts_that_the_operator_has_named_may_be_anywhere_and_unencrypted() {
    PublicNetwork network = new PublicNetwork(Set.of("localhost", "127.0.0.1"));
    network.requireAllowed("http://localhost:8080/");
    network.requireAllowed("http://LocalHost:8080/");
    network.requireAllowed("http://127.0.0.1/");
    refusal(network, "http://127.0.0.2/");
    refusal(network, "http://localhost.example.invalid/");
  }

  @Test
  void the_last_look_up_counts_not_the_first() throws UnknownHostException {
    String[] answer = {"1.1.1.1"};
    PublicNetwork network =
        new PublicNetwork(Set.of(), host -> new InetAddress[] {InetAddress.getByName(answer[0])});
    network.requireAllowed("https://turning.example/");
    assertThat(network.addresses("turning.example")).hasSize(1);
    answer[0] = "127.0.0.1";
    assertThatCode(() -> network.addresses("turning.example"))
        .isInstanceOf(PublicNetwork.NotAllowed.class);
  }
}
