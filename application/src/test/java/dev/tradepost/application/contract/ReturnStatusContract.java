package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WalletId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order says of itself while it comes back in parts, or does not come back after all. */
public abstract class ReturnStatusContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;
  private WalletId wallet;
  private Order order;

  @BeforeEach
  void deliver() {
    laptop = product("p1", "100");
    phone = product("p2", "20");
    count(laptop, MAIN, 20);
    count(phone, MAIN, 9);
    wallet = wallet(ALICE, "1000");
    order = delivered(paid("fulfilment", pieces(5, laptop), pieces(1, phone)));
  }

  private void assertIs(String status, MoneyState money) {
    assertThat(status(order)).isEqualTo(status);
    assertThat(order(order.id()).moneyState()).isEqualTo(money);
    allIsSound();
  }

  private List<String> states() {
    return views().orders().timeline(order.id(), CLERK).stream().map(TimelineEntry::to).toList();
  }

  @Test // S2-30, S2-31, S2-32, X-26
  void one_that_comes_back_in_several_returns_is_refunded_when_the_last_is_repaid() {
    repaid(order, pieces(1, laptop));
    Return first = execute(ALICE, returning(order, pieces(3, laptop)));
    Return second = execute(ALICE, returning(order, pieces(1, laptop), pieces(1, phone)));
    execute(CLERK, approving(second));
    execute(CLERK, approving(first));
    execute(CLERK, repaying(first));
    execute(CLERK, receiving(second));
    assertIs("DELIVERED", MoneyState.PARTIALLY_REFUNDED);

    execute(CLERK, repaying(second));

    assertIs("REFUNDED", MoneyState.REFUNDED);
    assertThat(states()).endsWith("DELIVERED", "RETURN_REQUESTED", "RETURN_APPROVED", "REFUNDED");
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
  }

  @Test // S2-34, X-26
  void where_one_of_two_returns_is_rejected_it_stays_delivered_until_that_part_comes_back_too() {
    Return first = execute(ALICE, returning(order, pieces(5, laptop)));
    Return second = execute(ALICE, returning(order, pieces(1, phone)));
    execute(CLERK, rejecting(second));
    assertIs("DELIVERED", MoneyState.PAID);
    execute(CLERK, approving(first));
    execute(CLERK, receiving(first));
    execute(CLERK, repaying(first));
    assertIs("DELIVERED", MoneyState.PARTIALLY_REFUNDED);

    Return again = execute(ALICE, returning(order, pieces(1, phone)));
    execute(CLERK, rejecting(again));
    assertIs("DELIVERED", MoneyState.PARTIALLY_REFUNDED);
    repaid(order, pieces(1, phone));

    assertIs("REFUNDED", MoneyState.REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
  }

  @Test
  void where_less_comes_than_was_approved_it_is_delivered_again_and_not_waited_for() {
    Return whole = execute(ALICE, returning(order, pieces(5, laptop), pieces(1, phone)));
    execute(CLERK, approving(whole));
    assertIs("RETURN_APPROVED", MoneyState.PAID);
    execute(CLERK, receiving(whole, true, sound(4, laptop)));
    assertIs("DELIVERED", MoneyState.PAID);
    assertThat(lastMove(order).reason()).isEqualTo("Not all of it came back");
    execute(CLERK, repaying(whole));
    assertIs("DELIVERED", MoneyState.PARTIALLY_REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("880"));

    repaid(order, pieces(1, laptop));
    assertIs("DELIVERED", MoneyState.PARTIALLY_REFUNDED);
    repaid(order, pieces(1, phone));

    assertIs("REFUNDED", MoneyState.REFUNDED);
    assertThat(balance(wallet)).isEqualTo(usd("1000"));
  }

  @Test
  void where_nothing_comes_it_is_delivered_as_before_and_can_be_sent_back_again() {
    Return whole = execute(ALICE, returning(order, pieces(5, laptop), pieces(1, phone)));
    execute(CLERK, approving(whole));
    execute(CLERK, receiving(whole, true));
    execute(CLERK, repaying(whole));
    assertIs("DELIVERED", MoneyState.PAID);
    repaid(order, pieces(5, laptop), pieces(1, phone));
    assertIs("REFUNDED", MoneyState.REFUNDED);
  }

  @Test // S2-34
  void one_that_was_not_taken_back_as_a_whole_keeps_that_state_while_parts_are_repaid() {
    execute(
        CLERK, rejecting(execute(ALICE, returning(order, pieces(5, laptop), pieces(1, phone)))));
    assertIs("RETURN_REJECTED", MoneyState.PAID);
    repaid(order, pieces(5, laptop));
    assertIs("RETURN_REJECTED", MoneyState.PARTIALLY_REFUNDED);
    repaid(order, pieces(1, phone));
    assertIs("RETURN_REJECTED", MoneyState.REFUNDED);
  }
}
