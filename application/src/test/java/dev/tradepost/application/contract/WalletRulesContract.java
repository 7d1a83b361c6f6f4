package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.CloseWallet;
import dev.tradepost.application.wallet.ConvertMoney;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.FreezeWallet;
import dev.tradepost.application.wallet.HoldMoney;
import dev.tradepost.application.wallet.LimitWallet;
import dev.tradepost.application.wallet.ReleaseHold;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.ExchangeRates;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.Limits;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.domain.wallet.WalletReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a wallet may spend, in which currency, and who has seen which version of it. */
public abstract class WalletRulesContract extends MoneyContract {
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency CHF = Currency.getInstance("CHF");

  private static Optional<BigDecimal> at(String major) {
    return Optional.of(major).filter(it -> !it.isEmpty()).map(BigDecimal::new);
  }

  /** Limits in dollars; an empty text is none. */
  private static LimitWallet limiting(WalletId id, String once, String daily, String monthly) {
    return new LimitWallet(id, Optional.empty(), at(once), at(daily), at(monthly), ANY_VERSION);
  }

  private static HoldMoney holding(WalletId id, String major) {
    return new HoldMoney(id, amount(major), "hotel", Optional.empty());
  }

  private void overLimit(UseCase<?> command) {
    refused(ALICE, command, WalletReason.LIMIT_EXCEEDED);
  }

  @Test // S3-65, S3-69
  void a_limit_per_transaction_stops_the_one_cent_too_many() {
    WalletId id = wallet(ALICE, "1000");
    WalletId bobs = wallet(BOB);
    refused(ALICE, limiting(id, "1", "", ""), ApplicationReason.STAFF_ONLY);
    refused(CLERK, limiting(id, "-1", "", ""), WalletReason.LIMIT_NEGATIVE);
    refused(CLERK, limiting(id, "0.001", "", ""), SharedReason.AMOUNT_OFF_GRID);
    execute(CLERK, limiting(id, "100", "", ""));

    overLimit(deducting(id, "100.01"));
    overLimit(moving(id, bobs, "100.01"));
    overLimit(holding(id, "100.01"));
    execute(ALICE, deducting(id, "100"));
    transfer(ALICE, id, bobs, "100");
    execute(ALICE, holding(id, "100"));

    execute(CLERK, limiting(id, "", "", ""));
    execute(ALICE, deducting(id, "500"));
    assertThat(balance(id)).isEqualTo(usd("300"));
  }

  @Test // S3-65, S3-69
  void a_daily_limit_begins_anew_at_midnight() {
    WalletId id = wallet(ALICE, "1000");
    execute(CLERK, limiting(id, "", "100", ""));
    execute(ALICE, deducting(id, "60"));
    overLimit(deducting(id, "40.01"));

    clock.advance(Duration.ofHours(12).minusMillis(1));
    overLimit(deducting(id, "40.01"));
    execute(ALICE, deducting(id, "40"));
    overLimit(deducting(id, "0.01"));
    clock.advance(Duration.ofMillis(1));
    execute(ALICE, deducting(id, "100"));

    overLimit(deducting(id, "0.01"));
    assertThat(balance(id)).isEqualTo(usd("800"));
  }

  @Test // S3-65, S3-69
  void a_monthly_limit_begins_anew_with_the_month() {
    WalletId id = wallet(ALICE, "1000");
    execute(CLERK, limiting(id, "", "", "100"));
    execute(ALICE, deducting(id, "60"));
    clock.advance(Duration.ofDays(30));
    execute(ALICE, deducting(id, "40"));
    overLimit(deducting(id, "0.01"));

    clock.advance(Duration.ofDays(1));

    execute(ALICE, deducting(id, "100"));
    overLimit(deducting(id, "0.01"));
    clock.advance(Duration.ofDays(365));
    execute(ALICE, deducting(id, "100"));
  }

  @Test // S3-65, S3-69
  void held_money_counts_as_spent_until_it_is_released() {
    WalletId id = wallet(ALICE, "1000");
    execute(CLERK, limiting(id, "", "100", ""));
    Hold kept = execute(ALICE, holding(id, "50"));
    Hold freed = execute(ALICE, holding(id, "40"));
    overLimit(deducting(id, "10.01"));
    overLimit(holding(id, "10.01"));

    execute(ALICE, new ReleaseHold(freed.id()));
    execute(ALICE, new CaptureHold(kept.id(), at("20")));
    overLimit(deducting(id, "50.01"));
    execute(ALICE, deducting(id, "50"));
    execute(ALICE, new CaptureHold(kept.id(), Optional.empty()));
    overLimit(deducting(id, "0.01"));

    assertThat(balance(id)).isEqualTo(usd("900"));
  }

  @Test // S3-65, S3-69
  void the_shops_limits_hold_where_a_wallet_has_none_of_its_own_in_any_currency() {
    Limits limits = new Limits(Optional.of(usd("111")), Optional.of(usd("200")), Optional.empty());
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    open(
        shop(
            new WalletPolicy(
                kolkata, limits, Optional.empty(), List.of(), ExchangeRates.sample())));
    WalletId id = wallet(ALICE, "1000");
    add(id, "1000", "EUR");

    overLimit(deducting(id, "111.01"));
    overLimit(new DeductMoney(id, amount("100.46", "EUR"), NONE));
    execute(ALICE, new DeductMoney(id, amount("100.45", "EUR"), NONE));
    execute(CLERK, limiting(id, "150", "", ""));
    execute(ALICE, deducting(id, "150"));
    overLimit(deducting(id, "50.01"));

    clock.advance(Duration.ofHours(6).plusMinutes(30));
    execute(ALICE, deducting(id, "150"));
  }

  @Test // S3-69, S3-74
  void a_limit_is_of_one_currency_and_a_conversion_spends_nothing() {
    WalletId id = wallet(ALICE, "1000");
    add(id, "1000", "EUR");
    execute(CLERK, limiting(id, "", "0", ""));
    overLimit(deducting(id, "0.01"));

    execute(ALICE, new DeductMoney(id, amount("999", "EUR"), NONE));
    execute(ALICE, new ConvertMoney(id, USD, EUR, new BigDecimal("1000")));

    assertThat(balance(id)).isEqualTo(usd("0"));
  }

  @Test // S3-74
  void a_wallet_has_a_balance_of_its_own_in_every_currency() {
    WalletId id = wallet(ALICE, "10");
    add(id, "20", "EUR");
    add(id, "500", "JPY");

    refused(
        ALICE, new DeductMoney(id, amount("20.01", "EUR"), NONE), WalletReason.INSUFFICIENT_FUNDS);
    refused(ALICE, new DeductMoney(id, amount("1", "GBP"), NONE), WalletReason.INSUFFICIENT_FUNDS);
    execute(ALICE, new DeductMoney(id, amount("20", "EUR"), NONE));

    assertThat(seen(id).balances().keySet()).containsExactly(EUR, JPY, USD);
    assertThat(balance(id)).isEqualTo(usd("10"));
    assertThat(balance(id, EUR)).isEqualTo(Money.of("0", "EUR"));
    assertThat(balance(id, JPY)).isEqualTo(Money.of("500", "JPY"));
    historyIsSound(id);
  }

  @Test // S3-74, S3-53, S3-57
  void a_conversion_writes_both_sides_and_rounds_down_what_is_received() {
    WalletId id = wallet(ALICE, "10");
    List<Transaction> lines =
        execute(ALICE, new ConvertMoney(id, USD, JPY, new BigDecimal("9.99")));

    assertThat(lines).extracting(Transaction::kind).containsOnly(EntryType.CONVERSION);
    assertThat(lines)
        .extracting(Transaction::type)
        .containsExactly(MovementType.DEBIT, MovementType.CREDIT);
    assertThat(lines.get(0).referenceId()).isPresent().isEqualTo(lines.get(1).referenceId());
    assertThat(lines.get(0).detail()).isPresent();
    assertThat(balance(id)).isEqualTo(usd("0.01"));
    assertThat(balance(id, JPY)).as("9.99 / 0.0067").isEqualTo(Money.of("1491", "JPY"));
    historyIsSound(id);
  }

  @Test // S3-74
  void a_conversion_that_makes_no_sense_is_refused() {
    WalletId id = wallet(ALICE, "10");
    add(id, "10", "JPY");
    refused(ALICE, new ConvertMoney(id, USD, USD, BigDecimal.ONE), WalletReason.SAME_CURRENCY);
    refused(ALICE, new ConvertMoney(id, USD, CHF, BigDecimal.ONE), WalletReason.NO_EXCHANGE_RATE);
    refused(ALICE, new ConvertMoney(id, CHF, USD, BigDecimal.ONE), WalletReason.NO_EXCHANGE_RATE);
    refused(
        ALICE, new ConvertMoney(id, JPY, USD, BigDecimal.ONE), WalletReason.TOO_SMALL_TO_CONVERT);
    refused(
        ALICE,
        new ConvertMoney(id, USD, EUR, BigDecimal.TEN.negate()),
        SharedReason.AMOUNT_NOT_POSITIVE);
    refused(
        ALICE,
        new ConvertMoney(id, USD, EUR, new BigDecimal("10.01")),
        WalletReason.INSUFFICIENT_FUNDS);
    refused(
        ALICE,
        new ConvertMoney(id, USD, JPY, new BigDecimal("92233720368547758.07")),
        SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test // S3-56
  void who_has_seen_an_older_version_of_a_wallet_does_not_change_it() {
    WalletId id = wallet(ALICE);
    Wallet old = seen(id);
    OptionalLong version = OptionalLong.of(old.version());
    Freeze freeze = new Freeze(true, true, "odd");
    add(id, "1");
    execute(ALICE, deducting(id, "1"));

    refused(CLERK, new FreezeWallet(id, freeze, version), SharedReason.STALE_VERSION);
    refused(CLERK, new CloseWallet(id, version), SharedReason.STALE_VERSION);
    refused(
        CLERK,
        new LimitWallet(id, Optional.empty(), at("1"), Optional.empty(), Optional.empty(), version),
        SharedReason.STALE_VERSION);

    OptionalLong now = OptionalLong.of(seen(id).version());
    Wallet frozen = execute(CLERK, new FreezeWallet(id, freeze, now));
    assertThat(frozen.version()).isEqualTo(now.getAsLong() + 1);
    assertThat(seen(id)).isEqualTo(frozen);
  }
}
