package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.domain.wallet.Wallet;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small shop to try things in, made through use cases like any other. */
final class DemoData {
  private static final WarehouseId MAIN = new WarehouseId("main");
  private static final WarehouseId EAST = new WarehouseId("east");

  /** The first two make source 000's example total 1800. */
  private static final List<Item> ITEMS =
      List.of(
          new Item("p1", "Laptop", 500, "LAP-13"),
          new Item("p2", "Headphones", 800, "HEA-NC"),
          new Item("p3", "Keyboard", 75, "KEY-US"),
          new Item("p4", "Mouse", 25, "MOU-WL"),
          new Item("p5", "Monitor", 320, "MON-27"),
          new Item("p6", "USB hub", 40, "HUB-7"),
          new Item("p7", "Webcam", 90, "CAM-HD"),
          new Item("p8", "Desk lamp", 35, "LMP-LED"),
          new Item("p9", "Office chair", 210, "CHR-ERG"),
          new Item("p10", "Notebook", 6, "NBK-A5"),
          new Item("p11", "Backpack", 65, "BAG-20L"),
          new Item("p12", "Travel mug", 18, "MUG-05"));

  private record Item(String id, String name, int price, String sku) {}

  private DemoData() {}

  /** Makes it, unless it is there. */
  static void make(UseCases useCases, Views views, Currency currency) {
    Actor staff = Actor.system();
    if (views.products().find(new ProductId(ITEMS.get(0).id)).isPresent()) {
      return;
    }
    useCases.execute(staff, new OpenWarehouse(Optional.of(MAIN), "Main warehouse"));
    useCases.execute(staff, new OpenWarehouse(Optional.of(EAST), "East warehouse"));
    for (Item item : ITEMS) {
      ProductId id = new ProductId(item.id);
      Money price = Money.of(BigDecimal.valueOf(item.price), currency);
      useCases.execute(
          staff, new AddProduct(Optional.of(id), item.name, price, Optional.of(item.sku)));
      useCases.execute(staff, new CountStock(new StockId(id, MAIN), 1_000));
      useCases.execute(staff, new CountStock(new StockId(id, EAST), 250));
    }
    for (String user : List.of("user_123", "alice", "bob")) {
      fund(useCases, new UserId(user), currency);
    }
  }

  /** A wallet with something in it to spend. */
  private static void fund(UseCases useCases, UserId user, Currency shop) {
    Actor staff = Actor.system();
    Wallet wallet = useCases.execute(staff, new CreateWallet(Optional.of(user), Optional.of(shop)));
    Map<String, Integer> money = new LinkedHashMap<>(Map.of("USD", 5_000, "EUR", 2_000));
    money.put("INR", 100_000);
    money.putIfAbsent(shop.getCurrencyCode(), 100_000);
    money.forEach(
        (code, amount) ->
            useCases.execute(
                staff,
                new AddMoney(
                    wallet.id(),
                    new StatedAmount(BigDecimal.valueOf(amount), Optional.of(Money.currency(code))),
                    Optional.of("demo"))));
  }
}
