package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final WarehouseId EAST = new WarehouseId("east");
  private static final StockId ID = new StockId(LAPTOP, EAST);
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));

  @Test // S1-02, X-12
  void available_is_what_is_on_hand_less_what_is_reserved() {
    assertThat(new Stock(ID, 10, 3, 1).available()).isEqualTo(7);
    assertThat(Stock.none(ID)).isEqualTo(new Stock(ID, 0, 0, 0));
    assertThat(Stock.none(ID).available()).isZero();
    assertThat(Stock.none(ID).owner()).isEmpty();
    assertThat(Stock.none(ID).aggregateId()).isEqualTo("p1/east");
  }

  @Test // S0-05
  void a_count_sets_what_is_on_hand() {
    Change<Stock> counted = new Stock(ID, 10, 3, 1).count(25);
    assertThat(counted.state()).isEqualTo(new Stock(ID, 25, 3, 2));
    assertThat(counted.events()).containsExactly(new StockEvent.Counted(LAPTOP, EAST, 10, 25));
  }

  @Test // S1-23
  void a_count_below_what_is_reserved_is_refused() {
    Stock stock = new Stock(ID, 10, 3, 1);
    assertThat(stock.count(3).state().available()).isZero();
    Rejection refusal = refusalOf(() -> stock.count(2));
    assertThat(refusal.reason()).isEqualTo(InventoryReason.ON_HAND_BELOW_RESERVED);
    assertThat(refusal.field()).contains("onHand");
    assertThat(reasonOf(() -> stock.count(-1))).isEqualTo(InventoryReason.ON_HAND_NEGATIVE);
  }

  @Test // S1-09, S2-02, S0-53
  void a_reservation_promises_pieces_that_stay_on_hand() {
    Change<Stock> reserved = new Stock(ID, 10, 3, 1).reserve(7, ORDER);
    assertThat(reserved.state()).isEqualTo(new Stock(ID, 10, 10, 2));
    assertThat(reserved.events()).containsExactly(new StockEvent.Reserved(LAPTOP, EAST, ORDER, 7));
  }

  @Test // S1-08, S1-23, S2-09, S2-53
  void no_more_than_is_available_can_be_reserved() {
    Rejection refusal = refusalOf(() -> new Stock(ID, 10, 3, 1).reserve(8, ORDER));
    assertThat(refusal.reason()).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(refusal.detail()).isEqualTo("8 of product p1 were asked for, 7 are available");
    assertThat(reasonOf(() -> Stock.none(ID).reserve(1, ORDER)))
        .isEqualTo(SharedReason.INSUFFICIENT_STOCK);
  }

  @Test // S1-18, S2-71
  void a_release_makes_pieces_available_again() {
    Change<Stock> released = new Stock(ID, 10, 3, 1).release(3, ORDER);
    assertThat(released.state()).isEqualTo(new Stock(ID, 10, 0, 2));
    assertThat(released.events()).containsExactly(new StockEvent.Released(LAPTOP, EAST, ORDER, 3));
  }

  @Test
  void a_shipment_takes_reserved_pieces_off_the_shelf() {
    Change<Stock> shipped = new Stock(ID, 10, 3, 1).ship(2, ORDER);
    assertThat(shipped.state()).isEqualTo(new Stock(ID, 8, 1, 2));
    assertThat(shipped.events()).containsExactly(new StockEvent.Shipped(LAPTOP, EAST, ORDER, 2));
  }

  @Test // S2-05, A66
  void what_came_back_is_on_the_shelf_again_and_reserved_for_nobody() {
    Change<Stock> restocked = new Stock(ID, 8, 1, 2).restock(2, ORDER);
    assertThat(restocked.state()).isEqualTo(new Stock(ID, 10, 1, 3));
    assertThat(restocked.state().available()).isEqualTo(9);
    assertThat(restocked.events())
        .containsExactly(new StockEvent.Restocked(LAPTOP, EAST, ORDER, 2));
    assertThat(movement(restocked).onHandDelta()).isEqualTo(2);
    assertThat(movement(restocked).reservedDelta()).isZero();
  }

  @Test // S2-05
  void what_came_back_can_be_sold_again_also_where_nothing_was_left() {
    Change<Stock> sold =
        new Stock(ID, 1, 1, 1)
            .ship(1, ORDER)
            .then(it -> it.restock(1, ORDER))
            .then(it -> it.reserve(1, ORDER));
    assertThat(sold.state()).isEqualTo(new Stock(ID, 1, 1, 4));
  }

  @Test
  void a_shelf_never_wraps_around() {
    Stock full = new Stock(ID, Long.MAX_VALUE, 0, 1);
    refusalOf(() -> full.restock(1, ORDER));
  }

  @Test // S1-23
  void no_more_than_was_reserved_can_be_released_or_shipped() {
    Stock stock = new Stock(ID, 10, 3, 1);
    refusalOf(() -> stock.release(4, ORDER));
    refusalOf(() -> stock.ship(4, ORDER));
    refusalOf(() -> stock.ship(11, ORDER));
  }

  @ParameterizedTest // S0-18, S0-35, T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_quantity_below_one_never_moves_stock(int quantity) {
    Stock stock = new Stock(ID, 10, 3, 1);
    assertThat(reasonOf(() -> stock.reserve(quantity, ORDER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> stock.release(quantity, ORDER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> stock.ship(quantity, ORDER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> stock.restock(quantity, ORDER)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @Test // S1-23
  void more_reserved_than_on_hand_cannot_be_written_down() {
    assertThat(reasonOf(() -> new Stock(ID, 2, 3, 1)))
        .isEqualTo(InventoryReason.ON_HAND_BELOW_RESERVED);
    assertThat(reasonOf(() -> new Stock(ID, 2, -1, 1)))
        .isEqualTo(InventoryReason.ON_HAND_BELOW_RESERVED);
    assertThat(reasonOf(() -> new Stock(ID, -1, 0, 1))).isEqualTo(InventoryReason.ON_HAND_NEGATIVE);
  }

  @Test
  void only_a_count_has_no_order() {
    Stock stock = new Stock(ID, 10, 3, 1);
    assertThat(movement(stock.count(11)).order()).isEmpty();
    assertThat(movement(stock.reserve(1, ORDER)).order()).contains(ORDER);
    assertThat(movement(stock.release(1, ORDER)).order()).contains(ORDER);
    assertThat(movement(stock.ship(1, ORDER)).order()).contains(ORDER);
    assertThat(movement(stock.restock(1, ORDER)).order()).contains(ORDER);
  }

  @Test // S0-05, S1-23, S2-09
  void any_sequence_of_verbs_never_oversells_and_its_movements_add_up_to_the_stock() {
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      Stock stock = Stock.none(ID);
      long onHand = 0;
      long reserved = 0;
      for (int step = 0; step < 100; step++) {
        Change<Stock> change = anyVerb(stock, random);
        if (change != null) {
          StockEvent moved = movement(change);
          onHand += moved.onHandDelta();
          reserved += moved.reservedDelta();
          assertThat(change.state().version()).as("seed %d", SEED).isEqualTo(stock.version() + 1);
          stock = change.state();
        }
        assertThat(stock.reserved()).as("seed %d", SEED).isBetween(0L, stock.onHand());
        assertThat(stock.onHand()).as("seed %d", SEED).isEqualTo(onHand);
        assertThat(stock.reserved()).as("seed %d", SEED).isEqualTo(reserved);
      }
    }
  }

  /** A verb with a quantity that is as often refused as not; nothing where it was refused. */
  private static Change<Stock> anyVerb(Stock stock, Random random) {
    int quantity = random.nextInt(15) - 2;
    try {
      return switch (random.nextInt(5)) {
        case 0 -> stock.count(quantity);
        case 1 -> stock.reserve(quantity, ORDER);
        case 2 -> stock.release(quantity, ORDER);
        case 3 -> stock.restock(quantity, ORDER);
        default -> stock.ship(quantity, ORDER);
      };
    } catch (Rejection refused) {
      return null;
    }
  }

  private static StockEvent movement(Change<Stock> change) {
    assertThat(change.events()).hasSize(1);
    return (StockEvent) change.events().get(0);
  }

  @Test
  void a_stock_is_named_by_its_product_and_its_warehouse() {
    assertThat(ID).hasToString("p1/east").isLessThan(new StockId(LAPTOP, new WarehouseId("west")));
    assertThat(new StockId(new ProductId("p2"), new WarehouseId("a"))).isGreaterThan(ID);
    assertThatNullPointerException().isThrownBy(() -> new StockId(null, EAST));
    assertThatNullPointerException().isThrownBy(() -> new StockId(LAPTOP, null));
  }

  @Test // S2-06
  void a_warehouse_is_opened_under_a_name() {
    Stamp stamp = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), new UserId("staff"));
    Change<Warehouse> opened = Warehouse.open(EAST, "East", stamp);
    assertThat(opened.state()).isEqualTo(new Warehouse(EAST, "East", stamp.at(), 1));
    assertThat(opened.events()).containsExactly(new WarehouseOpened(EAST, "East"));
    assertThat(opened.state().aggregateId()).isEqualTo("east");
    assertThat(opened.state().owner()).isEmpty();
    assertThat(refusalOf(() -> Warehouse.open(EAST, " ", stamp)).field()).contains("name");
  }
}
