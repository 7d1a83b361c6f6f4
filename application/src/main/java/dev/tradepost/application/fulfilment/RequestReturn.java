package dev.tradepost.application.fulfilment;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import java.util.List;
import java.util.Map;

/**
 * A customer wants to send pieces of an order back: at most what was delivered, less what is on its
 * way back already.
 */
public record RequestReturn(OrderId order, List<OrderPlacement.Item> items, String reason)
    implements UseCase<Return> {

  @Override
  public Return run(UnitOfWork work) {
    Returns returns = Returns.ofOrder(work, order);
    Map<ProductId, Integer> pieces = OrderPlacement.merge(items);
    Change<Return> asked =
        Return.request(
            new ReturnId(work.newId()),
            order,
            returns.order().userId(),
            pieces,
            reason,
            work.stamp());
    Map<ProductId, Integer> returnable = returns.returnable();
    pieces.forEach(
        (product, n) -> {
          int most = Math.max(0, returnable.getOrDefault(product, 0));
          if (n > most) {
            throw new Rejection(
                    FulfilmentReason.NOT_RETURNABLE,
                    most + " of product " + product + " can be returned, not " + n)
                .at("items");
          }
        });
    return returns.save(
        work, asked, returns.follow(work, asked.state(), OrderAction.REQUEST_RETURN));
  }
}
