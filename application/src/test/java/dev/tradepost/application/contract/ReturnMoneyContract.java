package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The money of returns: what was really paid for the pieces, once, and never more than is left. */
public abstract class ReturnMoneyContract extends GoodsContract {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private ProductId laptop;
  private ProductId phone;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "33.33");
    phone = product("p2", "0.07");
    count(laptop, MAIN, 200);
    count(phone, MAIN, 200);
    wallet = wallet(ALICE, "5000");
  }

  private Return approved(Order order, OrderPlacement.Item... items) {
    Return asked = execute(ALICE, returning(order, items));
    return execute(CLERK, approving(asked));
  }

  @Test // A37
  void of_two_who_return_the_same_piece_at_once_one_wins() {
    for (int round = 0; round < 6; round++) {
      Order order = delivered(paid("direct", pieces(1, laptop)));
      Crowd<Return> crowd =
          Crowd.atOnce(2, i -> execute(ALICE, returning(order, pieces(1, laptop))));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).containsExactly(FulfilmentReason.NOT_RETURNABLE);
    }
    allIsSound();
  }

  @Test // A69
  void of_six_who_repay_a_return_at_once_one_wins() {
    for (int round = 0; round < 4; round++) {
      Order order = delivered(paid("fulfilment", pieces(3, laptop)));
      Money before = balance(wallet);
      Return back = approved(order, pieces(2, laptop));
      Crowd<Return> crowd = Crowd.atOnce(6, i -> execute(CLERK, repaying(back)));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).hasSize(5).containsOnly(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(balance(wallet).minus(before)).isEqualTo(usd("66.66"));
    }
    historyIsSound(wallet);
    allIsSound();
  }

  @Test
  void of_many_who_receive_a_return_at_once_one_fills_the_shelf() {
    Return back = approved(delivered(paid("direct", pieces(3, laptop))), pieces(3, laptop));
    Crowd<Return> crowd = Crowd.atOnce(4, i -> execute(CLERK, receiving(back)));
    assertThat(crowd.winner()).isPresent();
    assertThat(stock(laptop).onHand()).isEqualTo(200);
    allIsSound();
  }

  @Test // S0-54
  void after_goodwill_a_return_gives_back_what_is_left_at_most() {
    Order order = delivered(paid("checkout", pieces(3, laptop)));
    execute(CLERK, new RefundOrder(order.id(), new BigDecimal("50"), "Sorry", ANY_VERSION));
    assertThat(repaid(order, pieces(1, laptop)).refunded()).contains(usd("33.33"));
    assertThat(repaid(order, pieces(1, laptop)).refunded()).contains(usd("16.66"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(repaid(order, pieces(1, laptop)).refunded()).contains(usd("0"));
    assertThat(balance(wallet)).isEqualTo(usd("5000"));
    assertThat(escrow(order.id()).refunded()).isEqualTo(usd("99.99"));
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("0"));
    historyIsSound(wallet);
    allIsSound();
  }

  @Test
  void less_than_was_paid_can_be_given_back_and_not_more() {
    Order order = delivered(paid("direct", pieces(3, laptop)));
    Return back = approved(order, pieces(2, laptop));
    refused(CLERK, repaying(back, "66.67"), PaymentReason.REFUND_EXCEEDS_CAPTURE);
    refused(CLERK, repaying(back, "0"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(CLERK, repaying(back, "-1"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(CLERK, repaying(back, "0.001"), SharedReason.AMOUNT_OFF_GRID);
    assertThat(execute(CLERK, repaying(back, "60")).refunded()).contains(usd("60"));
    assertThat(balance(wallet)).isEqualTo(usd("4960.01"));
    allIsSound();
  }

  @Test // S0-54
  void what_a_card_paid_goes_back_to_it() {
    Order order = delivered(paidByCard("fulfilment", pieces(2, laptop), pieces(1, phone)));
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("66.73"));
    repaid(order, pieces(1, laptop));
    assertThat(cashier().payment(order.id()).refundsDue())
        .extracting(Refund::amount)
        .containsExactly(usd("33.33"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
    assertThat(backOnCard(order)).isEqualTo(usd("33.33"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    repaid(order, pieces(1, laptop), pieces(1, phone));
    assertThat(status(order)).isEqualTo("REFUNDED");
    assertThat(backOnCard(order)).isEqualTo(usd("66.73"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("0"));
    allIsSound();
  }

  @Test
  void of_what_was_never_paid_nothing_is_given_back() {
    Order order = delivered(placed("direct", pieces(2, laptop)));
    assertThat(repaid(order, pieces(2, laptop)).refunded()).contains(usd("0"));
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PENDING);
    assertThat(stock(laptop).onHand()).isEqualTo(200);
    allIsSound();
  }

  @Test // A74
  void in_whatever_parts_an_order_comes_back_exactly_its_total_does() {
    Random random = new Random(SEED);
    for (int round = 0; round < 6; round++) {
      Map<ProductId, Integer> left = new LinkedHashMap<>();
      left.put(laptop, 1 + random.nextInt(7));
      left.put(phone, 1 + random.nextInt(11));
      Order order = delivered(odd(random, left));
      Money captured = escrow(order.id()).captured();
      assertThat(captured).isEqualTo(order.amounts().total());
      Money back = usd("0");
      while (!left.isEmpty()) {
        Return one = repaid(order, some(random, left));
        assertThat(one.status()).isEqualTo(ReturnStatus.REFUNDED);
        back = back.plus(one.refunded().orElseThrow());
        allIsSound();
      }
      assertThat(back).as("seed %d, round %d", SEED, round).isEqualTo(captured);
      assertThat(status(order)).isEqualTo("REFUNDED");
      assertThat(balance(wallet)).isEqualTo(usd("5000"));
    }
    historyIsSound(wallet);
  }

  /** Paid, at odd prices, with a discount, a tax and shipping, some pieces of it called off. */
  private Order odd(Random random, Map<ProductId, Integer> pieces) {
    List<OrderLine> lines =
        List.of(
            line(laptop, pieces.get(laptop), "33.33", cents(random, 3_333), cents(random, 999)),
            line(phone, pieces.get(phone), "0.07", cents(random, 7), cents(random, 5)));
    Order order = placed("fulfilment", lines, cents(random, 1_000));
    if (pieces.get(laptop) > 1 && random.nextBoolean()) {
      execute(ALICE, cancelling(order, pieces(1, laptop)));
      pieces.merge(laptop, -1, Integer::sum);
    }
    execute(ALICE, paying(order.id()));
    return order(order.id());
  }

  private static OrderPlacement.Item[] some(Random random, Map<ProductId, Integer> left) {
    List<ProductId> products = new ArrayList<>(left.keySet());
    Collections.shuffle(products, random);
    List<OrderPlacement.Item> some = new ArrayList<>();
    for (ProductId product : products.subList(0, 1 + random.nextInt(products.size()))) {
      int pieces = 1 + random.nextInt(left.get(product));
      some.add(pieces(pieces, product));
      left.computeIfPresent(product, (id, n) -> n == pieces ? null : n - pieces);
    }
    return some.toArray(OrderPlacement.Item[]::new);
  }

  private static String cents(Random random, int bound) {
    return new Money(random.nextInt(bound), USD).major().toPlainString();
  }
}
