package dev.tradepost.application.webhook;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes deliveries that are due, to send them: no other node takes them while there is time for
 * that, and whoever dies over it leaves them to be sent again.
 */
public record TakeDeliveries(WebhookId id, int limit) implements UseCase<List<Parcel>> {

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public List<Parcel> run(UnitOfWork work) {
    Optional<Webhook> webhook =
        work.webhooks().get(id).filter(it -> it.status() == WebhookStatus.ACTIVE);
    if (webhook.isEmpty()) {
      return List.of();
    }
    List<Delivery> due = work.deliveries().getDue(id, work.now(), limit);
    Map<Long, Logged> events =
        work.events().at(due.stream().map(Delivery::seq).toList()).stream()
            .collect(Collectors.toMap(Logged::seq, Function.identity()));
    List<String> secrets = webhook.get().signingSecrets(work.now());
    List<Parcel> parcels = new ArrayList<>(due.size());
    for (Delivery delivery : due) {
      Delivery sent = delivery.send(work.now());
      work.deliveries().save(sent);
      parcels.add(new Parcel(sent, webhook.get().url(), secrets, events.get(sent.seq())));
    }
    return parcels;
  }
}
