package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.Allocation;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderEdit;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ProductId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an order that nothing was paid for is changed: priced anew, with more or less reserved. */
final class UnpaidEdit {

  private UnpaidEdit() {}

  /** Decides it, and saves nothing; what is locked, is locked in the order of the stores. */
  static DecidedEdit of(UnitOfWork work, Outgoing out, OrderEdit edit) {
    Order order = out.order();
    Change<Order> changed = changed(work, order, edit);
    Promise promise = Promise.of(work, out, edit, changed.state().terms());
    OrderView after = out.view(changed.state(), List.of());
    return new DecidedEdit(
        EditedOrder.withoutRefund(out.view(order, List.of()), after),
        it -> {
          it.orders().save(changed);
          promise.reservation.ifPresent(it.reservations()::save);
          promise.stock.forEach(it.stock()::save);
        });
  }

  private static Change<Order> changed(UnitOfWork work, Order order, OrderEdit edit) {
    Terms terms = edit.terms(order);
    if (!edit.changesPrice(order)) {
      return edit.readdress(order, order, terms, work.stamp());
    }
    Pricing pricing = Pricing.again(work, order, edit.lines(order), terms);
    return edit.reprice(order, pricing.lines(), pricing.amounts(), pricing.terms(), work.stamp());
  }

  /** The stock that is promised besides or is free again. */
  private record Promise(Optional<Change<Reservation>> reservation, List<Change<Stock>> stock) {

    static Promise of(UnitOfWork work, Outgoing out, OrderEdit edit, Terms terms) {
      Order order = out.order();
      Map<ProductId, Integer> more = edit.more(order);
      Map<StockId, Integer> fewer = Freed.of(out, edit.fewer(order)).stock();
      Set<ProductId> products = new HashSet<>(more.keySet());
      fewer.keySet().forEach(it -> products.add(it.product()));
      Map<StockId, Stock> stocks =
          work.stock().getOfProducts(products).stream()
              .collect(Collectors.toMap(Stock::id, Function.identity()));
      List<Change<Stock>> moved = new ArrayList<>();
      Optional<Change<Reservation>> promised = Optional.empty();
      if (!more.isEmpty()) {
        List<Reservation.Line> added =
            Allocation.plan(
                    more,
                    stocks.values(),
                    work.shop().fulfilment().allocation(),
                    OrderPlacement.destination(terms))
                .lines();
        added.forEach(it -> moved.add(stocks.get(it.stock()).reserve(it.quantity(), order.id())));
        promised = Optional.of(out.reservation().grow(added));
      }
      if (!fewer.isEmpty()) {
        fewer.forEach((id, n) -> moved.add(stocks.get(id).release(n, order.id())));
        promised =
            Optional.of(
                promised
                    .map(grown -> grown.then(it -> it.release(fewer)))
                    .orElseGet(() -> out.reservation().release(fewer)));
      }
      return new Promise(promised, moved);
    }
  }
}
