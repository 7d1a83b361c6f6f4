package dev.tradepost.application.memory;

import dev.tradepost.application.port.DeliveryStore;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deliveries over the tables: what one unit of work changes stands aside until it ends. */
final class InMemoryDeliveries implements DeliveryStore {
  private final Tables tables;
  private final Map<DeliveryId, Delivery> changed = new LinkedHashMap<>();
  private final Map<DeliveryId, List<Attempt>> noted = new HashMap<>();
  private final Set<DeliveryId> forgotten = new HashSet<>();

  InMemoryDeliveries(Tables tables) {
    this.tables = tables;
  }

  private Stream<Delivery> all(Predicate<Delivery> wanted) {
    Map<DeliveryId, Delivery> now = new LinkedHashMap<>(tables.deliveries);
    now.putAll(changed);
    return now.values().stream().filter(wanted);
  }

  @Override
  public void addAll(List<Delivery> fresh) {
    fresh.forEach(this::save);
  }

  @Override
  public void save(Delivery delivery) {
    changed.put(delivery.id(), delivery);
  }

  @Override
  public Optional<Delivery> get(DeliveryId id) {
    return Optional.ofNullable(changed.getOrDefault(id, tables.deliveries.get(id)));
  }

  @Override
  public List<Delivery> getDue(WebhookId webhook, Instant now, int limit) {
    return all(it -> it.webhookId().equals(webhook))
        .filter(it -> it.dueAt().filter(due -> !due.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((Delivery it) -> it.dueAt().orElseThrow())
                .thenComparing(Delivery::seq))
        .limit(limit)
        .toList();
  }

  @Override
  public Set<String> unfinished(WebhookId webhook, Collection<String> aggregates) {
    return all(it -> it.webhookId().equals(webhook) && it.open())
        .map(Delivery::aggregateId)
        .filter(aggregates::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Delivery> firstWaiting(WebhookId webhook, String aggregate) {
    return all(it -> it.webhookId().equals(webhook) && it.status() == DeliveryStatus.WAITING)
        .filter(it -> it.aggregateId().equals(aggregate))
        .min(Comparator.comparing(Delivery::seq));
  }

  @Override
  public void note(DeliveryId id, int number, Attempt attempt) {
    noted.computeIfAbsent(id, key -> new ArrayList<>()).add(attempt);
  }

  @Override
  public boolean anyDelivered(WebhookId webhook, Instant since) {
    return all(it -> it.webhookId().equals(webhook))
        .anyMatch(it -> it.status() == DeliveryStatus.DELIVERED && !it.updatedAt().isBefore(since));
  }

  @Override
  public void giveUpAll(WebhookId webhook, Instant now) {
    all(it -> it.webhookId().equals(webhook) && it.open())
        .toList()
        .forEach(it -> save(it.giveUp(now)));
  }

  @Override
  public int forgetBefore(Instant moment) {
    all(it -> !it.open() && it.updatedAt().isBefore(moment)).forEach(it -> forgotten.add(it.id()));
    return forgotten.size();
  }

  void commit() {
    tables.deliveries.putAll(changed);
    noted.forEach(
        (id, attempts) ->
            tables.attempts.computeIfAbsent(id, key -> new ArrayList<>()).addAll(attempts));
    tables.deliveries.keySet().removeAll(forgotten);
    tables.attempts.keySet().removeAll(forgotten);
  }
}
