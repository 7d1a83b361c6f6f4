package dev.tradepost.bootstrap;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The keys tokens are checked with. */
final class Keys {
  private static final int SECRET_BYTES = 48;

  private Keys() {}

  /**
   * The demo's own secret, made on first use and kept in the data directory for its owner alone.
   */
  static byte[] demoSecret(Path data) throws IOException {
    Path file = data.resolve("jwt.secret");
    if (!Files.exists(file)) {
      Files.createDirectories(data);
      byte[] secret = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(secret);
      writeOnce(file, Base64.getEncoder().encode(secret));
    }
    return Files.readAllBytes(file);
  }

  private static void writeOnce(Path file, byte[] secret) throws IOException {
    try {
      Files.write(file, secret, StandardOpenOption.CREATE_NEW);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; its secret is the one.
    }
  }

  /** The RSA or EC key of a PEM file. */
  static PublicKey publicKey(Path pem) throws IOException {
    String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
    X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(text));
    for (String algorithm : new String[] {"RSA", "EC"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(spec);
      } catch (GeneralSecurityException e) {
        // Not of this algorithm; the next one is tried.
      }
    }
    throw new IllegalArgumentException(
        "holds no RSA or EC public key in PEM (SubjectPublicKeyInfo)");
  }
}
