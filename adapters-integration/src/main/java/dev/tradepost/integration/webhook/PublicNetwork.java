package dev.tradepost.integration.webhook;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.webhook.WebhookReason;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where webhooks may go: over https, to addresses of the public internet. So nobody can make the
 * server call what only it can reach (OWASP API7:2023). Hosts that the operator has named are
 * excepted.
 */
public final class PublicNetwork {
  private static final List<Prefix> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "4000::/2",
              "8000::/1")
          .map(Prefix::of)
          .toList();

  private final Set<String> allowedHosts;
  private final Lookup lookup;

  /** Finds the addresses of a host. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  /**
   * The public network and these hosts.
   *
   * @param allowedHosts names or addresses as they stand in URLs
   */
  public PublicNetwork(Set<String> allowedHosts) {
    this(allowedHosts, InetAddress::getAllByName);
  }

  PublicNetwork(Set<String> allowedHosts, Lookup lookup) {
    this.allowedHosts = Set.copyOf(allowedHosts);
    this.lookup = lookup;
  }

  /** Refuses a URL that leads elsewhere, or nowhere. */
  void requireAllowed(String url) {
    URI uri = parsed(url);
    String host = plain(uri.getHost());
    if (!allowedHosts.contains(host) && !uri.getScheme().equalsIgnoreCase("https")) {
      throw refusal("url must begin with https://");
    }
    try {
      addresses(host);
    } catch (UnknownHostException e) {
      throw refusal("the host " + host + " cannot be found");
    } catch (NotAllowed e) {
      throw refusal("the host " + host + " is not in a public network");
    }
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && uri.getPort() <= 65_535) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Refused below, as a URL without a host is.
    }
    throw refusal("url has no host that can be called");
  }

  private static Rejection refusal(String detail) {
    return new Rejection(WebhookReason.WEBHOOK_URL_NOT_ALLOWED, detail).at("url");
  }

  /** The addresses of a host; none that may not be called ever comes out of here. */
  List<InetAddress> addresses(String host) throws UnknownHostException {
    List<InetAddress> found = List.of(lookup.find(plain(host)));
    if (!allowedHosts.contains(plain(host)) && !found.stream().allMatch(PublicNetwork::isPublic)) {
      throw new NotAllowed();
    }
    return found;
  }

  /** The host leads into a network that is not public. */
  static final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowed() {
      super("address not allowed", null, false, false);
    }
  }

  static boolean isPublic(InetAddress address) {
    return NOT_PUBLIC.stream().noneMatch(prefix -> prefix.covers(address));
  }

  private static String plain(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    String lower = bare.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** A range of addresses by their first bits. */
  private record Prefix(byte[] address, int bits) {

    static Prefix of(String text) {
      String[] parts = text.split("/");
      try {
        return new Prefix(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean covers(InetAddress other) {
      byte[] bytes = other.getAddress();
      if (bytes.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
