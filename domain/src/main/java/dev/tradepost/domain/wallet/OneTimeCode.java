package dev.tradepost.domain.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A code of six digits as it is kept: salted and hashed (SHA-256), so that it is not to be read at
 * a glance. A million codes are soon tried by who has the data; what protects against everybody
 * else is that a code is good for three tries and five minutes. Codes are compared in constant
 * time.
 *
 * @param salt of this one code
 * @param hash in hexadecimal
 */
public record OneTimeCode(UUID salt, String hash) {
  private static final int CODES = 1_000_000;

  public OneTimeCode {
    Objects.requireNonNull(salt);
    Objects.requireNonNull(hash);
  }

  /** Six digits by chance. */
  public static String draw(RandomGenerator chance) {
    return String.valueOf(CODES + chance.nextInt(CODES)).substring(1);
  }

  public static OneTimeCode of(String code, UUID salt) {
    return new OneTimeCode(salt, hash(code, salt));
  }

  public boolean matches(String code) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII),
        hash(code, salt).getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(String code, UUID salt) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] salted = (salt + " " + code).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(salted));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
