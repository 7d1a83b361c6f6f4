package dev.tradepost.application.webhook;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookReason;
import java.util.Optional;
import java.util.Set;

/**
 * Registers a receiver of the caller's events. The staff can have one of another user's events, or
 * of everybody's.
 *
 * @param about whose events; empty for the caller's own, and for the staff everybody's
 * @param types which events; empty for all
 */
public record RegisterWebhook(String url, Optional<UserId> about, Set<String> types)
    implements UseCase<Webhook> {

  @Override
  public Webhook run(UnitOfWork work) {
    for (String type : types) {
      if (!EventTypes.ALL.contains(type)) {
        throw new Rejection(
                WebhookReason.UNKNOWN_EVENT_TYPE, "there is no event of the type '" + type + "'")
            .at("types");
      }
    }
    UserId caller = work.actor().userId();
    Optional<UserId> whose = about;
    if (!work.actor().has(Role.STAFF)) {
      if (about.isPresent() && !about.get().equals(caller)) {
        throw new Rejection(
                ApplicationReason.NOT_FOR_OTHERS, "only staff may hear of what is other users'")
            .at("userId");
      }
      whose = Optional.of(caller);
    }
    long last = work.events().last();
    if (work.webhooks().getOf(caller).size() >= Webhook.MAX_PER_USER) {
      throw new Rejection(
          WebhookReason.TOO_MANY_WEBHOOKS, "you have " + Webhook.MAX_PER_USER + " webhooks");
    }
    WebhookId id = new WebhookId(work.newId());
    Change<Webhook> webhook =
        Webhook.register(id, caller, whose, url, types, last, work.chance(), work.stamp());
    work.webhooks().save(webhook);
    return webhook.state();
  }
}
