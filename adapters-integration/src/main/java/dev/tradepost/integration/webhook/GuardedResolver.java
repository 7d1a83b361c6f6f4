package dev.tradepost.integration.webhook;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks hosts up for the HTTP client, which connects to what comes out of here and nothing else.
 */
final class GuardedResolver implements SocketAddressResolver {
  private final PublicNetwork network;
  private final Executor executor;

  GuardedResolver(PublicNetwork network, Executor executor) {
    this.network = network;
    this.executor = executor;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    executor.execute(
        () -> {
          try {
            promise.succeeded(
                network.addresses(host).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList());
          } catch (UnknownHostException | RuntimeException e) {
            promise.failed(e);
          }
        });
  }
}
