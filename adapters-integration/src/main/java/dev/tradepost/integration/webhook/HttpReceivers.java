package dev.tradepost.integration.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.port.Receivers;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.domain.webhook.Attempt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends deliveries over HTTP, signed by Standard Webhooks 1.0.0. It connects only to addresses that
 * {@link PublicNetwork} has let through, looked up anew for each connection; it follows no
 * redirect, keeps no cookie and reads no answer beyond its head.
 */
public final class HttpReceivers implements Receivers, AutoCloseable {
  /** How long a receiver has got to answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_OF_AN_ANSWER = 64 * 1024;

  private final PublicNetwork network;
  private final Function<Logged, String> envelope;
  private final Clock clock;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * Ready to send.
   *
   * @param envelope an event as the JSON that is sent, the same each time
   */
  public HttpReceivers(PublicNetwork network, Function<Logged, String> envelope, Clock clock) {
    this(network, envelope, clock, TIMEOUT);
  }

  HttpReceivers(
      PublicNetwork network, Function<Logged, String> envelope, Clock clock, Duration timeout) {
    this.network = network;
    this.envelope = envelope;
    this.clock = clock;
    this.timeout = timeout;
    this.client = client(network);
  }

  private static HttpClient client(PublicNetwork network) {
    QueuedThreadPool threads = new QueuedThreadPool(12, 2);
    threads.setName("webhooks");
    threads.setDaemon(true);
    HttpClient client = new HttpClient();
    client.setExecutor(threads);
    client.setSocketAddressResolver(new GuardedResolver(network, threads));
    client.setFollowRedirects(false);
    client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
    client.setDestinationIdleTimeout(TimeUnit.MINUTES.toMillis(1));
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Tradepost-Webhooks/1"));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client did not start", e);
    }
    client.getContentDecoderFactories().clear();
    return client;
  }

  @Override
  public void requireAllowed(String url) {
    network.requireAllowed(url);
  }

  @Override
  public CompletionStage<Attempt> send(Parcel parcel) {
    CompletableFuture<Attempt> attempt = new CompletableFuture<>();
    Instant at = clock.instant();
    long start = System.nanoTime();
    try {
      request(parcel, at)
          .send(
              result ->
                  attempt.complete(
                      outcome(result, at, Duration.ofNanos(System.nanoTime() - start))));
    } catch (RuntimeException e) {
      attempt.complete(Attempt.failed(at, Failures.inWords(e), Duration.ZERO));
    }
    return attempt;
  }

  private Request request(Parcel parcel, Instant at) {
    String body = envelope.apply(parcel.event());
    String id = parcel.event().id().toString();
    long seconds = at.getEpochSecond();
    String signatures =
        parcel.secrets().stream()
            .map(secret -> sign(secret, id, seconds, body))
            .collect(Collectors.joining(" "));
    Request request =
        client
            .newRequest(URI.create(parcel.url()))
            .method(HttpMethod.POST)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .headers(
                headers ->
                    headers
                        .put(Webhook.UNBRANDED_MSG_ID_KEY, id)
                        .put(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds))
                        .put(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signatures))
            .body(new StringRequestContent("application/json", body, StandardCharsets.UTF_8));
    AtomicLong read = new AtomicLong();
    return request.onResponseContent(
        (response, bytes) -> {
          if (read.addAndGet(bytes.remaining()) > MOST_OF_AN_ANSWER) {
            response.abort(new IllegalStateException("the answer is too long"));
          }
        });
  }

  private static String sign(String secret, String id, long seconds, String body) {
    try {
      return new Webhook(secret).sign(id, seconds, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("a delivery could not be signed", e);
    }
  }

  /** Once the status is known it counts, whatever becomes of the rest of the answer. */
  private Attempt outcome(Result result, Instant at, Duration took) {
    int status = result.getResponse() == null ? 0 : result.getResponse().getStatus();
    if (status > 0) {
      String wish = result.getResponse().getHeaders().get(HttpHeader.RETRY_AFTER);
      return Attempt.answered(at, status, RetryAfter.parse(wish, clock.instant()), took);
    }
    return Attempt.failed(at, Failures.inWords(result.getFailure()), took);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client did not stop", e);
    }
  }
}
