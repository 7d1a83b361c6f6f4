package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.StagedStore;
import dev.tradepost.application.port.Stores;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Stamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A unit of work over the tables; it runs under their lock. */
final class InMemoryUnit implements UnitOfWork, EventSink {
  private final Actor actor;
  private final Shop shop;
  private final Sources sources;
  private final Instant now;
  private final Tables tables;
  private final List<InMemoryEvents.Event> events = new ArrayList<>();
  private final InMemoryStores stores;

  InMemoryUnit(Actor actor, Shop shop, Sources sources, Tables tables) {
    this.actor = actor;
    this.shop = shop;
    this.sources = sources;
    this.tables = tables;
    this.now = sources.clock().instant().truncatedTo(ChronoUnit.MICROS);
    this.stores = new InMemoryStores(tables, this, now);
  }

  /**
   * Keeps all that was staged; throws {@link Conflict}, and keeps nothing, where a twin was faster.
   */
  void commit() {
    stores.requireNoTwins();
    stores.orders.staged().forEach(it -> addToTimeline(it.state().id(), it));
    stores.fxOrders.staged().forEach(it -> addToTimeline(it.state().id(), it));
    stores.commit();
    tables.events.addAll(events);
  }

  @Override
  public void add(Aggregate state, List<DomainEvent> some) {
    long version = state.version() - some.size();
    for (DomainEvent event : some) {
      version++;
      events.add(
          new InMemoryEvents.Event(
              newId(), now, state.aggregateId(), version, state.owner(), event));
    }
  }

  private void addToTimeline(OrderId id, StagedStore.Staged<?> staged) {
    tables.timelines.computeIfAbsent(id, key -> new ArrayList<>()).addAll(TimelineEntry.of(staged));
  }

  @Override
  public Stamp stamp() {
    return UnitOfWork.super.stamp();
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public Shop shop() {
    return shop;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public UUID newId() {
    return sources.ids().get();
  }

  @Override
  public RandomGenerator chance() {
    return sources.chance();
  }

  @Override
  public Stores stores() {
    return stores.stores();
  }
}
