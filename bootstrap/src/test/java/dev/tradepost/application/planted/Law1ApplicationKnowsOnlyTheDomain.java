package dev.tradepost.application.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law1ApplicationKnowsOnlyTheDomain {
  org.jdbi.v3.core.Jdbi jdbi;
}
