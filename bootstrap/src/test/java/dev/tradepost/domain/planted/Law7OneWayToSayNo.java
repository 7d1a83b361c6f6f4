package dev.tradepost.domain.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law7OneWayToSayNo extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
