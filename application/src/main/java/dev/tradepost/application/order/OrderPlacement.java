package dev.tradepost.application.order;

import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Allocation;
import dev.tradepost.domain.inventory.Destination;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How every order of goods comes to be: prices looked up, stock reserved, all in one unit of work.
 */
public final class OrderPlacement {

  private OrderPlacement() {}

  /** Pieces of a product, as a request names them. */
  public record Item(ProductId productId, int quantity) {}

  /** Pieces per product as a request would name them. */
  public static List<Item> items(Map<ProductId, Integer> quantities) {
    return quantities.entrySet().stream()
        .map(entry -> new Item(entry.getKey(), entry.getValue()))
        .toList();
  }

  /**
   * Pieces per product in the order first named; a product named twice is summed. Refuses a
   * quantity below one and a sum past the range.
   */
  public static Map<ProductId, Integer> merge(List<Item> items) {
    Map<ProductId, Integer> merged = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String field = "items[" + i + "].quantity";
      try {
        merged.merge(item.productId(), Quantities.requirePositive(item.quantity()), Math::addExact);
      } catch (ArithmeticException e) {
        throw new Rejection(SharedReason.AMOUNT_OUT_OF_RANGE, "the quantities sum up too high")
            .at(field);
      } catch (Rejection rejection) {
        throw rejection.at(field);
      }
    }
    return merged;
  }

  /**
   * Places an order of these products at today's prices, less what its coupon takes off, with tax
   * and shipping, and reserves their stock. Refuses products that are not in the catalogue, a
   * coupon that cannot be used and more than is available.
   */
  public static OrderView place(
      UnitOfWork work, UserId user, List<Item> items, OrderLifecycle lifecycle, Terms terms) {
    Map<ProductId, Integer> needs = merge(items);
    Map<ProductId, Product> products = work.products().readAll(needs.keySet());
    requireKnown(items, products);
    List<OrderLine> lines = lines(products, needs);
    OrderId id = new OrderId(work.newId());
    Pricing pricing = Pricing.of(work, user, id, lines, terms);
    Map<StockId, Stock> stocks =
        work.stock().getOfProducts(needs.keySet()).stream()
            .collect(Collectors.toMap(Stock::id, Function.identity()));
    Allocation.Plan plan =
        Allocation.plan(
            needs, stocks.values(), work.shop().fulfilment().allocation(), destination(terms));
    Change<Order> placed =
        Order.place(
            id,
            OrderNumber.generate(work.now(), work.chance()),
            user,
            lifecycle,
            pricing.lines(),
            pricing.amounts(),
            pricing.terms(),
            "Inventory reserved, " + plan.explanation(),
            work.stamp());
    List<Change<Stock>> reserved =
        plan.lines().stream()
            .map(line -> stocks.get(line.stock()).reserve(line.quantity(), id))
            .toList();
    Optional<Instant> until = work.shop().fulfilment().reservedUntil(lifecycle, work.now());

    work.orders().save(placed);
    work.reservations().save(Reservation.make(id, user, plan.lines(), until));
    pricing.save(work);
    reserved.forEach(work.stock()::save);
    return new OrderView(placed.state(), List.of());
  }

  static Destination destination(Terms terms) {
    return terms
        .shippingAddress()
        .map(it -> new Destination(Optional.of(it.country()), it.region()))
        .orElse(Destination.UNKNOWN);
  }

  private static void requireKnown(List<Item> items, Map<ProductId, Product> products) {
    for (int i = 0; i < items.size(); i++) {
      ProductId id = items.get(i).productId();
      if (!products.containsKey(id)) {
        throw ProductViews.unknown(id, "items[" + i + "].productId");
      }
    }
  }

  private static List<OrderLine> lines(
      Map<ProductId, Product> products, Map<ProductId, Integer> needs) {
    List<OrderLine> lines = new ArrayList<>(needs.size());
    needs.forEach(
        (id, quantity) -> {
          Product product = products.get(id);
          lines.add(OrderLine.of(id, product.name(), product.sku(), quantity, product.price()));
        });
    return lines;
  }
}
