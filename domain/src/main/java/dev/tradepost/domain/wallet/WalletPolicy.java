package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The house's rules for wallets.
 *
 * @param zone where a day and a month begin
 * @param limits of wallets that have none of their own; amounts of other currencies are compared at
 *     the table's rate
 * @param approvalAbove transfers above this wait for a one-time code; empty for none
 * @param fraudRules the first that applies with the gravest verdict decides
 */
public record WalletPolicy(
    ZoneId zone,
    Limits limits,
    Optional<Money> approvalAbove,
    List<FraudRule> fraudRules,
    ExchangeRates rates) {

  /** How long a hold lasts where nobody says. */
  public static final Duration HOLD_LASTS = Duration.ofDays(7);

  public WalletPolicy {
    Objects.requireNonNull(zone);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(rates);
    fraudRules = List.copyOf(fraudRules);
  }

  /** UTC, no limits, no approvals, no rules, sample rates. */
  public static WalletPolicy standard() {
    return new WalletPolicy(
        ZoneOffset.UTC, Limits.NONE, Optional.empty(), List.of(), ExchangeRates.sample());
  }

  LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  Limits limitsOf(Balance balance) {
    return balance.limits().or(limits, limit -> in(balance.currency(), limit));
  }

  /** Whether a transfer of this much waits for a one-time code. */
  public boolean needsApproval(Money money) {
    return approvalAbove
        .map(threshold -> money.compareTo(in(money.currency(), threshold)) > 0)
        .orElse(false);
  }

  /** A threshold in another currency. */
  Money in(Currency currency, Money threshold) {
    return threshold.currency().equals(currency) ? threshold : rates.sold(threshold, currency);
  }
}
