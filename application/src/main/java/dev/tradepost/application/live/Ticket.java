package dev.tradepost.application.live;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Once;
import dev.tradepost.application.Role;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Lets its holder open one socket, once, within half a minute.
 *
 * @param text what is shown to open it; nobody can guess it
 * @param expiresAt when it is worth nothing any more
 * @param until when the token ends that it was given for, and the socket with it
 */
public record Ticket(String text, Actor actor, Instant expiresAt, Instant until) {
  static final Duration LASTS = Duration.ofSeconds(30);

  public Ticket {
    Objects.requireNonNull(text);
    Objects.requireNonNull(actor);
  }

  /** Where tickets are kept: with the answers to requests, and forgotten like them. */
  static Once given(String text) {
    return new Once("ws-ticket", text, "");
  }

  /** Where it is kept that one was used. */
  static Once used(String text) {
    return new Once("ws-ticket used", text, "");
  }

  AnswerStore.Kept kept() {
    return new AnswerStore.Kept(
        "",
        String.join(
            " ",
            expiresAt.toString(),
            until.toString(),
            actor.role().name(),
            actor.userId().value()));
  }

  static Ticket of(String text, AnswerStore.Kept kept) {
    String[] parts = kept.text().split(" ", 4);
    Actor actor = new Actor(new UserId(parts[3]), Role.valueOf(parts[2]));
    return new Ticket(text, actor, Instant.parse(parts[0]), Instant.parse(parts[1]));
  }
}
