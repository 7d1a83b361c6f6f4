package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tradepost.application.Once;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.StandardLifecycles;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A unit of work is kept as a whole or not at all. */
public abstract class AtomicityContract extends StorageContract {
  private static final Once ONCE = new Once("alice POST /orders", "key-1", "body");

  private Optional<AnswerStore.Kept> kept() {
    return work(work -> work.answers().find(ONCE));
  }

  @Test // S0-44, S0-46
  void work_that_throws_after_saving_leaves_nothing() {
    ProductId laptop = stocked("p1", 5);
    Object before = everything();

    assertThatThrownBy(
            () ->
                work(
                    work -> {
                      saveSomethingOfMostKinds(work, laptop);
                      throw new IllegalStateException("a bug after the saves");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug after the saves");

    assertThat(everything()).isEqualTo(before);
    assertThat(kept()).isEmpty();
  }

  private static void saveSomethingOfMostKinds(UnitOfWork work, ProductId laptop) {
    work.products()
        .save(
            Product.list(
                new ProductId("new"), "New", Money.of("1", "USD"), Optional.empty(), work.stamp()));
    List<OrderPlacement.Item> two = List.of(new OrderPlacement.Item(laptop, 2));
    OrderPlacement.place(work, ALICE.userId(), two, StandardLifecycles.FULFILMENT, Terms.NONE);
    new AddToCart(laptop, 1, OptionalLong.empty()).run(work);
    work.answers().keep(ONCE, new AnswerStore.Kept("body", "answer"));
  }

  @Test // A29
  void work_that_throws_after_forgetting_answers_forgets_nothing() {
    work(
        work -> {
          work.answers().keep(ONCE, new AnswerStore.Kept("body", "answer"));
          return true;
        });

    assertThatThrownBy(
            () ->
                work(
                    work -> {
                      work.answers().forgetBefore(work.now().plusSeconds(1));
                      throw new IllegalStateException("a bug after the forgetting");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(kept()).isPresent();
  }

  @Test // S0-44, S1-09, T-04, A29
  void an_order_comes_with_all_its_parts() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 5);
    execute(ALICE, new AddToCart(laptop, 3, OptionalLong.empty()));
    execute(ALICE, new AddToCart(phones, 1, OptionalLong.empty()));
    long eventsBefore = storage().events();
    AtomicReference<Order> made = new AtomicReference<>();

    useCases()
        .executeOnce(
            ALICE,
            Optional.of(ONCE),
            new CheckOut(Optional.empty(), Optional.empty(), OptionalLong.empty()),
            view -> {
              made.set(view.order());
              return view.order().id().toString();
            });

    Order order = made.get();
    assertThat(order(order.id())).isEqualTo(order);
    assertThat(order.lines()).hasSize(2);
    assertThat(stock(laptop).reserved()).isEqualTo(3);
    assertThat(stock(phones).reserved()).isEqualTo(1);
    Reservation reservation = work(work -> work.reservations().read(order.id())).orElseThrow();
    assertThat(reservation.status()).isEqualTo(ReservationStatus.RESERVED);
    assertThat(reservation.lines()).hasSize(2);
    assertThat(views().carts().of(ALICE.userId()).cart().items()).isEmpty();
    assertThat(views().orders().timeline(order.id(), ALICE))
        .extracting(TimelineEntry::to)
        .containsExactly("CREATED");
    assertThat(kept()).contains(new AnswerStore.Kept("body", order.id().toString()));
    assertThat(storage().events() - eventsBefore)
        .as("the order, its reservation, two movements of stock, the cart")
        .isEqualTo(5);
  }

  @Test // S0-45, S0-46, T-04, A03
  void one_line_that_fails_takes_the_whole_order_with_it() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 1);
    ProductId unknown = new ProductId("nothing");

    refused(
        ALICE,
        ordering(pieces(1, laptop), pieces(1, unknown), pieces(1, phones)),
        SharedReason.UNKNOWN_PRODUCT);
    refused(ALICE, ordering(pieces(1, laptop), pieces(2, phones)), SharedReason.INSUFFICIENT_STOCK);

    assertThat(stock(laptop).reserved()).isZero();
    assertThat(views().orders().list(EVERY_ORDER, FIRST_PAGE).items()).isEmpty();
  }

  @Test // S0-44, S1-09
  void a_refused_checkout_leaves_cart_and_stock_alone() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 3);
    execute(ALICE, new AddToCart(laptop, 2, OptionalLong.empty()));
    execute(ALICE, new AddToCart(phones, 3, OptionalLong.empty()));
    execute(BOB, ordering(pieces(1, phones)));

    refused(
        ALICE,
        new CheckOut(Optional.empty(), Optional.empty(), OptionalLong.empty()),
        SharedReason.INSUFFICIENT_STOCK);

    assertThat(views().carts().of(ALICE.userId()).cart().items())
        .containsExactly(entry(laptop, 2), entry(phones, 3));
  }

  @Test // S0-44, A29
  void an_answer_is_not_kept_where_rendering_it_fails() {
    ProductId laptop = stocked("p1", 5);
    Object before = everything();

    assertThatThrownBy(
            () ->
                useCases()
                    .executeOnce(
                        ALICE,
                        Optional.of(ONCE),
                        ordering(pieces(1, laptop)),
                        view -> {
                          throw new IllegalStateException("cannot be rendered");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(everything()).isEqualTo(before);
  }
}
