package dev.tradepost.application.live;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import java.time.Instant;
import java.util.UUID;

/**
 * Gives the caller a ticket for one socket.
 *
 * @param until when the caller's token ends
 */
public record GiveTicket(Instant until) implements UseCase<Ticket> {

  @Override
  public Ticket run(UnitOfWork work) {
    String text = new UUID(work.chance().nextLong(), work.chance().nextLong()).toString();
    Ticket ticket = new Ticket(text, work.actor(), work.now().plus(Ticket.LASTS), until);
    work.answers().keep(Ticket.given(text), ticket.kept());
    return ticket;
  }
}
