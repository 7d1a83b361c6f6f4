package dev.tradepost.persistence.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * The commands that wait, and the groups on their way. As many groups are on their way at once as
 * there are lanes, but no two that have named the same: one would wait for the other's locks.
 * Commands that have named the same keep their order. One that has named nothing may want anything,
 * so its group is on its way alone.
 */
final class Lanes {
  private static final Object ANYTHING = "anything";

  private final int lanes;
  private final int most;
  private final Queue<Command<?>> waiting = new ArrayDeque<>();
  private final List<Group> onTheirWay = new ArrayList<>();

  /**
   * Empty ones.
   *
   * @param most how many commands a group may have
   */
  Lanes(int lanes, int most) {
    this.lanes = lanes;
    this.most = most;
  }

  private static final class Group {
    private final List<Command<?>> commands = new ArrayList<>();
    private final Set<Object> names = new HashSet<>();
  }

  /** Takes a command in. */
  synchronized void enter(Command<?> command) {
    waiting.add(command);
  }

  /** Begins a group; its leader, or none where no lane is free or nobody who waits can go. */
  synchronized Optional<Command<?>> next() {
    Group group = new Group();
    if (onTheirWay.size() < lanes) {
      fill(group, 1);
    }
    if (group.commands.isEmpty()) {
      return Optional.empty();
    }
    onTheirWay.add(group);
    return Optional.of(group.commands.get(0));
  }

  /** The group that a command leads, with everything that waits by now and can go along. */
  synchronized List<Command<?>> gathered(Command<?> leader) {
    Group group =
        onTheirWay.stream().filter(it -> it.commands.get(0) == leader).findFirst().orElseThrow();
    fill(group, most);
    return group.commands;
  }

  /** A group has ended. */
  synchronized void leave(List<Command<?>> commands) {
    onTheirWay.removeIf(group -> group.commands == commands);
  }

  private void fill(Group group, int size) {
    Set<Object> taken = new HashSet<>();
    onTheirWay.stream().filter(it -> it != group).forEach(it -> taken.addAll(it.names));
    Iterator<Command<?>> queue = waiting.iterator();
    while (queue.hasNext() && group.commands.size() < size) {
      Command<?> command = queue.next();
      Set<Object> names = names(command);
      if (meet(names, taken)) {
        taken.addAll(names);
      } else {
        queue.remove();
        group.commands.add(command);
        group.names.addAll(names);
      }
    }
  }

  private static Set<Object> names(Command<?> command) {
    return command.names().isEmpty() ? Set.of(ANYTHING) : command.names();
  }

  private static boolean meet(Set<Object> names, Set<Object> taken) {
    return !taken.isEmpty()
        && (names.contains(ANYTHING)
            || taken.contains(ANYTHING)
            || !Collections.disjoint(names, taken));
  }
}
