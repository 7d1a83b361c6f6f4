package dev.tradepost.application;

import java.util.Objects;

/**
 * Asks that a request take effect once, however often it is sent.
 *
 * @param scope the caller and the route the key belongs to
 * @param key the client's key
 * @param fingerprint what the request said; another one under the same key is refused
 */
public record Once(String scope, String key, String fingerprint) {

  public Once {
    Objects.requireNonNull(scope);
    Objects.requireNonNull(key);
    Objects.requireNonNull(fingerprint);
  }

  /** The same request's key for one step of a process. */
  public Once step(String name) {
    return new Once(scope + "#" + name, key, fingerprint);
  }
}
