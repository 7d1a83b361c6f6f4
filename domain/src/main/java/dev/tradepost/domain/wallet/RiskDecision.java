package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.FraudRule.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the rules against fraud said of one transfer; kept whatever becomes of it.
 *
 * @param findings the rules that applied, with the numbers they compared
 */
public record RiskDecision(
    UUID id,
    WalletId from,
    WalletId to,
    Money amount,
    Verdict verdict,
    List<String> findings,
    Stamp stamp) {

  public RiskDecision {
    Objects.requireNonNull(id);
    Objects.requireNonNull(verdict);
    findings = List.copyOf(findings);
  }

  /**
   * Asks every rule; the gravest of those that apply decides.
   *
   * @param newPayee whether the sender has never paid this wallet before
   */
  public static RiskDecision on(
      UUID id,
      Wallet from,
      WalletId to,
      Money amount,
      boolean newPayee,
      WalletPolicy policy,
      Stamp stamp) {
    Balance balance = from.balance(amount.currency());
    FraudRule.Attempt attempt = new FraudRule.Attempt(balance, amount, newPayee, stamp.at());
    List<FraudRule> hit =
        policy.fraudRules().stream()
            .filter(rule -> rule.finding(attempt, policy).isPresent())
            .toList();
    Verdict verdict =
        hit.stream().map(FraudRule::verdict).max(Enum::compareTo).orElse(Verdict.ALLOW);
    List<String> findings =
        hit.stream().flatMap(rule -> rule.finding(attempt, policy).stream()).toList();
    return new RiskDecision(id, from.id(), to, amount, verdict, findings, stamp);
  }
}
