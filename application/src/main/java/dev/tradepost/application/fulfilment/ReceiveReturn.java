package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ReturnId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parcel has come back. What can be sold again goes to the warehouse that sent it, in the same
 * transaction. Where an order was to come back as a whole and less came, it is a delivered order
 * again, with a return of a part of it.
 *
 * @param parts what came; empty for all that was to come, in good condition
 * @param restock whether what is in good condition goes on the shelf again
 */
public record ReceiveReturn(ReturnId id, Optional<List<Part>> parts, boolean restock)
    implements UseCase<Return> {

  /** Some pieces of a product, as they came. */
  public record Part(ProductId product, int quantity, boolean damaged) {}

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Return run(UnitOfWork work) {
    Returns returns = Returns.of(work, id);
    Return expected = returns.get(id);
    List<Part> here = parts.orElseGet(() -> all(expected));
    Map<ProductId, Integer> came = OrderPlacement.merge(items(here));
    Map<ProductId, Integer> sound =
        OrderPlacement.merge(items(here.stream().filter(it -> restock && !it.damaged).toList()));
    Change<Return> received = expected.receive(came, sound, work.stamp());
    List<Change<Stock>> restocked = restocked(work, returns, sound);

    restocked.forEach(work.stock()::save);
    return returns.save(work, received, kept(work, returns, expected, received.state()));
  }

  /** The order stays with the customer after all, in part, where less came than was to come. */
  private static Optional<Change<Order>> kept(
      UnitOfWork work, Returns returns, Return expected, Return received) {
    return returns.isAll(expected) && !returns.isAll(received)
        ? returns.order().follow(OrderAction.REJECT_RETURN, "Not all of it came back", work.stamp())
        : Optional.empty();
  }

  private static List<Part> all(Return expected) {
    return expected.items().stream()
        .map(item -> new Part(item.productId(), item.quantity(), false))
        .toList();
  }

  private static List<OrderPlacement.Item> items(List<Part> some) {
    return some.stream().map(part -> new OrderPlacement.Item(part.product, part.quantity)).toList();
  }

  private static List<Change<Stock>> restocked(
      UnitOfWork work, Returns returns, Map<ProductId, Integer> sound) {
    Map<StockId, Integer> shelves = new LinkedHashMap<>();
    sound.forEach((product, n) -> shelves.putAll(senders(returns, product, n)));
    Map<StockId, Stock> stocks = work.stock().getAll(shelves.keySet());
    List<Change<Stock>> changes = new ArrayList<>();
    shelves.forEach((shelf, n) -> changes.add(stocks.get(shelf).restock(n, returns.order().id())));
    return changes;
  }

  /** Each warehouse gets back at most what it sent, those that come first in the order first. */
  private static Map<StockId, Integer> senders(Returns returns, ProductId product, int pieces) {
    Map<StockId, Integer> shelves = new LinkedHashMap<>();
    int before = returns.restocked(product);
    int missing = pieces;
    for (Shipment shipment : returns.shipments()) {
      if (shipment.status() == ShipmentStatus.DELIVERED) {
        int sent = shipment.quantityOf(product);
        int back = Math.min(missing, Math.max(0, sent - before));
        before = Math.max(0, before - sent);
        missing -= back;
        if (back > 0) {
          shelves.merge(new StockId(product, shipment.warehouseId()), back, Integer::sum);
        }
      }
    }
    return shelves;
  }
}
