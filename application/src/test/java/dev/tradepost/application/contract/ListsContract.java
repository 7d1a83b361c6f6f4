package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Lists of products, stock, warehouses and payments. */
public abstract class ListsContract extends StorageContract {

  private ProductId named(String id, String name) {
    execute(
        CLERK,
        new AddProduct(
            Optional.of(new ProductId(id)), name, Money.of("1", "USD"), Optional.empty()));
    return new ProductId(id);
  }

  private List<ProductId> found(String text) {
    return found(new InventoryViews.Filter(Optional.of(text), false));
  }

  private List<ProductId> found(InventoryViews.Filter filter) {
    return views().inventory().list(filter, FIRST_PAGE).items().stream()
        .map(item -> item.product().id())
        .toList();
  }

  private static <T> List<T> walked(Function<Page.Request, Page<T>> list) {
    List<T> all = new ArrayList<>();
    Optional<Page.Cursor> next = Optional.empty();
    do {
      Page<T> page = list.apply(new Page.Request(3, 1, next));
      all.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return all;
  }

  @Test // S1-02
  void the_inventory_shows_what_is_available_warehouse_by_warehouse() {
    WarehouseId north = warehouse("north");
    ProductId laptop = stocked("p1", 5);
    count(laptop, north, 3);
    placed("direct", pieces(6, laptop));

    InventoryItem item = views().inventory().find(laptop).orElseThrow();

    assertThat(item.available()).isEqualTo(2);
    assertThat(item.stocks()).extracting(Stock::available).containsExactly(0L, 2L);
    assertThat(item.product()).isEqualTo(views().products().find(laptop).orElseThrow());
    assertThat(views().inventory().find(new ProductId("nothing"))).isEmpty();
  }

  @Test // S1-02
  void several_are_found_at_once_and_one_asked_for_twice_is_there_once() {
    ProductId laptop = stocked("p1", 5);
    ProductId phones = stocked("p2", 5);

    assertThat(
            views().inventory().findAll(List.of(laptop, phones, laptop, new ProductId("nothing"))))
        .containsOnlyKeys(laptop, phones);
    assertThat(views().inventory().findAll(List.of())).isEmpty();
  }

  @Test // S1-02
  void the_inventory_is_searched_by_name_to_the_letter_whatever_its_case() {
    ProductId cotton = named("p1", "100% Cotton shirt");
    ProductId linen = named("p2", "100 Linen shirt");
    ProductId snake = named("p3", "snake_case");
    named("p4", "snakeXcase");
    ProductId path = named("p5", "back\\slash");

    assertThat(found("SHIRT")).containsExactlyInAnyOrder(cotton, linen);
    assertThat(found("100%")).containsExactly(cotton);
    assertThat(found("e_c")).containsExactly(snake);
    assertThat(found("k\\s")).containsExactly(path);
    assertThat(found("'")).isEmpty();
    assertThat(found("")).hasSize(5);
  }

  @Test // S1-02
  void what_is_sold_out_can_be_left_out() {
    ProductId laptop = stocked("p1", 5);
    ProductId soldOut = stocked("p2", 2);
    placed("direct", pieces(2, soldOut));
    product("p3", "1");

    assertThat(found(new InventoryViews.Filter(Optional.empty(), true))).containsExactly(laptop);
    assertThat(found(new InventoryViews.Filter(Optional.of("p2"), true))).isEmpty();
    assertThat(found(new InventoryViews.Filter(Optional.empty(), false))).hasSize(3);
  }

  @Test // S0-60, X-17
  void cursors_walk_products_stock_and_warehouses_without_gap_or_repeat() {
    List<ProductId> products = new ArrayList<>();
    List<WarehouseId> warehouses = new ArrayList<>(List.of(MAIN));
    for (int i = 0; i < 8; i++) {
      clock.advance(Duration.ofMillis(i % 2));
      products.add(0, product("p" + i, "1"));
      warehouses.add(0, warehouse("w" + i));
    }
    InventoryViews.Filter all = new InventoryViews.Filter(Optional.empty(), false);

    assertThat(walked(request -> views().products().list(request)))
        .extracting(Product::id)
        .isEqualTo(products);
    assertThat(walked(request -> views().inventory().list(all, request)))
        .extracting(item -> item.product().id())
        .isEqualTo(products);
    assertThat(walked(request -> views().inventory().warehouses(request)))
        .extracting(Warehouse::id)
        .containsExactlyInAnyOrderElementsOf(warehouses);
  }

  @Test // S0-60, X-15, A10
  void a_cursor_that_no_list_has_answered_is_refused_or_leads_nowhere_but_is_no_fault() {
    InventoryViews.Filter all = new InventoryViews.Filter(Optional.empty(), false);
    assertThat(catchThrowable(() -> new Page.Cursor(TestClock.NOON, "\u0000")))
        .isInstanceOf(Rejection.class);
    Page.Cursor forged = new Page.Cursor(TestClock.NOON, "%'; --");
    Page.Request request = new Page.Request(3, 1, Optional.of(forged));
    List<ThrowingCallable> lists =
        List.of(
            () -> views().products().list(request),
            () -> views().inventory().list(all, request),
            () -> views().inventory().warehouses(request));
    for (ThrowingCallable list : lists) {
      Throwable fault = catchThrowable(list);
      assertThat(fault == null || fault instanceof Rejection).as("%s", fault).isTrue();
    }
  }

  @Test // S0-60, A11
  void page_numbers_reach_the_same_items() {
    for (int i = 0; i < 5; i++) {
      product("p" + i, "1");
      clock.advance(Duration.ofMillis(1));
    }
    Page<Product> second = views().products().list(new Page.Request(2, 2, Optional.empty()));
    Page<Product> last = views().products().list(new Page.Request(2, 3, Optional.empty()));

    assertThat(second.items())
        .extracting(Product::id)
        .containsExactly(new ProductId("p2"), new ProductId("p1"));
    assertThat(second.hasMore()).isTrue();
    assertThat(last.items()).extracting(Product::id).containsExactly(new ProductId("p0"));
    assertThat(last.hasMore()).isFalse();
    assertThat(last.next()).isEmpty();
  }

  @Test // S1-26
  void unfinished_payments_come_oldest_first_and_at_most_so_many() {
    ProductId laptop = stocked("p1", 9);
    Cashier cashier = new Cashier(useCases(), views(), new SandboxProvider());
    List<PaymentId> open = new ArrayList<>();
    for (String card : List.of("unknown", "success", "timeout", "unknown")) {
      Order order = placed("direct", pieces(1, laptop));
      Payment payment = cashier.pay(ALICE, order.id(), card);
      clock.advance(Duration.ofMinutes(1));
      if (payment.inProgress()) {
        open.add(payment.id());
      }
    }

    assertThat(views().payments().unfinished(clock.instant(), 9)).isEqualTo(open).hasSize(3);
    assertThat(views().payments().unfinished(clock.instant(), 2)).isEqualTo(open.subList(0, 2));
    assertThat(views().payments().unfinished(TestClock.NOON.plusSeconds(1), 9))
        .isEqualTo(open.subList(0, 1));
    assertThat(views().payments().unfinished(TestClock.NOON, 9)).isEmpty();
  }
}
