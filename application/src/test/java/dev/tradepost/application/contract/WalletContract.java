package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CloseWallet;
import dev.tradepost.application.wallet.ConvertMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.FreezeWallet;
import dev.tradepost.application.wallet.HoldMoney;
import dev.tradepost.application.wallet.ReopenWallet;
import dev.tradepost.application.wallet.RequestBankTransfer;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.UnfreezeWallet;
import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.domain.wallet.WalletStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One wallet: made, filled, emptied, frozen, closed. */
public abstract class WalletContract extends MoneyContract {
  private static final CreateWallet MINE = new CreateWallet(Optional.empty(), Optional.empty());

  private static final Optional<UserId> NO_USER = Optional.empty();

  private void refusedBoth(WalletId id, String major, String currency, SharedReason reason) {
    refused(ALICE, new AddMoney(id, amount(major, currency), NONE), reason);
    refused(ALICE, new DeductMoney(id, amount(major, currency), NONE), reason);
  }

  @Test // S3-01, S3-20, S3-22, S3-37, S3-47
  void a_new_wallet_is_empty_and_says_whose_it_is_and_since_when() {
    Wallet made = execute(ALICE, MINE);

    assertThat(made.userId()).isEqualTo(ALICE.userId());
    assertThat(made.status()).isEqualTo(WalletStatus.ACTIVE);
    assertThat(made.balance(USD).total()).isEqualTo(usd("0"));
    assertThat(made.createdAt()).isEqualTo(clock.instant());
    assertThat(made.updatedAt()).isEqualTo(clock.instant());
    WalletView mine = views().wallets().ofUser(ALICE.userId(), clock.instant()).orElseThrow();
    assertThat(mine).isEqualTo(new WalletView(made, List.of()));
    assertThat(views().wallets().find(made.id(), ALICE, clock.instant())).contains(mine);
    assertThat(views().wallets().find(NOBODYS, CLERK, clock.instant())).isEmpty();
    assertThat(history(made.id())).isEmpty();
  }

  @Test // S3-21
  void a_user_has_one_wallet_even_when_it_is_closed() {
    WalletId id = wallet(ALICE);
    refused(ALICE, MINE, WalletReason.WALLET_EXISTS);
    refused(ALICE, new CreateWallet(NO_USER, Optional.of(EUR)), WalletReason.WALLET_EXISTS);
    close(id);
    refused(ALICE, MINE, WalletReason.WALLET_EXISTS);
  }

  @Test // S3-20
  void customers_make_wallets_for_themselves_and_staff_for_anybody() {
    CreateWallet bobs = new CreateWallet(Optional.of(BOB.userId()), Optional.of(EUR));
    refused(ALICE, bobs, ApplicationReason.NOT_FOR_OTHERS);

    Wallet made = execute(CLERK, bobs);

    assertThat(made.userId()).isEqualTo(BOB.userId());
    assertThat(made.currency()).isEqualTo(EUR);
    assertThat(views().wallets().find(made.id(), BOB, clock.instant())).isPresent();
  }

  @Test // S3-02, S3-03, S3-05, S3-23, S3-25, S3-26, S3-29, S3-53, S3-57, S3-72
  void adding_and_deducting_change_the_balance_and_write_a_line_each() {
    WalletId id = wallet(ALICE);
    long events = storage().events();
    clock.advance(Duration.ofSeconds(1));

    Transaction in = execute(ALICE, new AddMoney(id, amount("12.5"), Optional.of("salary")));
    Transaction out = execute(ALICE, new DeductMoney(id, amount("2.49"), Optional.of("food")));

    assertThat(in)
        .isEqualTo(line(in, 1, MovementType.CREDIT, EntryType.ADD, "12.50", "12.50", "salary"));
    assertThat(out)
        .isEqualTo(line(out, 2, MovementType.DEBIT, EntryType.DEDUCT, "2.49", "10.01", "food"));
    assertThat(history(id)).containsExactly(out, in);
    assertThat(balance(id)).isEqualTo(usd("10.01"));
    assertThat(seen(id).updatedAt()).isEqualTo(clock.instant());
    assertThat(storage().events() - events).isEqualTo(2);
    historyIsSound(id);
  }

  private Transaction line(
      Transaction made,
      long seq,
      MovementType type,
      EntryType kind,
      String money,
      String after,
      String category) {
    return new Transaction(
        made.id(),
        made.walletId(),
        seq,
        type,
        kind,
        usd(money),
        usd(after),
        Optional.empty(),
        Optional.empty(),
        Optional.of(category),
        Optional.empty(),
        clock.instant());
  }

  @Test // S3-28, S3-43, S3-52
  void a_wallet_never_goes_below_zero() {
    WalletId id = wallet(ALICE, "10");
    refused(ALICE, deducting(id, "10.01"), WalletReason.INSUFFICIENT_FUNDS);
    execute(ALICE, deducting(id, "10"));
    refused(ALICE, deducting(id, "0.01"), WalletReason.INSUFFICIENT_FUNDS);
    historyIsSound(id);
  }

  @Test // S3-24, S3-27, S3-42
  void amounts_must_be_above_zero() {
    WalletId id = wallet(ALICE, "10");
    refusedBoth(id, "0", "USD", SharedReason.AMOUNT_NOT_POSITIVE);
    refusedBoth(id, "-1", "USD", SharedReason.AMOUNT_NOT_POSITIVE);
    refusedBoth(id, "0.00", "EUR", SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test // A13, S3-51, S3-58
  void amounts_are_on_the_grid_of_their_currency() {
    WalletId id = wallet(ALICE, "10");
    refusedBoth(id, "0.001", "USD", SharedReason.AMOUNT_OFF_GRID);
    refusedBoth(id, "0.1", "JPY", SharedReason.AMOUNT_OFF_GRID);
    refusedBoth(id, "0.0001", "KWD", SharedReason.AMOUNT_OFF_GRID);

    add(id, "0.001", "KWD");
    add(id, "1", "JPY");
    add(id, "1.5000", "USD");

    assertThat(balance(id, Currency.getInstance("KWD"))).isEqualTo(Money.of("0.001", "KWD"));
    assertThat(balance(id, Currency.getInstance("JPY"))).isEqualTo(Money.of("1", "JPY"));
    assertThat(balance(id)).isEqualTo(usd("11.50"));
    historyIsSound(id);
  }

  @Test // S3-50, S3-51, S3-58
  void large_amounts_are_kept_to_the_last_cent() {
    WalletId id = wallet(ALICE);
    long beyondDoubles = (1L << 53) + 1;
    add(id, BigDecimal.valueOf(beyondDoubles, 2).toPlainString());
    assertThat(balance(id).minor()).isEqualTo(beyondDoubles);
    assertThat(history(id).get(0).amount().minor()).isEqualTo(beyondDoubles);
    assertThat(history(id).get(0).balanceAfter().minor()).isEqualTo(beyondDoubles);

    add(id, BigDecimal.valueOf(Long.MAX_VALUE - beyondDoubles, 2).toPlainString());

    assertThat(balance(id).minor()).isEqualTo(Long.MAX_VALUE);
    historyIsSound(id);
  }

  @Test // A17, S3-50
  void what_is_past_the_range_is_refused_and_changes_nothing() {
    WalletId id = wallet(ALICE, BigDecimal.valueOf(Long.MAX_VALUE, 2).toPlainString());

    refused(ALICE, adding(id, "0.01"), SharedReason.AMOUNT_OUT_OF_RANGE);
    refusedBoth(id, "92233720368547758.08", "USD", SharedReason.AMOUNT_OUT_OF_RANGE);
    refusedBoth(id, "1e1000000000", "USD", SharedReason.AMOUNT_OUT_OF_RANGE);

    execute(ALICE, deducting(id, "92233720368547758.07"));
    assertThat(balance(id)).isEqualTo(usd("0"));
  }

  @Test // S3-50, S3-69
  void where_nothing_is_limited_what_was_spent_before_is_no_limit() {
    String all = BigDecimal.valueOf(Long.MAX_VALUE, 2).toPlainString();
    WalletId id = wallet(ALICE, all);
    execute(ALICE, deducting(id, all));
    add(id, "5");

    refused(ALICE, deducting(id, "6"), WalletReason.INSUFFICIENT_FUNDS);
    execute(ALICE, deducting(id, "5"));

    assertThat(balance(id)).isEqualTo(usd("0"));
    historyIsSound(id);
  }

  private static AddMoney adding(WalletId id, String major) {
    return new AddMoney(id, amount(major), NONE);
  }

  @Test // S3-75
  void a_freeze_stops_debits_credits_or_both_until_it_ends() {
    WalletId id = wallet(ALICE, "10");
    Freeze both = new Freeze(true, true, "odd");
    refused(ALICE, new FreezeWallet(id, both, ANY_VERSION), ApplicationReason.STAFF_ONLY);

    Wallet frozen = freeze(id, true, false);
    assertThat(frozen.status()).isEqualTo(WalletStatus.FROZEN);
    assertThat(seen(id).freeze()).contains(new Freeze(true, false, "odd"));
    refused(CLERK, deducting(id, "1"), WalletReason.WALLET_FROZEN);
    refused(
        ALICE, new HoldMoney(id, amount("1"), "x", Optional.empty()), WalletReason.WALLET_FROZEN);
    execute(ALICE, adding(id, "1"));

    freeze(id, false, true);
    refused(CLERK, adding(id, "1"), WalletReason.WALLET_FROZEN);
    execute(ALICE, deducting(id, "1"));

    freeze(id, true, true);
    refused(ALICE, adding(id, "1"), WalletReason.WALLET_FROZEN);
    refused(ALICE, deducting(id, "1"), WalletReason.WALLET_FROZEN);
    refused(ALICE, new UnfreezeWallet(id, ANY_VERSION), ApplicationReason.STAFF_ONLY);

    execute(CLERK, new UnfreezeWallet(id, ANY_VERSION));
    execute(ALICE, deducting(id, "10"));
    assertThat(balance(id)).isEqualTo(usd("0"));
  }

  @Test // S3-75
  void an_empty_wallet_is_closed_and_staff_open_it_again() {
    WalletId id = wallet(ALICE, "10");
    refused(ALICE, new CloseWallet(id, ANY_VERSION), WalletReason.WALLET_NOT_EMPTY);
    execute(ALICE, deducting(id, "10"));
    add(id, "1", "EUR");
    refused(ALICE, new CloseWallet(id, ANY_VERSION), WalletReason.WALLET_NOT_EMPTY);
    execute(ALICE, new DeductMoney(id, amount("1", "EUR"), NONE));

    Wallet closed = execute(ALICE, new CloseWallet(id, ANY_VERSION));

    assertThat(closed.status()).isEqualTo(WalletStatus.CLOSED);
    refused(ALICE, adding(id, "1"), WalletReason.WALLET_CLOSED);
    refused(ALICE, deducting(id, "1"), WalletReason.WALLET_CLOSED);
    refused(ALICE, new CloseWallet(id, ANY_VERSION), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, new ReopenWallet(id, ANY_VERSION), ApplicationReason.STAFF_ONLY);

    execute(CLERK, new ReopenWallet(id, ANY_VERSION));
    execute(ALICE, adding(id, "1"));
    assertThat(balance(id)).isEqualTo(usd("1"));
  }

  @Test // S3-47
  void a_wallet_of_another_user_or_of_nobody_is_not_found() {
    WalletId id = wallet(ALICE, "10");
    for (WalletId strange : List.of(id, NOBODYS)) {
      Actor stranger = strange.equals(id) ? BOB : CLERK;
      for (UseCase<?> command : commandsOn(strange)) {
        refused(stranger, command, WalletReason.WALLET_NOT_FOUND);
      }
    }
    assertThat(views().wallets().find(id, BOB, clock.instant())).isEmpty();
  }

  private static List<UseCase<?>> commandsOn(WalletId id) {
    return List.of(
        adding(id, "1"),
        deducting(id, "1"),
        new CloseWallet(id, ANY_VERSION),
        new HoldMoney(id, amount("1"), "x", Optional.empty()),
        new ConvertMoney(id, USD, EUR, BigDecimal.ONE),
        new RequestBankTransfer(id, BankTransfer.Direction.DEPOSIT, amount("1"), "success"),
        new RequestBankTransfer(id, BankTransfer.Direction.WITHDRAWAL, amount("1"), "success"));
  }
}
