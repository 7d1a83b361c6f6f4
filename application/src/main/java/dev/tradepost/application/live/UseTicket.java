package dev.tradepost.application.live;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Rejection;
import java.util.Optional;

/** Uses a ticket up; refuses one that was used, has expired or was never given. */
public record UseTicket(String text) implements UseCase<Ticket> {

  @Override
  public Ticket run(UnitOfWork work) {
    Ticket ticket =
        Optional.of(text)
            .filter(it -> it.chars().noneMatch(Character::isISOControl))
            .flatMap(it -> work.answers().find(Ticket.given(it)))
            .map(kept -> Ticket.of(text, kept))
            .filter(it -> work.now().isBefore(it.expiresAt()))
            .filter(it -> work.answers().find(Ticket.used(text)).isEmpty())
            .orElseThrow(
                () ->
                    new Rejection(
                        ApplicationReason.TICKET_NOT_VALID, "get a new one at POST /ws-tickets"));
    work.answers().keep(Ticket.used(text), ticket.kept());
    return ticket;
  }
}
