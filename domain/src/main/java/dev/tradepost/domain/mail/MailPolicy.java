package dev.tradepost.domain.mail;

import dev.tradepost.domain.shared.UserId;
import java.util.Optional;

/**
 * Whether customers get mail, and where.
 *
 * @param to how a user's id becomes an address, such as {@code {user}@shop.example}
 */
public record MailPolicy(boolean on, String to) {
  private static final String USER = "{user}";

  /** Nobody gets mail. */
  public static final MailPolicy NONE = new MailPolicy(false, USER);

  public MailPolicy {
    boolean built = to.contains(USER) && MailAddress.of(to.replace(USER, "ann")).isPresent();
    if (!built && !to.equals(USER)) {
      throw new IllegalArgumentException(
          "must be an address with " + USER + " in it, such as " + USER + "@shop.example");
    }
  }

  /** Users whose id is an address get mail there, all others none. */
  public static MailPolicy byId() {
    return new MailPolicy(true, USER);
  }

  /** Where the user gets mail; empty where that gives no address, and where nobody gets any. */
  public Optional<MailAddress> addressOf(UserId user) {
    return on ? MailAddress.of(to.replace(USER, user.value())) : Optional.empty();
  }
}
