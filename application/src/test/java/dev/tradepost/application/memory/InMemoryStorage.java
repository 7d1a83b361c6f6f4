package dev.tradepost.application.memory;

import dev.tradepost.application.Shop;
import dev.tradepost.application.contract.Storage;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.Views;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

/** The memory, as the contracts see it; it looks into the tables to count them. */
record InMemoryStorage(InMemory memory, Tables tables) implements Storage {

  static InMemoryStorage empty(Shop shop, Sources sources) {
    InMemory memory = new InMemory(shop, sources);
    try {
      Field tables = InMemory.class.getDeclaredField("tables");
      tables.setAccessible(true);
      return new InMemoryStorage(memory, (Tables) tables.get(memory));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the tables of the memory have moved", e);
    }
  }

  @Override
  public Transactions transactions() {
    return memory;
  }

  @Override
  public Views views() {
    return memory.views();
  }

  @Override
  public Map<String, Long> rowCounts() {
    return tables.locked(
        () -> {
          Map<String, Long> counts = new TreeMap<>();
          counts.put("carts", (long) tables.carts.size());
          counts.put("orders", (long) tables.orders.size());
          counts.put("fx orders", (long) tables.fxOrders.size());
          counts.put("trades", tables.trades.values().stream().mapToLong(it -> it.size()).sum());
          counts.put("client order ids", (long) tables.clientOrderIds.size());
          counts.put("order numbers", (long) tables.orderNumbers.size());
          counts.put(
              "timelines", tables.timelines.values().stream().mapToLong(it -> it.size()).sum());
          counts.put("payments", (long) tables.payments.size());
          counts.put("approvals", (long) tables.approvals.size());
          counts.put("bank transfers", (long) tables.bankTransfers.size());
          counts.put("wallets", (long) tables.wallets.size());
          counts.put("users' wallets", (long) tables.walletsOfUsers.size());
          counts.put("holds", (long) tables.holds.size());
          counts.put("escrows", (long) tables.escrows.size());
          counts.put("journal", (long) tables.journal.size());
          counts.put("decisions", (long) tables.decisions.size());
          counts.put("shipments", (long) tables.shipments.size());
          counts.put("trails", tables.trails.values().stream().mapToLong(it -> it.size()).sum());
          counts.put("returns", (long) tables.returns.size());
          counts.put("reservations", (long) tables.reservations.size());
          counts.put("promotions", (long) tables.promotions.size());
          counts.put("promotion users", (long) tables.promotionUsers.size());
          counts.put("stock", (long) tables.stock.size());
          counts.put("products", (long) tables.products.size());
          counts.put("warehouses", (long) tables.warehouses.size());
          counts.put("answers", (long) tables.answers.size());
          counts.put("mails", (long) tables.mails.size());
          counts.put("outbox", tables.events.last());
          return counts;
        });
  }
}
