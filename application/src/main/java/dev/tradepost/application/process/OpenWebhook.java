package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Receivers;
import dev.tradepost.application.webhook.RegisterWebhook;
import dev.tradepost.domain.webhook.Webhook;
import java.util.Optional;
import java.util.function.Function;

/** Registers a webhook once it is clear that its URL leads to a place that may be called. */
public final class OpenWebhook {
  private final UseCases useCases;
  private final Receivers receivers;

  public OpenWebhook(UseCases useCases, Receivers receivers) {
    this.useCases = useCases;
    this.receivers = receivers;
  }

  /** The rendered webhook; refuses what {@link RegisterWebhook} refuses. */
  public Answer open(
      Actor actor,
      Optional<Once> once,
      RegisterWebhook registration,
      Function<Webhook, String> render) {
    Webhook.requireUrl(registration.url());
    receivers.requireAllowed(registration.url());
    return useCases.executeOnce(actor, once, registration, render);
  }
}
