package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Escrow;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are paid from wallets: money, order and stock move together. */
public abstract class WalletPaymentContract extends MoneyContract {
  private static final Once ONCE = new Once("alice POST payments", "key-1", "wallet");

  private ProductId laptop;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = stocked("p1", 50);
    wallet = wallet(ALICE, "10000");
  }

  private Order ordered() {
    return placed("direct", pieces(1, laptop));
  }

  private Escrow escrow(OrderId order) {
    return work(work -> work.escrows().readAll(List.of(order))).get(order);
  }

  private static PayFromWallet payingIn(OrderId order, String currency) {
    return new PayFromWallet(
        order, Optional.empty(), Optional.of(Currency.getInstance(currency)), ANY_VERSION);
  }

  private static PayFromWallet payingFrom(OrderId order, WalletId wallet) {
    return new PayFromWallet(order, Optional.of(wallet), Optional.empty(), ANY_VERSION);
  }

  private Cashier cashier() {
    return new Cashier(useCases(), views(), new SandboxProvider());
  }

  @Test // S0-52, S3-53, S3-57
  void a_wallet_pays_the_order_in_every_lifecycle_and_nothing_is_left_to_do() {
    for (String lifecycle : List.of("direct", "checkout", "fulfilment")) {
      Order order = placed(lifecycle, pieces(2, laptop));
      Money before = balance(wallet);

      Payment payment = execute(ALICE, paying(order.id()));

      assertThat(payment.status()).isEqualTo(PaymentStatus.CAPTURED);
      assertThat(payment.method()).isEqualTo(PaymentMethod.WALLET);
      assertThat(payment.amount()).isEqualTo(usd("1000"));
      assertThat(views().payments().ofOrder(order.id())).containsExactly(payment);
      assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
      assertThat(work(work -> work.reservations().read(order.id())).orElseThrow().status())
          .isEqualTo(ReservationStatus.COMMITTED);
      assertThat(before.minus(balance(wallet))).isEqualTo(usd("1000"));
      assertThat(escrow(order.id()).left()).isEqualTo(usd("1000"));
      Transaction line = history(wallet).get(0);
      assertThat(line.kind()).isEqualTo(EntryType.ORDER_PAYMENT);
      assertThat(line.type()).isEqualTo(MovementType.DEBIT);
      assertThat(line.referenceId()).contains(order.id().value());
      refused(ALICE, paying(order.id()), OrderReason.ALREADY_PAID);
      refused(ALICE, Cashier.start(order.id(), "success"), OrderReason.ALREADY_PAID);
    }
    historyIsSound(wallet);
  }

  @Test // S0-52, S3-28, S3-36, S3-53
  void a_wallet_with_too_little_leaves_order_stock_and_money_as_they_were() {
    execute(ALICE, deducting(wallet, "9500.01"));
    Order order = placed("checkout", pieces(1, laptop));
    refused(ALICE, paying(order.id()), WalletReason.INSUFFICIENT_FUNDS);
    freeze(wallet, true, false);
    refused(ALICE, paying(order.id()), WalletReason.WALLET_FROZEN);
    assertThat(order(order.id())).isEqualTo(order);
    freeze(wallet, false, true);
    add(wallet(BOB), "0.01");
    refused(ALICE, paying(order.id()), WalletReason.INSUFFICIENT_FUNDS);

    cashier().pay(ALICE, order.id(), "success");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
  }

  @Test // S3-47, S0-52
  void a_customer_pays_their_own_orders_from_their_own_wallet() {
    WalletId bobs = wallet(BOB, "10000");
    Order order = ordered();
    refused(ALICE, payingFrom(order.id(), bobs), WalletReason.WALLET_NOT_FOUND);
    refused(ALICE, payingFrom(order.id(), NOBODYS), WalletReason.WALLET_NOT_FOUND);
    refused(BOB, paying(order.id()), OrderReason.ORDER_NOT_FOUND);

    execute(CLERK, paying(order.id()));

    assertThat(balance(wallet)).as("the owner's, not the clerk's").isEqualTo(usd("9500"));
    Order second = ordered();
    execute(CLERK, payingFrom(second.id(), bobs));
    assertThat(balance(bobs)).isEqualTo(usd("9500"));
    Order clerks = execute(CLERK, ordering(pieces(1, laptop))).order();
    refused(CLERK, paying(clerks.id()), WalletReason.WALLET_NOT_FOUND);
  }

  @Test // S3-74, S0-52
  void another_currency_pays_at_the_shops_rate_rounded_up() {
    add(wallet, "452.49", "EUR");
    add(wallet, "41666.66", "INR");
    add(wallet, "74627", "JPY");

    execute(ALICE, payingIn(ordered().id(), "EUR"));
    assertThat(balance(wallet, EUR)).isEqualTo(Money.of("0", "EUR"));
    execute(ALICE, payingIn(ordered().id(), "JPY"));
    assertThat(balance(wallet, Currency.getInstance("JPY"))).isEqualTo(Money.of("0", "JPY"));
    Order order = ordered();
    refused(ALICE, payingIn(order.id(), "INR"), WalletReason.INSUFFICIENT_FUNDS);
    refused(ALICE, payingIn(order.id(), "CHF"), WalletReason.NO_EXCHANGE_RATE);
    add(wallet, "0.01", "INR");
    execute(ALICE, payingIn(order.id(), "INR"));

    assertThat(balance(wallet)).isEqualTo(usd("10000"));
    assertThat(escrow(order.id()).captured()).isEqualTo(usd("500"));
    assertThat(history(wallet).get(0).detail()).isPresent();
    historyIsSound(wallet);
    execute(ALICE, new CancelOrder(order.id(), NONE, ANY_VERSION));
    assertThat(balance(wallet)).as("back in the order's currency").isEqualTo(usd("10500"));
  }

  @Test // S0-30, S0-54
  void cancelling_gives_stock_and_money_back_at_once() {
    for (String lifecycle : List.of("direct", "checkout", "fulfilment")) {
      Order order = placed(lifecycle, pieces(2, laptop));
      execute(ALICE, paying(order.id()));

      Order off = execute(ALICE, new CancelOrder(order.id(), NONE, ANY_VERSION)).order();

      assertThat(off.status()).isEqualTo("CANCELLED");
      assertThat(off.moneyState()).isEqualTo(MoneyState.REFUNDED);
      assertThat(order(order.id())).isEqualTo(off);
      assertThat(balance(wallet)).isEqualTo(usd("10000"));
      assertThat(stock(laptop).available()).isEqualTo(50);
      assertThat(escrow(order.id()).left()).isEqualTo(usd("0"));
      Payment payment = cashier().payment(order.id());
      assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
      assertThat(payment.refundsDue()).isEmpty();
      assertThat(history(wallet).get(0).kind()).isEqualTo(EntryType.ORDER_REFUND);
      assertThat(history(wallet).get(0).referenceId()).contains(order.id().value());
    }
    historyIsSound(wallet);
  }

  @Test // S1-25, S0-52
  void a_card_payment_without_an_end_keeps_the_wallet_out() {
    Order order = ordered();
    cashier().pay(ALICE, order.id(), "unknown");
    refused(ALICE, paying(order.id()), PaymentReason.PAYMENT_IN_PROGRESS);
  }

  @Test // S0-52
  void what_is_called_off_or_too_old_a_version_is_not_paid() {
    Order order = ordered();
    PayFromWallet stale =
        new PayFromWallet(
            order.id(), Optional.empty(), Optional.empty(), OptionalLong.of(order.version() + 1));
    refused(ALICE, stale, SharedReason.STALE_VERSION);
    execute(ALICE, new CancelOrder(order.id(), NONE, ANY_VERSION));
    refused(ALICE, paying(order.id()), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S1-25, S3-64, S3-68
  void the_same_payment_sent_twice_pays_once() {
    Order order = ordered();
    Answer first = payOnce(order);
    Object before = everything();
    assertThat(payOnce(order)).isEqualTo(new Answer(first.text(), true));
    assertThat(everything()).isEqualTo(before);
    assertThat(balance(wallet)).isEqualTo(usd("9500"));
  }

  private Answer payOnce(Order order) {
    return useCases()
        .executeOnce(ALICE, Optional.of(ONCE), paying(order.id()), it -> it.id().toString());
  }

  @Test // S1-25, S3-46, S3-54
  void of_many_payments_of_one_order_at_once_one_wins() {
    for (int round = 0; round < 5; round++) {
      Order order = placed("checkout", pieces(1, laptop));
      long before = balance(wallet).minor();

      Crowd<Payment> crowd = Crowd.atOnce(4, i -> execute(ALICE, paying(order.id())));

      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).hasSize(3).containsOnly(OrderReason.ALREADY_PAID);
      assertThat(before - balance(wallet).minor()).isEqualTo(50_000);
      assertThat(escrow(order.id()).captured()).isEqualTo(usd("500"));
    }
    historyIsSound(wallet);
  }

  @Test // S1-25, S3-46, S3-54
  void of_a_wallet_and_a_card_at_once_one_pays() {
    for (int round = 0; round < 5; round++) {
      Order order = placed("checkout", pieces(1, laptop));
      Crowd<Payment> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(ALICE, paying(order.id()))
                      : cashier().pay(ALICE, order.id(), "success"));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(views().payments().ofOrder(order.id())).hasSize(1);
      assertThat(escrow(order.id()).captured()).isEqualTo(usd("500"));
    }
    historyIsSound(wallet);
  }

  @Test // S3-46, S3-54, S0-54
  void of_a_payment_and_a_cancel_at_once_no_money_is_left_behind() {
    for (int round = 0; round < 5; round++) {
      Order order = ordered();
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(ALICE, paying(order.id()))
                      : execute(ALICE, new CancelOrder(order.id(), NONE, ANY_VERSION)));
      assertThat(crowd.done()).isNotEmpty();
      assertThat(order(order.id()).status()).isEqualTo("CANCELLED");
      assertThat(balance(wallet)).as("round %d", round).isEqualTo(usd("10000"));
    }
    assertThat(stock(laptop).available()).isEqualTo(50);
  }

  @Test // S3-54, S3-46
  void money_for_one_order_pays_one_of_many_at_once() {
    execute(ALICE, deducting(wallet, "9500"));
    List<Order> orders = List.of(ordered(), ordered(), ordered(), ordered());
    Crowd<Payment> crowd = Crowd.atOnce(4, i -> execute(ALICE, paying(orders.get(i).id())));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).hasSize(3).containsOnly(WalletReason.INSUFFICIENT_FUNDS);
    assertThat(balance(wallet)).isEqualTo(usd("0"));
    assertThat(stock(laptop).reserved()).isEqualTo(4);
  }
}
