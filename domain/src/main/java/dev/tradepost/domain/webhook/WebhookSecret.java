package dev.tradepost.domain.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What deliveries are signed with, as Standard Webhooks writes it: {@code whsec_} and 32 random
 * bytes in base64. It never shows in a log.
 *
 * @param until when it stops to sign; empty for the present one
 */
public record WebhookSecret(String text, Optional<Instant> until) {
  private static final int BYTES = 32;

  static WebhookSecret generate(RandomGenerator chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new WebhookSecret(
        "whsec_" + Base64.getEncoder().encodeToString(bytes), Optional.empty());
  }

  boolean signsAt(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }

  WebhookSecret endingAt(Instant end) {
    return new WebhookSecret(text, Optional.of(end));
  }

  @Override
  public String toString() {
    return "secret until " + until;
  }
}
