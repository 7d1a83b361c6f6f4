package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody pays, or somebody else sweeps, while stock that was promised runs out. */
public abstract class ReservationRaceContract extends GoodsContract {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private ProductId laptop;
  private ProductId phone;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "100");
    phone = product("p2", "20");
    count(laptop, MAIN, 50);
    count(phone, MAIN, 50);
    wallet = wallet(ALICE, "5000");
  }

  private Order unpaid() {
    return placed("fulfilment", pieces(2, laptop), pieces(1, phone));
  }

  @Test // T-01, T-02
  void of_a_payment_and_the_end_at_once_one_wins() {
    for (int round = 0; round < 10; round++) {
      Order order = unpaid();
      long before = balance(wallet).minor();
      clock.advance(QUARTER.minusSeconds(1));
      Crowd<Boolean> crowd =
          Crowd.atOnce(
              3,
              i ->
                  i == 0
                      ? execute(ALICE, paying(order.id())).amount().isPositive()
                      : clock.advance(Duration.ofSeconds(1)).isAfter(Instant.EPOCH) && sweep() > 0);
      boolean paid = order(order.id()).moneyState() == MoneyState.PAID;
      assertThat(status(order)).isEqualTo(paid ? "CONFIRMED" : "CANCELLED");
      assertThat(before - balance(wallet).minor()).isEqualTo(paid ? 22_000 : 0);
      assertThat(crowd.done().stream().filter(it -> it).count()).as("round %d", round).isOne();
      assertThat(crowd.refused())
          .isSubsetOf(InventoryReason.RESERVATION_EXPIRED)
          .hasSize(paid ? 0 : 1);
      if (paid) {
        execute(ALICE, cancelling(order));
      }
    }
    assertThat(stock(laptop).available()).isEqualTo(50);
    assertThat(balance(wallet)).isEqualTo(usd("5000"));
    allIsSound();
  }

  private void endWhileTheProviderThinks() {
    clock.advance(Duration.ofMinutes(31));
    assertThat(sweep()).isEqualTo(1);
  }

  @Test // T-01, S0-54
  void a_card_captured_after_the_end_goes_back_and_a_hold_is_let_go() {
    for (String question : List.of("authorize", "capture")) {
      Order order = unpaid();
      MeddlingProvider slow = new MeddlingProvider(question, this::endWhileTheProviderThinks);

      Payment payment = new Cashier(useCases(), views(), slow).pay(ALICE, order.id(), "success");

      boolean captured = question.equals("capture");
      assertThat(payment.status())
          .isEqualTo(captured ? PaymentStatus.REFUNDED : PaymentStatus.VOIDED);
      assertThat(status(order)).isEqualTo("CANCELLED");
      assertThat(order(order.id()).moneyState())
          .isEqualTo(captured ? MoneyState.REFUNDED : MoneyState.PENDING);
    }
    assertThat(stock(laptop).available()).isEqualTo(50);
    allIsSound();
  }

  @Test // T-02
  void two_who_sweep_at_once_end_each_order_once() {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      orders.add(unpaid());
    }
    clock.advance(QUARTER);
    Crowd<Integer> crowd = Crowd.atOnce(2, i -> sweep());
    assertThat(crowd.done().stream().mapToInt(it -> it).sum()).isEqualTo(8);
    assertThat(orders)
        .allSatisfy(it -> assertThat(lastMove(it).from()).contains("PAYMENT_PENDING"));
    assertThat(stock(laptop).available()).isEqualTo(50);
    allIsSound();
  }
}
