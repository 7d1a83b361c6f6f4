package dev.tradepost.application.process;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;

/** Gives committed events their places in the log; how many got one. */
public record NumberEvents(int limit) implements UseCase<Integer> {

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public Integer run(UnitOfWork work) {
    return work.events().number(limit);
  }
}
