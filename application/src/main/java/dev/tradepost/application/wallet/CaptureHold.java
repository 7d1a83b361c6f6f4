package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Hold;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Claims held money, all that is left or a part of it; further parts may follow.
 *
 * @param amount in major units of the hold's currency; empty for all that is left
 */
public record CaptureHold(HoldId id, Optional<BigDecimal> amount) implements UseCase<Hold> {

  @Override
  public Hold run(UnitOfWork work) {
    Wallets.HeldMoney held = Wallets.getHold(work, id);
    Money money = amount.map(it -> money(it, held.hold())).orElse(held.hold().open());
    Booked booked =
        Wallets.booking(work, EntryType.HOLD_CAPTURE)
            .after(held.funds())
            .referringTo(id.value())
            .because(held.hold().purpose())
            .take(held.wallet(), held.hold(), money)
            .house(Account.Kind.CASH_OUT, money)
            .done();
    Wallets.save(work, booked);
    return booked.holds().get(booked.holds().size() - 1).state();
  }

  private static Money money(BigDecimal major, Hold hold) {
    try {
      return Money.of(major, hold.amount().currency()).requirePositive();
    } catch (Rejection rejection) {
      throw rejection.at("amount");
    }
  }
}
