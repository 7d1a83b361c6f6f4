package dev.tradepost.application.process;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import java.time.Duration;

/** Forgets mails that nobody has touched for a month; how many that were. */
public record ForgetMails() implements UseCase<Integer> {
  private static final Duration KEPT = Duration.ofDays(30);

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public Integer run(UnitOfWork work) {
    return work.mails().forgetBefore(work.now().minus(KEPT));
  }
}
