package dev.tradepost.application;

import dev.tradepost.domain.shared.UserId;
import java.util.Objects;

/** Who asks. */
public record Actor(UserId userId, Role role) {

  public Actor {
    Objects.requireNonNull(userId);
    Objects.requireNonNull(role);
  }

  /** The house itself, in processes nobody asked for. */
  public static Actor system() {
    return new Actor(new UserId("system"), Role.ADMIN);
  }

  public boolean has(Role required) {
    return role.compareTo(required) >= 0;
  }

  /** Whether what belongs to this user is there for this caller: their own, or all for staff. */
  public boolean mayActFor(UserId user) {
    return userId.equals(user) || has(Role.STAFF);
  }
}
