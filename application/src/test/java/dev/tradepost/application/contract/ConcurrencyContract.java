package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.catalog.AmendProduct;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is sold twice, lost, or stuck. */
public abstract class ConcurrencyContract extends StorageContract {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  private Cashier cashier() {
    return new Cashier(useCases(), views(), new SandboxProvider());
  }

  @Test // A34, S1-23, S0-47, S2-09
  void sixty_four_buyers_of_twenty_pieces_make_twenty_orders() {
    ProductId laptop = stocked("p1", 20);

    Crowd<OrderView> crowd = Crowd.atOnce(64, i -> execute(ALICE, ordering(pieces(1, laptop))));

    assertThat(crowd.done()).hasSize(20);
    assertThat(crowd.refused()).hasSize(44).containsOnly(SharedReason.INSUFFICIENT_STOCK);
    assertThat(stock(laptop).available()).isZero();
    assertThat(stock(laptop).reserved()).isEqualTo(20);
    assertThat(views().orders().list(EVERY_ORDER, FIRST_PAGE).items()).hasSize(20);
  }

  @Test // A34, S1-23
  void the_last_piece_is_sold_once() {
    for (int round = 0; round < 10; round++) {
      ProductId last = stocked("p" + round, 1);
      Crowd<OrderView> crowd = Crowd.atOnce(4, i -> execute(BOB, ordering(pieces(1, last))));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).containsOnly(SharedReason.INSUFFICIENT_STOCK);
    }
  }

  @Test // A65, T-07
  void crossing_orders_of_two_products_all_succeed_and_count_exactly() {
    ProductId p1 = stocked("p1", 1_000);
    ProductId p2 = stocked("p2", 1_000);

    Crowd<Integer> crowd =
        Crowd.atOnce(
            16,
            i -> {
              for (int n = 0; n < 5; n++) {
                ProductId one = i % 2 == 0 ? p1 : p2;
                ProductId other = i % 2 == 0 ? p2 : p1;
                execute(ALICE, ordering(pieces(1, one), pieces(2, other)));
              }
              return i;
            });

    assertThat(crowd.done()).hasSize(16);
    assertThat(stock(p1).reserved()).isEqualTo(8 * 5 + 8 * 5 * 2);
    assertThat(stock(p2).reserved()).isEqualTo(8 * 5 + 8 * 5 * 2);
  }

  @Test // A37, T-10
  void of_two_cancels_at_once_one_wins_and_stock_and_money_go_back_once() {
    ProductId laptop = stocked("p1", 20);
    for (int round = 0; round < 10; round++) {
      Order order = placed("direct", pieces(2, laptop));
      cashier().pay(ALICE, order.id(), "success");

      Crowd<OrderView> crowd =
          Crowd.atOnce(
              2, i -> execute(ALICE, new CancelOrder(order.id(), Optional.empty(), ANY_VERSION)));

      assertThat(crowd.winner()).isPresent();
      assertThat(crowd.refused()).containsExactly(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(stock(laptop).reserved()).isZero();
      assertThat(stock(laptop).onHand()).isEqualTo(20);
      assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUND_PENDING);
      Payment payment = cashier().payment(order.id());
      assertThat(payment.refundsDue()).hasSize(1);
      assertThat(payment.refundsDue().get(0).amount()).isEqualTo(Money.of("1000", "USD"));
    }
  }

  @Test // S1-25
  void of_two_payments_started_at_once_one_wins() {
    ProductId laptop = stocked("p1", 20);
    for (int round = 0; round < 10; round++) {
      Order order = placed("checkout", pieces(1, laptop));
      Crowd<PaymentId> crowd =
          Crowd.atOnce(2, i -> execute(ALICE, Cashier.start(order.id(), "success")));
      assertThat(crowd.winner()).isPresent();
      assertThat(crowd.refused()).containsExactly(PaymentReason.PAYMENT_IN_PROGRESS);
      assertThat(views().payments().ofOrder(order.id())).hasSize(1);
    }
  }

  @Test // T-12, S1-17
  void of_a_cancel_and_a_shipment_at_once_one_wins() {
    ProductId laptop = stocked("p1", 100);
    for (int round = 0; round < 10; round++) {
      Order order = placed("checkout", pieces(2, laptop));
      cashier().pay(ALICE, order.id(), "success");
      long onHand = stock(laptop).onHand();

      Crowd<OrderView> crowd =
          Crowd.atOnce(
              2,
              i ->
                  i == 0
                      ? execute(ALICE, new CancelOrder(order.id(), Optional.empty(), ANY_VERSION))
                      : execute(CLERK, new ShipOrder(order.id(), Optional.empty(), ANY_VERSION)));

      assertThat(crowd.refused()).containsExactly(SharedReason.TRANSITION_NOT_ALLOWED);
      boolean shipped = crowd.winner().orElseThrow().order().status().equals("SHIPPED");
      assertThat(stock(laptop).onHand()).isEqualTo(shipped ? onHand - 2 : onHand);
      assertThat(stock(laptop).reserved()).isZero();
      assertThat(views().orders().find(order.id(), ALICE).orElseThrow().shipments())
          .hasSize(shipped ? 1 : 0);
    }
  }

  @Test // A38
  void of_two_writers_who_read_the_same_version_one_wins() {
    ProductId laptop = stocked("p1", 20);
    for (int round = 0; round < 10; round++) {
      long version = views().products().find(laptop).orElseThrow().version();
      Order order = placed("checkout", pieces(1, laptop));

      Crowd<Object> amending =
          Crowd.atOnce(2, i -> execute(CLERK, amendment(laptop, i + 1, version)));
      Crowd<Object> confirming =
          Crowd.atOnce(
              2,
              i -> execute(CLERK, new ConfirmOrder(order.id(), OptionalLong.of(order.version()))));

      assertThat(amending.winner()).isPresent();
      assertThat(amending.refused()).containsExactly(SharedReason.STALE_VERSION);
      assertThat(confirming.winner()).isPresent();
      assertThat(confirming.refused()).containsExactly(SharedReason.STALE_VERSION);
    }
  }

  private static AmendProduct amendment(ProductId product, int dollars, long version) {
    return new AmendProduct(
        product,
        Optional.empty(),
        Optional.of(Money.of(String.valueOf(dollars), "USD")),
        Optional.empty(),
        OptionalLong.of(version));
  }

  @Test // A32
  void nobody_overwrites_what_another_has_counted() {
    StockId shelf = new StockId(stocked("p1", 0), MAIN);

    Crowd.atOnce(
        16,
        i -> {
          for (int n = 0; n < 5; n++) {
            work(
                work -> {
                  Stock stock = work.stock().get(shelf).orElseThrow();
                  work.stock().save(stock.count(stock.onHand() + 1));
                  return true;
                });
          }
          return i;
        });

    assertThat(stock(shelf.product()).onHand()).isEqualTo(80);
    assertThat(stock(shelf.product()).version()).isEqualTo(81);
  }

  @Test // S1-04
  void a_cart_filled_from_many_sides_holds_all_of_it() {
    ProductId laptop = stocked("p1", 100);
    Crowd<Object> crowd =
        Crowd.atOnce(16, i -> execute(ALICE, new AddToCart(laptop, 1, ANY_VERSION)));
    assertThat(crowd.done()).hasSize(16);
    assertThat(views().carts().of(ALICE.userId()).cart().quantityOf(laptop)).isEqualTo(16);
  }

  @Test // S0-05, S3-55
  void a_reader_never_sees_half_of_a_unit_of_work() {
    ProductId p1 = stocked("p1", 0);
    ProductId p2 = stocked("p2", 0);

    Crowd<Integer> crowd =
        Crowd.atOnce(
            2,
            i -> {
              for (int n = 1; n <= 100; n++) {
                if (i == 0) {
                  countBoth(p1, p2, n);
                } else {
                  Map<ProductId, InventoryItem> seen = views().inventory().findAll(List.of(p1, p2));
                  assertThat(seen.get(p1).available()).isEqualTo(seen.get(p2).available());
                }
              }
              return i;
            });

    assertThat(crowd.done()).hasSize(2);
  }

  private void countBoth(ProductId p1, ProductId p2, int onHand) {
    work(
        work -> {
          new CountStock(new StockId(p1, MAIN), onHand).run(work);
          return new CountStock(new StockId(p2, MAIN), onHand).run(work);
        });
  }
}
