package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.wallet.ConvertMoney;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.WalletReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money from one wallet to another: both sides or none. */
public abstract class TransferContract extends MoneyContract {
  private static final Once ONCE = new Once("alice POST /wallet/transfer", "key-1", "to bob");

  private WalletId alices;
  private WalletId bobs;

  @BeforeEach
  void giveAliceMoney() {
    alices = wallet(ALICE, "100");
    bobs = wallet(BOB);
  }

  private Answer send(Once once, TransferMoney transfer) {
    return useCases()
        .executeOnce(
            ALICE,
            Optional.of(once),
            transfer,
            outcome -> ((TransferOutcome.Done) outcome).transaction().toString());
  }

  private void refusedTransfer(String major, Reason reason) {
    refused(ALICE, moving(alices, bobs, major), reason);
  }

  @Test // S3-04, S3-30, S3-34, S3-35, S3-53, S3-57, S3-72
  void both_sides_of_a_transfer_are_written_and_refer_to_each_other() {
    add(bobs, "5");
    clock.advance(Duration.ofSeconds(1));
    long events = storage().events();
    TransferMoney rent = new TransferMoney(alices, bobs, amount("30.5"), Optional.of("rent"));

    Transaction out = ((TransferOutcome.Done) execute(ALICE, rent)).transaction();

    Transaction in = history(bobs).get(0);
    assertThat(history(alices).get(0)).isEqualTo(out);
    assertThat(out.type()).isEqualTo(MovementType.TRANSFER_OUT);
    assertThat(in.type()).isEqualTo(MovementType.TRANSFER_IN);
    assertThat(out.kind()).isEqualTo(EntryType.TRANSFER).isEqualTo(in.kind());
    assertThat(out.referenceId()).isPresent().isEqualTo(in.referenceId());
    assertThat(out.counterparty()).contains(bobs);
    assertThat(in.counterparty()).contains(alices);
    assertThat(out.amount()).isEqualTo(usd("30.50")).isEqualTo(in.amount());
    assertThat(out.balanceAfter()).isEqualTo(usd("69.50")).isEqualTo(balance(alices));
    assertThat(in.balanceAfter()).isEqualTo(usd("35.50")).isEqualTo(balance(bobs));
    assertThat(out.category()).contains("rent").isEqualTo(in.category());
    assertThat(out.createdAt()).isEqualTo(clock.instant()).isEqualTo(in.createdAt());
    assertThat(storage().events() - events).isEqualTo(2);
    historyIsSound(alices);
    historyIsSound(bobs);
  }

  @Test // A12, S3-51
  void tenths_add_up_to_the_cent() {
    WalletId from = bobs;
    add(from, "0.30");
    transfer(BOB, from, alices, "0.10");
    transfer(BOB, from, alices, "0.20");
    assertThat(balance(from)).isEqualTo(usd("0"));
    assertThat(balance(alices)).isEqualTo(usd("100.30"));
  }

  @Test // S3-44
  void a_transfer_needs_two_wallets() {
    refused(ALICE, moving(alices, alices, "1"), WalletReason.SAME_WALLET);
    refused(CLERK, moving(NOBODYS, NOBODYS, "1"), WalletReason.SAME_WALLET);
  }

  @Test // S3-31, S3-47
  void both_wallets_must_exist_and_the_first_must_be_the_callers() {
    refused(ALICE, moving(alices, NOBODYS, "1"), WalletReason.WALLET_NOT_FOUND);
    refused(CLERK, moving(NOBODYS, bobs, "1"), WalletReason.WALLET_NOT_FOUND);
    refused(BOB, moving(alices, bobs, "1"), WalletReason.WALLET_NOT_FOUND);

    transfer(CLERK, alices, bobs, "1");
    assertThat(balance(bobs)).isEqualTo(usd("1"));
  }

  @Test // S3-32, S3-33, S3-36, S3-45, A13
  void a_transfer_that_cannot_be_made_changes_neither_wallet() {
    refusedTransfer("0", SharedReason.AMOUNT_NOT_POSITIVE);
    refusedTransfer("-5", SharedReason.AMOUNT_NOT_POSITIVE);
    refusedTransfer("0.001", SharedReason.AMOUNT_OFF_GRID);
    refusedTransfer("100.01", WalletReason.INSUFFICIENT_FUNDS);
    transfer(ALICE, alices, bobs, "100");
    refusedTransfer("0.01", WalletReason.INSUFFICIENT_FUNDS);
  }

  @Test // S3-36, S3-50, A17
  void a_payee_who_cannot_take_so_much_leaves_the_sender_as_it_was() {
    add(bobs, BigDecimal.valueOf(Long.MAX_VALUE, 2).toPlainString());
    refusedTransfer("0.01", SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(balance(alices)).isEqualTo(usd("100"));
  }

  @Test // S3-75
  void frozen_and_closed_wallets_neither_send_nor_receive() {
    freeze(alices, true, false);
    refusedTransfer("1", WalletReason.WALLET_FROZEN);
    freeze(alices, false, true);
    freeze(bobs, false, true);
    refusedTransfer("1", WalletReason.WALLET_FROZEN);
    freeze(bobs, true, false);
    transfer(ALICE, alices, bobs, "100");
    refused(BOB, moving(bobs, alices, "1"), WalletReason.WALLET_FROZEN);
  }

  @Test // S3-75
  void nothing_is_sent_to_a_closed_wallet() {
    close(bobs);
    refusedTransfer("1", WalletReason.WALLET_CLOSED);
    refused(BOB, moving(bobs, alices, "1"), WalletReason.WALLET_CLOSED);
  }

  @Test // S3-74
  void a_transfer_keeps_its_currency_whatever_the_payees_own_is() {
    execute(ALICE, new ConvertMoney(alices, USD, EUR, new BigDecimal("11.05")));
    TransferMoney euros = new TransferMoney(alices, bobs, amount("10", "EUR"), NONE);

    execute(ALICE, euros);

    assertThat(balance(bobs, EUR)).isEqualTo(Money.of("10", "EUR"));
    assertThat(balance(bobs)).isEqualTo(usd("0"));
    refused(ALICE, euros, WalletReason.INSUFFICIENT_FUNDS);
    execute(BOB, new DeductMoney(bobs, amount("10", "EUR"), NONE));
    historyIsSound(bobs);
  }

  @Test // S3-64, S3-68
  void the_same_transfer_sent_twice_moves_the_money_once() {
    Answer first = send(ONCE, moving(alices, bobs, "60"));
    Object before = everything();
    Answer second = send(ONCE, moving(alices, bobs, "60"));

    assertThat(first.replayed()).isFalse();
    assertThat(second).isEqualTo(new Answer(first.text(), true));
    assertThat(everything()).isEqualTo(before);
  }

  @Test // S3-64, S3-68
  void a_transfer_that_was_refused_may_be_sent_again_with_its_key() {
    assertThatThrownBy(() -> send(ONCE, moving(alices, bobs, "101"))).isInstanceOf(Rejection.class);
    add(alices, "1");
    assertThat(send(ONCE, moving(alices, bobs, "101")).replayed()).isFalse();
    assertThat(balance(bobs)).isEqualTo(usd("101"));
  }

  @Test // A24, S3-64, S3-68
  void thirty_two_at_once_with_one_key_move_the_money_once() {
    for (int round = 0; round < 5; round++) {
      Once once = new Once(ONCE.scope(), "round-" + round, "body");
      Crowd<Answer> crowd = Crowd.atOnce(32, i -> send(once, moving(alices, bobs, "20")));

      assertThat(crowd.done()).hasSize(32);
      assertThat(crowd.done().stream().filter(answer -> !answer.replayed())).hasSize(1);
      assertThat(crowd.done().stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(balance(bobs)).isEqualTo(usd("20").times(round + 1));
    }
    historyIsSound(alices);
  }
}
