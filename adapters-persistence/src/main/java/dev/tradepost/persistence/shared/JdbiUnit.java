package dev.tradepost.persistence.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Stores;
import dev.tradepost.application.port.UnitOfWork;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What one command sees of the transaction it runs in. */
record JdbiUnit(Actor actor, Shop shop, Sources sources, Instant now, Stores stores)
    implements UnitOfWork {

  @Override
  public UUID newId() {
    return sources.ids().get();
  }

  @Override
  public RandomGenerator chance() {
    return sources.chance();
  }
}
