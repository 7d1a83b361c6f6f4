package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule against fraud as data: what it compares, and what follows when the number is too high. It
 * looks at one transfer before it is made and changes nothing.
 */
public sealed interface FraudRule {

  /** What a rule can say; the later one is the graver. */
  enum Verdict {
    ALLOW,
    /** A person of the shop decides. */
    REVIEW,
    BLOCK
  }

  /** A transfer as the rules see it. */
  record Attempt(Balance balance, Money amount, boolean newPayee, Instant at) {}

  Verdict verdict();

  /** What was compared, if the rule applies to this transfer. */
  Optional<String> finding(Attempt attempt, WalletPolicy policy);

  /** Whether the rule has to know if the payee was paid before. */
  default boolean asksForPayee(Money amount, WalletPolicy policy) {
    return false;
  }

  /**
   * More debits in a minute than this, the transfer included. Minutes are counted one after the
   * other from the first debit on, so that around the end of one twice as many can pass.
   */
  record Velocity(int debitsPerMinute, Verdict verdict) implements FraudRule {
    public Velocity {
      Objects.requireNonNull(verdict);
    }

    @Override
    public Optional<String> finding(Attempt attempt, WalletPolicy policy) {
      int debits = attempt.balance().habit().recentAt(attempt.at()) + 1;
      return debits > debitsPerMinute
          ? Optional.of("velocity: " + debits + " debits in a minute > " + debitsPerMinute)
          : Optional.empty();
    }
  }

  /** An amount above so many times the usual debit, once there are enough debits to tell. */
  record Unusual(int times, Verdict verdict) implements FraudRule {
    private static final int ENOUGH = 5;

    public Unusual {
      Objects.requireNonNull(verdict);
      if (times < 1) {
        throw new IllegalArgumentException("times must be 1 or more, not " + times);
      }
    }

    @Override
    public Optional<String> finding(Attempt attempt, WalletPolicy policy) {
      Habit habit = attempt.balance().habit();
      Money usual = new Money(Math.max(habit.usualMinor(), 1), attempt.amount().currency());
      // amount > times x usual, without a product that could overflow.
      boolean tooMuch = (attempt.amount().minor() - 1) / times >= usual.minor();
      return habit.debits() >= ENOUGH && tooMuch
          ? Optional.of("unusual: " + attempt.amount() + " > " + times + " x " + usual)
          : Optional.empty();
    }
  }

  /** The first transfer to a payee, above this amount. */
  record NewPayee(Money above, Verdict verdict) implements FraudRule {
    public NewPayee {
      Objects.requireNonNull(above);
      Objects.requireNonNull(verdict);
    }

    @Override
    public boolean asksForPayee(Money amount, WalletPolicy policy) {
      return amount.compareTo(policy.in(amount.currency(), above)) > 0;
    }

    @Override
    public Optional<String> finding(Attempt attempt, WalletPolicy policy) {
      return attempt.newPayee() && asksForPayee(attempt.amount(), policy)
          ? Optional.of("new-payee: " + attempt.amount() + " > " + above + ", never paid before")
          : Optional.empty();
    }
  }
}
