package dev.tradepost.application.port;

import dev.tradepost.domain.shared.UserId;

/** Brings a message to a user by a way that only they can read; never inside a transaction. */
@FunctionalInterface
public interface Notifier {

  void tell(UserId user, String message);
}
