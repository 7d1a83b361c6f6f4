package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import java.time.Instant;
import java.util.Optional;

/** What happens to a hold. */
public sealed interface HoldEvent extends DomainEvent {

  /** Money is held for a purpose. */
  record Placed(
      HoldId holdId, WalletId walletId, Money amount, String purpose, Optional<Instant> expiresAt)
      implements HoldEvent {
    @Override
    public String type() {
      return "hold.placed";
    }
  }

  /** Some of the held money was claimed. */
  record Captured(HoldId holdId, Money amount, HoldStatus status) implements HoldEvent {
    @Override
    public String type() {
      return "hold.captured";
    }
  }

  /** The rest was let go, because somebody said so or its time ran out. */
  record Ended(HoldId holdId, Money freed, HoldStatus status) implements HoldEvent {
    @Override
    public String type() {
      return "hold.ended";
    }
  }
}
