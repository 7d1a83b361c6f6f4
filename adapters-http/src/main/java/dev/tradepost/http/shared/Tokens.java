package dev.tradepost.http.shared;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks and issues bearer tokens: {@code sub} is the user, {@code role} is customer, staff or
 * admin. The algorithm is the one configured, whatever a token's header says.
 */
public final class Tokens {
  /** The request attribute that holds who asks. */
  static final String ACTOR = "actor";

  private static final int MIN_SECRET_BYTES = 32;
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** Past it all are forgotten: what is verified again costs time and nothing else. */
  private static final int MOST_KNOWN = 10_000;

  private final Map<String, Bearer> known = new ConcurrentHashMap<>();
  private final Algorithm algorithm;
  private final JWTVerifier verifier;
  private final String issuer;
  private final String audience;

  private Tokens(Algorithm algorithm, String issuer, String audience) {
    this.algorithm = algorithm;
    this.issuer = issuer;
    this.audience = audience;
    this.verifier =
        JWT.require(algorithm)
            .withIssuer(issuer)
            .withAudience(audience)
            .withClaimPresence("sub")
            .withClaimPresence("exp")
            .acceptLeeway(SKEW.toSeconds())
            .build();
  }

  /** HS256 with a shared secret; refuses one of less than 32 bytes. */
  public static Tokens shared(byte[] secret, String issuer, String audience) {
    if (secret.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException("the JWT secret must have at least 32 bytes");
    }
    return new Tokens(Algorithm.HMAC256(secret), issuer, audience);
  }

  /**
   * RS256 or ES256 with the public key of whoever issues the tokens; such tokens are not issued
   * here.
   */
  public static Tokens publicKey(PublicKey key, String issuer, String audience) {
    if (key instanceof RSAPublicKey rsa) {
      return new Tokens(Algorithm.RSA256(rsa), issuer, audience);
    }
    if (key instanceof ECPublicKey ec) {
      return new Tokens(Algorithm.ECDSA256(ec), issuer, audience);
    }
    throw new IllegalArgumentException("the JWT public key must be RSA or EC P-256");
  }

  /** A token that was issued and when it ends. */
  public record Issued(String token, Instant expiresAt) {}

  public Issued issue(Actor actor, Duration validFor, Instant now) {
    Instant end = now.plus(validFor);
    String token =
        JWT.create()
            .withIssuer(issuer)
            .withAudience(audience)
            .withSubject(actor.userId().value())
            .withClaim("role", actor.role().name().toLowerCase(Locale.ROOT))
            .withIssuedAt(now)
            .withExpiresAt(end)
            .sign(algorithm);
    return new Issued(token, Instant.ofEpochSecond(end.getEpochSecond()));
  }

  /** Who presents a token, and when it ends. */
  public record Bearer(Actor actor, Instant until) {}

  /** Who presents this Authorization header; refuses a missing, forged or expired token. */
  Actor authenticate(String header) {
    return bearer(header).actor();
  }

  /** The same, and when the token ends. */
  public Bearer bearer(String header) {
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw unauthenticated("send Authorization: Bearer with a token");
    }
    String text = header.substring(7).strip();
    Bearer before = known.get(text);
    if (before != null && Instant.now().isBefore(before.until)) {
      return before;
    }
    Bearer verified = verified(text);
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(text, verified);
    return verified;
  }

  private Bearer verified(String text) {
    try {
      DecodedJWT token = verifier.verify(text);
      Actor actor = new Actor(new UserId(token.getSubject()), role(token));
      return new Bearer(actor, token.getExpiresAtAsInstant());
    } catch (JWTVerificationException | IllegalArgumentException | Rejection e) {
      throw unauthenticated("the token is not valid here: forged, expired or for another service");
    }
  }

  private static Role role(DecodedJWT token) {
    String role = token.getClaim("role").asString();
    return role == null ? Role.CUSTOMER : Role.valueOf(role.toUpperCase(Locale.ROOT));
  }

  private static Rejection unauthenticated(String detail) {
    return new Rejection(HttpReason.UNAUTHENTICATED, detail);
  }
}
