package dev.tradepost.application.order;

import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;

/** An order of either kind, as lists show them together. */
public sealed interface AnyOrder permits OrderView, FxOrderView {

  OrderId id();

  /** The number people read out. */
  OrderNumber number();

  UserId userId();

  /** Where it stands, in its own lifecycle's words. */
  String status();

  long version();

  Instant createdAt();

  /** What an order is about. */
  enum Kind {
    GOODS,
    FX
  }
}
