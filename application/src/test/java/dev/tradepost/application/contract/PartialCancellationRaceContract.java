package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pieces of an order called off from many sides, in any parts, at odd prices. */
public abstract class PartialCancellationRaceContract extends GoodsContract {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private ProductId laptop;
  private WalletId wallet;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "33.33");
    count(laptop, MAIN, 20);
    wallet = wallet(ALICE, "5000");
  }

  @Test // A37
  void of_six_who_call_one_of_three_pieces_off_at_once_three_can() {
    for (int round = 0; round < 4; round++) {
      Order order = paid("checkout", pieces(3, laptop));
      Crowd<OrderView> crowd =
          Crowd.atOnce(6, i -> execute(ALICE, cancelling(order, pieces(1, laptop))));
      assertThat(crowd.done()).as("round %d", round).hasSize(3);
      assertThat(crowd.refused())
          .hasSize(3)
          .isSubsetOf(SharedReason.TRANSITION_NOT_ALLOWED, OrderReason.NOT_SO_MANY_KEPT);
      assertThat(status(order)).isEqualTo("CANCELLED");
      assertThat(balance(wallet)).isEqualTo(usd("5000"));
      assertThat(stock(laptop).available()).isEqualTo(20);
    }
    historyIsSound(wallet);
    allIsSound();
  }

  @Test // T-12
  void pieces_called_off_while_their_shipment_leaves_are_in_it_or_are_not() {
    for (int round = 0; round < 6; round++) {
      Order order = paid("fulfilment", pieces(3, laptop));
      Shipment planned = execute(CLERK, planning(order)).shipments().get(0);
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(ALICE, cancelling(order, pieces(1, laptop)))
                      : execute(CLERK, leaving(planned)));
      assertThat(crowd.refused()).isSubsetOf(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(status(order)).as("round %d", round).isEqualTo("SHIPPED");
      Shipment sent = view(order).shipments().get(0);
      assertThat(sent.quantityOf(laptop)).isEqualTo(crowd.refused().isEmpty() ? 2 : 3);
    }
    allIsSound();
  }

  @Test // A74
  void in_whatever_parts_an_order_is_called_off_all_of_its_money_comes_back() {
    Random random = new Random(SEED);
    ProductId phone = product("p2", "0.07");
    count(phone, MAIN, 100);
    for (int round = 0; round < 4; round++) {
      int laptops = 1 + random.nextInt(5);
      int phones = 1 + random.nextInt(7);
      List<OrderLine> lines =
          List.of(
              line(laptop, laptops, "33.33", cents(random, 3_333), cents(random, 999)),
              line(phone, phones, "0.07", cents(random, 7), cents(random, 5)));
      Order order = placed("fulfilment", lines, cents(random, 1_000));
      execute(ALICE, paying(order.id()));
      List<ProductId> left = new ArrayList<>(Collections.nCopies(laptops, laptop));
      left.addAll(Collections.nCopies(phones, phone));
      Collections.shuffle(left, random);
      for (ProductId product : left) {
        execute(ALICE, cancelling(order, pieces(1, product)));
        allIsSound();
      }
      assertThat(status(order)).isEqualTo("CANCELLED");
      assertThat(balance(wallet)).as("seed %d, round %d", SEED, round).isEqualTo(usd("5000"));
    }
    historyIsSound(wallet);
  }

  private static String cents(Random random, int bound) {
    return new Money(random.nextInt(bound), USD).major().toPlainString();
  }
}
