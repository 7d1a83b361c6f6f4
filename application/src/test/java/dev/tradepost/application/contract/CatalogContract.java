package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.catalog.AmendProduct;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.domain.catalog.CatalogReason;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Products, warehouses and stock, as the clerk keeps them. */
public abstract class CatalogContract extends StorageContract {
  private static final Optional<String> NONE = Optional.empty();
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  private static AddProduct adding(String id, String price) {
    return new AddProduct(Optional.of(new ProductId(id)), "Laptop", Money.of(price, "USD"), NONE);
  }

  private static AmendProduct repricing(ProductId id, String price, OptionalLong version) {
    return new AmendProduct(id, NONE, Optional.of(Money.of(price, "USD")), NONE, version);
  }

  @Test // S0-08
  void a_product_is_read_back_as_it_was_added() {
    Product product =
        execute(
            CLERK,
            new AddProduct(
                Optional.of(new ProductId("p1")),
                "Łaptop 15\" 😀",
                Money.of("499.99", "USD"),
                Optional.of("LAP-15")));

    assertThat(views().products().find(product.id())).contains(product);
    assertThat(product.version()).isEqualTo(1);
    assertThat(product.createdAt()).isEqualTo(TestClock.NOON);
  }

  @Test // S0-08
  void a_product_without_an_id_gets_a_new_one() {
    AddProduct adding = new AddProduct(Optional.empty(), "Laptop", Money.of("1", "USD"), NONE);
    ProductId first = execute(CLERK, adding).id();
    ProductId second = execute(CLERK, adding).id();

    assertThat(second).isNotEqualTo(first);
    assertThat(views().products().find(second)).isPresent();
    assertThat(views().products().find(new ProductId("nothing"))).isEmpty();
  }

  @Test // A48
  void products_are_refused_that_exist_cost_nothing_or_come_from_a_customer() {
    product("p1", "500");

    assertThat(refused(CLERK, adding("p1", "1"), CatalogReason.PRODUCT_EXISTS).field())
        .contains("id");
    refused(CLERK, adding("p2", "0"), SharedReason.AMOUNT_NOT_POSITIVE);
    refused(ALICE, adding("p2", "1"), ApplicationReason.STAFF_ONLY);
  }

  @Test // S0-41, S0-43, S0-48, A18
  void a_new_price_never_touches_orders_placed_before() {
    ProductId laptop = stocked("p1", 9);
    Order before = placed("direct", pieces(2, laptop));
    clock.advance(Duration.ofMinutes(1));

    Product dearer = execute(CLERK, repricing(laptop, "650.50", ANY_VERSION));

    assertThat(dearer.updatedAt()).isEqualTo(TestClock.NOON.plusSeconds(60));
    assertThat(dearer.createdAt()).isEqualTo(TestClock.NOON);
    assertThat(views().products().find(laptop)).contains(dearer);
    assertThat(order(before.id())).isEqualTo(before);
    assertThat(before.lines().get(0).unitPrice()).isEqualTo(Money.of("500", "USD"));
    assertThat(placed("direct", pieces(2, laptop)).amounts().total())
        .isEqualTo(Money.of("1301", "USD"));
  }

  @Test
  void an_amendment_changes_what_is_given_and_keeps_the_rest() {
    ProductId laptop = product("p1", "500");

    execute(
        CLERK,
        new AmendProduct(
            laptop, Optional.of("Notebook"), Optional.empty(), Optional.of("NEW"), ANY_VERSION));

    Product amended = views().products().find(laptop).orElseThrow();
    assertThat(amended.name()).isEqualTo("Notebook");
    assertThat(amended.sku()).contains("NEW");
    assertThat(amended.price()).isEqualTo(Money.of("500", "USD"));
  }

  @Test // A38, A48
  void amendments_are_refused_that_are_stale_unknown_or_a_customers() {
    ProductId laptop = product("p1", "500");
    execute(CLERK, repricing(laptop, "600", OptionalLong.of(1)));

    refused(CLERK, repricing(laptop, "700", OptionalLong.of(1)), SharedReason.STALE_VERSION);
    refused(
        CLERK,
        repricing(new ProductId("nothing"), "700", ANY_VERSION),
        CatalogReason.PRODUCT_NOT_FOUND);
    refused(ALICE, repricing(laptop, "1", ANY_VERSION), ApplicationReason.STAFF_ONLY);
  }

  @Test
  void a_warehouse_opens_once_and_only_by_staff() {
    WarehouseId north = new WarehouseId("north");
    Warehouse opened = execute(CLERK, new OpenWarehouse(Optional.of(north), "North"));
    Warehouse unnamed = execute(CLERK, new OpenWarehouse(Optional.empty(), "Other"));

    assertThat(views().inventory().warehouses(FIRST_PAGE).items())
        .extracting(Warehouse::id)
        .containsExactlyInAnyOrder(MAIN, north, unnamed.id());
    assertThat(views().inventory().warehouses(FIRST_PAGE).items()).contains(opened);
    refused(
        CLERK, new OpenWarehouse(Optional.of(north), "Again"), InventoryReason.WAREHOUSE_EXISTS);
    refused(ALICE, new OpenWarehouse(Optional.empty(), "Mine"), ApplicationReason.STAFF_ONLY);
  }

  @Test // X-12, A61
  void counting_sets_what_is_on_hand_and_keeps_what_is_reserved() {
    ProductId laptop = stocked("p1", 5);
    placed("direct", pieces(2, laptop));

    Stock counted = execute(CLERK, new CountStock(new StockId(laptop, MAIN), 3));

    assertThat(counted).isEqualTo(stock(laptop));
    assertThat(counted.onHand()).isEqualTo(3);
    assertThat(counted.reserved()).isEqualTo(2);
    assertThat(counted.available()).isEqualTo(1);
  }

  @Test // X-12, A48
  void counts_are_refused_below_what_is_reserved_and_for_what_is_unknown() {
    ProductId laptop = stocked("p1", 5);
    placed("direct", pieces(2, laptop));
    StockId shelf = new StockId(laptop, MAIN);

    refused(CLERK, new CountStock(shelf, 1), InventoryReason.ON_HAND_BELOW_RESERVED);
    refused(CLERK, new CountStock(shelf, -1), InventoryReason.ON_HAND_NEGATIVE);
    refused(
        CLERK,
        new CountStock(new StockId(new ProductId("nothing"), MAIN), 1),
        CatalogReason.PRODUCT_NOT_FOUND);
    refused(
        CLERK,
        new CountStock(new StockId(laptop, new WarehouseId("nowhere")), 1),
        InventoryReason.WAREHOUSE_NOT_FOUND);
    refused(ALICE, new CountStock(shelf, 9), ApplicationReason.STAFF_ONLY);
  }

  @Test // S0-40
  void stock_and_prices_near_the_end_of_the_range_are_kept_exactly() {
    ProductId gold = product("gold", "92233720368547758.07");
    count(gold, MAIN, Long.MAX_VALUE);

    assertThat(stock(gold).available()).isEqualTo(Long.MAX_VALUE);
    assertThat(placed("direct", pieces(1, gold)).amounts().total().minor())
        .isEqualTo(Long.MAX_VALUE);
    refused(ALICE, ordering(pieces(2, gold)), SharedReason.AMOUNT_OUT_OF_RANGE);
  }
}
