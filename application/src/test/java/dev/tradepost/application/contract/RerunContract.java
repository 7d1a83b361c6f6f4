package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.Shop;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.domain.catalog.CatalogReason;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Work that lost a race is run again from the start, a bounded number of times. */
public abstract class RerunContract extends StorageContract {

  /** The same draw twice, then ever new ones. */
  private static RandomGenerator repeatingTheFirstDraw() {
    AtomicInteger draws = new AtomicInteger();
    return () -> Math.max(2, draws.incrementAndGet()) * 1_000L;
  }

  @Test // A36
  void of_many_who_add_the_same_product_one_wins_and_the_others_see_it() {
    for (int round = 0; round < 10; round++) {
      AddProduct add =
          new AddProduct(
              Optional.of(new ProductId("p" + round)),
              "Laptop",
              Money.of("500", "USD"),
              Optional.empty());
      Crowd<Product> crowd = Crowd.atOnce(6, i -> execute(CLERK, add));

      assertThat(crowd.winner()).isPresent();
      assertThat(crowd.refused()).hasSize(5).containsOnly(CatalogReason.PRODUCT_EXISTS);
    }
  }

  @Test // T-18, S0-49, S2-35
  void an_order_number_that_is_taken_is_drawn_again() {
    open(Shop.standard(USD), repeatingTheFirstDraw());
    ProductId laptop = stocked("p1", 5);

    Order first = placed("direct", pieces(1, laptop));
    Order second = placed("direct", pieces(1, laptop));

    assertThat(second.number()).isNotEqualTo(first.number());
    assertThat(order(second.id())).isEqualTo(second);
    assertThat(stock(laptop).reserved()).isEqualTo(2);
  }

  @Test // T-18, S0-49, S0-57
  void two_orders_of_one_request_never_share_a_number() {
    open(Shop.standard(USD), repeatingTheFirstDraw());
    ProductId laptop = stocked("p1", 5);

    List<OrderNumber> numbers =
        execute(
                ALICE,
                new PlaceOrders(
                    List.of(ordering(pieces(1, laptop)), ordering(pieces(1, laptop))), false))
            .stream()
            .map(row -> row.placed().orElseThrow().order().number())
            .toList();

    assertThat(numbers).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void work_is_run_again_from_the_start_and_the_lost_try_leaves_nothing() {
    ProductId laptop = stocked("p1", 50);
    AtomicInteger tries = new AtomicInteger();
    Object before = storage().rowCounts();

    String answer =
        work(
            work -> {
              int tried = tries.incrementAndGet();
              if (tried < 3) {
                ordering(pieces(5, laptop)).run(work);
                throw new Conflict("lost on purpose", null);
              }
              assertThat(work.stock().readAvailable(laptop)).isEqualTo(50);
              return "try " + tried;
            });

    assertThat(answer).isEqualTo("try 3");
    assertThat(storage().rowCounts()).isEqualTo(before);
    assertThat(stock(laptop).reserved()).isZero();
  }

  @Test // A104
  void work_that_loses_every_race_ends_busy_and_leaves_nothing() {
    ProductId laptop = stocked("p1", 50);
    AtomicInteger tries = new AtomicInteger();
    Object before = everything();

    assertThatThrownBy(
            () ->
                work(
                    work -> {
                      tries.incrementAndGet();
                      ordering(pieces(1, laptop)).run(work);
                      throw new Conflict("lost on purpose", null);
                    }))
        .isInstanceOf(Busy.class);

    assertThat(tries.get()).isBetween(2, 10);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void neither_a_refusal_nor_a_bug_is_run_again() {
    AtomicInteger tries = new AtomicInteger();
    assertThatThrownBy(
            () ->
                work(
                    work -> {
                      tries.incrementAndGet();
                      throw new Rejection(SharedReason.UNKNOWN_PRODUCT, "refused");
                    }))
        .isInstanceOf(Rejection.class);
    assertThatThrownBy(
            () ->
                work(
                    work -> {
                      tries.incrementAndGet();
                      throw new IllegalArgumentException("a bug");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tries.get()).isEqualTo(2);
  }
}
