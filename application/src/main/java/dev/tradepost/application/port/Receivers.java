package dev.tradepost.application.port;

import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.domain.webhook.Attempt;
import java.util.concurrent.CompletionStage;

/** The receivers of webhooks, outside the house; never called inside a transaction. */
public interface Receivers {

  /** Refuses a URL that leads where no webhook may go; looks its host up, and so may block. */
  void requireAllowed(String url);

  /** Sends one delivery without waiting; what came of it, bad news too, is a result. */
  CompletionStage<Attempt> send(Parcel parcel);
}
