package dev.tradepost.http.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law1AdaptersDoNotKnowEachOther {
  dev.tradepost.persistence.shared.Database database;
}
