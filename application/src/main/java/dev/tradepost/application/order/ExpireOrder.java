package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.promotion.CouponUse;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Ends an order that was not paid in time: its stock is free and its coupon unused again. One that
 * has been paid, or has got more time, stays as it is; so does one in a state that cannot expire,
 * and its stock waits for it from then on. Answers whether it ended.
 */
public record ExpireOrder(OrderId id) implements UseCase<Boolean> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id);
  }

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public Boolean run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, OptionalLong.empty());
    Reservation reservation = out.reservation();
    if (!reservation.lapsed(work.now())) {
      return false;
    }
    if (!out.order().lifecycle().expiresIn(out.order().status())) {
      out.kept(out.order()).ifPresent(work.reservations()::save);
      return false;
    }
    Change<Order> ended = out.order().expire(work.stamp());
    List<Change<Shipment>> called = out.pending().stream().map(Shipment::cancel).toList();
    CouponUse use = CouponUse.givenBack(work, out.order());
    Map<StockId, Integer> open = reservation.open();
    List<Change<Stock>> freed = Outgoing.moveStock(work, open, (stock, n) -> stock.release(n, id));

    work.orders().save(ended);
    called.forEach(work.shipments()::save);
    work.reservations().save(reservation.expire(work.now()));
    use.save(work);
    freed.forEach(work.stock()::save);
    return true;
  }
}
