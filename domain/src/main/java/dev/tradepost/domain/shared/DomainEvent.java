package dev.tradepost.domain.shared;

/** Something that happened to an aggregate: the data of one entry in the event log. */
public interface DomainEvent {

  /** The event's public name, {@code feature.what_happened}; part of the API, never renamed. */
  String type();
}
