package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Escrow;
import dev.tradepost.domain.wallet.WalletStatus;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order's money until it is earned, and on its way back; never more of it than came in. */
public abstract class OrderRefundContract extends MoneyContract {
  private ProductId thing;
  private WalletId wallet;
  private Cashier cashier;

  @BeforeEach
  void furnish() {
    thing = product("p1", "100");
    count(thing, MAIN, 20);
    wallet = wallet(ALICE, "100");
    cashier = new Cashier(useCases(), views(), new SandboxProvider());
  }

  /** An order at a hundred dollars, which is all that was in the wallet. */
  private Order paid() {
    return paid("direct");
  }

  private Order paid(String lifecycle) {
    Order order = placed(lifecycle, pieces(1, thing));
    execute(ALICE, paying(order.id()));
    return order(order.id());
  }

  private Order paidByCard() {
    Order order = placed("direct", pieces(1, thing));
    cashier.pay(ALICE, order.id(), "success");
    return order(order.id());
  }

  private static RefundOrder refunding(Order order, String major) {
    return new RefundOrder(order.id(), new BigDecimal(major), "scratched", ANY_VERSION);
  }

  private static CancelOrder cancelling(Order order) {
    return new CancelOrder(order.id(), NONE, ANY_VERSION);
  }

  private Order delivered(Order order) {
    if (order.lifecycle().name().equals("fulfilment")) {
      execute(CLERK, new PlanFulfilment(order.id(), ANY_VERSION));
    }
    execute(CLERK, new ShipOrder(order.id(), NONE, ANY_VERSION));
    return execute(CLERK, new DeliverOrder(order.id(), ANY_VERSION)).order();
  }

  private void escrowIs(OrderId order, String left, String refunded, String earned) {
    Escrow escrow = work(work -> work.escrows().readAll(List.of(order))).get(order);
    assertThat(escrow.left()).isEqualTo(usd(left));
    assertThat(escrow.refunded()).isEqualTo(usd(refunded));
    assertThat(escrow.earned()).isEqualTo(usd(earned));
  }

  @Test // A69, S0-54
  void sixty_and_sixty_of_a_hundred_is_too_much() {
    Order order = paid();
    refused(ALICE, refunding(order, "1"), ApplicationReason.STAFF_ONLY);
    refused(CLERK, refunding(order, "0"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(CLERK, refunding(order, "0.001"), SharedReason.AMOUNT_OFF_GRID);

    OrderView repaid = execute(CLERK, refunding(order, "60"));

    assertThat(repaid.order().moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    assertThat(order(order.id())).isEqualTo(repaid.order());
    assertThat(cashier.payment(order.id()).status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("60"));
    refused(CLERK, refunding(order, "60"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    refused(CLERK, refunding(order, "40.01"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    execute(CLERK, refunding(order, "40"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    refused(CLERK, refunding(order, "0.01"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    escrowIs(order.id(), "0", "100", "0");
    historyIsSound(wallet);
  }

  @Test // A74, S0-54
  void what_is_left_after_partial_refunds_comes_back_exactly() {
    for (String lifecycle : List.of("direct", "checkout", "fulfilment")) {
      Order order = paid(lifecycle);
      execute(CLERK, refunding(order, "33.33"));
      execute(CLERK, refunding(order, "0.01"));

      Order off = execute(ALICE, cancelling(order)).order();

      assertThat(off.moneyState()).isEqualTo(MoneyState.REFUNDED);
      assertThat(balance(wallet)).isEqualTo(usd("100"));
      assertThat(cashier.payment(order.id()).refunds())
          .extracting(Refund::amount)
          .containsExactly(usd("33.33"), usd("0.01"), usd("66.66"));
      escrowIs(order.id(), "0", "100", "0");
    }
    assertThat(stock(thing).available()).isEqualTo(20);
  }

  @Test // S0-54
  void an_order_that_was_given_back_whole_is_cancelled_without_more_money() {
    Order order = paid();
    execute(CLERK, refunding(order, "100"));
    Order off = execute(ALICE, cancelling(order)).order();
    assertThat(off.moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("100"));
    assertThat(stock(thing).reserved()).isZero();
  }

  @Test // S0-54
  void an_order_nobody_paid_has_nothing_to_give_back() {
    Order order = placed("direct", pieces(1, thing));
    refused(CLERK, refunding(order, "1"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    execute(ALICE, cancelling(order));
    assertThat(history(wallet)).hasSize(1);
  }

  @Test // A73, S3-75
  void a_refund_reaches_a_frozen_wallet() {
    Order order = paid();
    freeze(wallet, true, true);
    execute(CLERK, refunding(order, "1"));
    execute(ALICE, cancelling(order));
    assertThat(balance(wallet)).isEqualTo(usd("100"));
    assertThat(seen(wallet).status()).isEqualTo(WalletStatus.FROZEN);
    historyIsSound(wallet);
  }

  @Test // A73, S3-75
  void a_refund_opens_a_closed_wallet_again() {
    Order order = paid();
    close(wallet);
    execute(ALICE, cancelling(order));
    assertThat(balance(wallet)).isEqualTo(usd("100"));
    assertThat(seen(wallet).status()).isEqualTo(WalletStatus.ACTIVE);
    historyIsSound(wallet);
  }

  /** Whether one more dollar could be given back. */
  private boolean repaid(Order order) {
    try {
      execute(CLERK, refunding(order, "1"));
      return true;
    } catch (Rejection refusal) {
      assertThat(refusal.reason()).isEqualTo(PaymentReason.REFUND_EXCEEDS_CAPTURE);
      return false;
    }
  }

  @Test // S3-46, S3-56, A69
  void of_a_hundred_and_twenty_refunds_of_a_dollar_at_once_a_hundred_succeed() {
    Order order = paid();
    Crowd<Integer> crowd =
        Crowd.atOnce(
            24,
            i -> {
              int repaid = 0;
              for (int n = 0; n < 5; n++) {
                repaid += repaid(order) ? 1 : 0;
              }
              return repaid;
            });
    assertThat(crowd.done().stream().mapToInt(it -> it).sum()).isEqualTo(100);
    assertThat(balance(wallet)).isEqualTo(usd("100"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    escrowIs(order.id(), "0", "100", "0");
    historyIsSound(wallet);
  }

  @Test // S3-53, S3-57
  void what_was_paid_is_the_shops_when_the_order_has_arrived() {
    for (String lifecycle : List.of("direct", "checkout", "fulfilment")) {
      Order order = paid(lifecycle);
      escrowIs(order.id(), "100", "0", "0");
      execute(CLERK, refunding(order, "10"));
      delivered(order);
      escrowIs(order.id(), "0", "10", "90");
      execute(ALICE, deducting(wallet, "10"));
      add(wallet, "100");
    }
  }

  @Test // S0-54, A69
  void a_refund_after_delivery_is_taken_back_from_what_was_earned() {
    Order order = delivered(paid());
    execute(CLERK, refunding(order, "30"));
    escrowIs(order.id(), "0", "30", "70");
    refused(CLERK, refunding(order, "70.01"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    execute(CLERK, refunding(order, "70"));
    escrowIs(order.id(), "0", "100", "0");
    assertThat(order(order.id()).status()).isEqualTo("DELIVERED");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("100"));
  }

  @Test // S0-52, S0-54
  void what_a_card_pays_goes_through_escrow_as_well() {
    Order order = paidByCard();
    escrowIs(order.id(), "100", "0", "0");

    execute(CLERK, refunding(order, "40"));
    escrowIs(order.id(), "100", "0", "0");
    refused(CLERK, refunding(order, "60.01"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    cashier.refund(order.id());

    escrowIs(order.id(), "60", "40", "0");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    delivered(order);
    escrowIs(order.id(), "0", "40", "60");
    execute(CLERK, refunding(order, "60"));
    cashier.refund(order.id());
    escrowIs(order.id(), "0", "100", "0");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(history(wallet)).as("a card's money goes back to the card").hasSize(1);
  }

  @Test // A69, S3-46
  void many_refunds_of_a_card_payment_at_once_never_give_back_more_than_came_in() {
    Order order = paidByCard();
    Crowd<OrderView> crowd = Crowd.atOnce(24, i -> execute(CLERK, refunding(order, "5")));
    assertThat(crowd.done()).hasSize(20);
    assertThat(crowd.refused()).containsOnly(PaymentReason.REFUND_EXCEEDS_CAPTURE);
    for (int i = 0; i < 20; i++) {
      cashier.refund(order.id());
    }
    Payment payment = cashier.payment(order.id());
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    escrowIs(order.id(), "0", "100", "0");
  }

  @Test // S3-46, S0-54
  void of_refunds_and_a_cancel_at_once_all_money_comes_back_once() {
    for (int round = 0; round < 3; round++) {
      Order order = paid();
      Crowd.atOnce(6, i -> execute(CLERK, i == 0 ? cancelling(order) : refunding(order, "7")));
      assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
      assertThat(balance(wallet)).as("round %d", round).isEqualTo(usd("100"));
      escrowIs(order.id(), "0", "100", "0");
    }
    historyIsSound(wallet);
  }

  @Test // S0-54
  void a_refund_needs_a_reason() {
    Order order = paid();
    refused(
        CLERK,
        new RefundOrder(order.id(), BigDecimal.ONE, " ", ANY_VERSION),
        SharedReason.UNREADABLE_TEXT);
  }
}
