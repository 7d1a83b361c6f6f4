package dev.tradepost.bootstrap.docs;

import dev.tradepost.domain.shared.DomainEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out the public name of an event by making an empty one. */
final class EventName {

  private EventName() {}

  static String of(Class<?> event) {
    Class<?>[] types =
        Arrays.stream(event.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = event.getDeclaredConstructor(types);
      Object[] nothing = Arrays.stream(types).map(EventName::nothing).toArray();
      return ((DomainEvent) constructor.newInstance(nothing)).type();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(event + " has no type", e);
    }
  }

  private static Object nothing(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    return type == Map.class ? Map.of() : type == Optional.class ? Optional.empty() : null;
  }
}
