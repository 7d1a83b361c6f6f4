package dev.tradepost.persistence.planted;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law5ViewsDoNotLock {
  static final class PlantedViews {
    dev.tradepost.application.port.UnitOfWork work;
  }
}
