package dev.tradepost.application.trade;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.FxStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings an order of currencies into the asked state. By hand that is CANCELLED alone: the states
 * of being filled follow from trades.
 */
public record MoveFxOrder(
    OrderId id, String status, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<FxOrderView> {

  @Override
  public FxOrderView run(UnitOfWork work) {
    FxOrder order = FxOrders.get(work, id, expectedVersion);
    FxStatus asked =
        Arrays.stream(FxStatus.values())
            .filter(it -> it.name().equals(status))
            .findFirst()
            .orElseThrow(MoveFxOrder::unknown);
    if (asked == FxStatus.CANCELLED) {
      return new CancelFxOrder(id, reason, expectedVersion).run(work);
    }
    if (asked == order.status()) {
      throw new Rejection(
          SharedReason.TRANSITION_NOT_ALLOWED, "the order is in state " + status + " already");
    }
    throw new Rejection(
        OrderReason.STATUS_NOT_BY_HAND, status + " follows from trades, not from a hand");
  }

  private static Rejection unknown() {
    return new Rejection(
            OrderReason.UNKNOWN_STATUS, "send one of " + Arrays.toString(FxStatus.values()))
        .at("status");
  }
}
