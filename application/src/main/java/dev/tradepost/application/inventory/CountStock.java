package dev.tradepost.application.inventory;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;

/** Sets how much of a product is on hand in a warehouse. */
public record CountStock(StockId stock, long onHand) implements UseCase<Stock> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Stock run(UnitOfWork work) {
    work.products().read(stock.product()).orElseThrow(() -> ProductViews.notFound(stock.product()));
    work.warehouses()
        .read(stock.warehouse())
        .orElseThrow(
            () ->
                new Rejection(
                    InventoryReason.WAREHOUSE_NOT_FOUND,
                    "there is no warehouse " + stock.warehouse()));
    Stock before = work.stock().get(stock).orElseGet(() -> Stock.none(stock));
    Change<Stock> counted = before.count(onHand);
    work.stock().save(counted);
    return counted.state();
  }
}
