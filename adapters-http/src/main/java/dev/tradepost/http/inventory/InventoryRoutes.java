package dev.tradepost.http.inventory;

import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Warehouses and stock: staff count, everybody browses what is available. */
public final class InventoryRoutes {
  private final Api api;
  private final InventoryViews views;

  private InventoryRoutes(Api api, InventoryViews views) {
    this.api = api;
    this.views = views;
  }

  /** Puts the routes up. */
  public static void install(Api api, InventoryViews views) {
    InventoryRoutes routes = new InventoryRoutes(api, views);
    api.get("/inventory", routes::browse, "q", "inStock", "limit", "page", "cursor");
    api.get("/inventory/{productId}", routes::get);
    api.put("/inventory/{productId}/{warehouseId}", routes::count);
    api.post("/warehouses", routes::open);
    api.get("/warehouses", routes::warehouses, Api.PAGING);
  }

  record CountRequest(@NotNull @Min(0) @Max(1_000_000_000) Long onHand) {}

  record OpenRequest(
      @Pattern(regexp = Call.ID) String id, @NotBlank @Size(max = 200) String name) {}

  record WarehouseResponse(WarehouseId id, String name, Instant createdAt) {
    static WarehouseResponse of(Warehouse warehouse) {
      return new WarehouseResponse(warehouse.id(), warehouse.name(), warehouse.createdAt());
    }
  }

  record StockResponse(WarehouseId warehouseId, long onHand, long reserved, long available) {
    static StockResponse of(Stock stock) {
      return new StockResponse(
          stock.id().warehouse(), stock.onHand(), stock.reserved(), stock.available());
    }
  }

  record ItemResponse(
      ProductId productId,
      String name,
      Money price,
      String currency,
      long available,
      List<StockResponse> warehouses) {

    static ItemResponse of(InventoryItem item) {
      Money price = item.product().price();
      return new ItemResponse(
          item.product().id(),
          item.product().name(),
          price,
          price.currency().getCurrencyCode(),
          item.available(),
          item.stocks().stream().map(StockResponse::of).toList());
    }
  }

  private Reply browse(Call call) {
    var request = call.page();
    boolean inStock = call.oneOf("inStock", "true", "false").map(Boolean::valueOf).orElse(false);
    var filter = new InventoryViews.Filter(call.parameter("q"), inStock);
    return Reply.ok(Listing.of(views.list(filter, request), request, ItemResponse::of));
  }

  private Reply get(Call call) {
    ProductId id = product(call);
    InventoryItem item = views.find(id).orElseThrow(() -> ProductViews.notFound(id));
    return Reply.ok(ItemResponse.of(item));
  }

  private Reply count(Call call) {
    CountRequest body = call.body(CountRequest.class);
    StockId id =
        new StockId(
            product(call),
            call.path(
                "warehouseId",
                WarehouseId::new,
                () ->
                    new Rejection(
                        InventoryReason.WAREHOUSE_NOT_FOUND, "there is no such warehouse")));
    return api.run(
        call, new CountStock(id, body.onHand), stock -> Reply.ok(StockResponse.of(stock)));
  }

  private static ProductId product(Call call) {
    return call.path("productId", ProductId::new, ProductViews::notFound);
  }

  private Reply open(Call call) {
    OpenRequest body = call.body(OpenRequest.class);
    OpenWarehouse command =
        new OpenWarehouse(Optional.ofNullable(body.id).map(WarehouseId::new), body.name);
    return api.run(call, command, it -> Reply.created("/warehouses", WarehouseResponse.of(it)));
  }

  private Reply warehouses(Call call) {
    var request = call.page();
    return Reply.ok(Listing.of(views.warehouses(request), request, WarehouseResponse::of));
  }
}
