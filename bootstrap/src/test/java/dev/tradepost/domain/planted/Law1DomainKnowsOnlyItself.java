package dev.tradepost.domain.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law1DomainKnowsOnlyItself {
  org.slf4j.Logger log;
}
