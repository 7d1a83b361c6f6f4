package dev.tradepost.domain.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law6NoClocksNorChanceInside {
  long now = System.currentTimeMillis();
}
