package dev.tradepost.application.trade;

import dev.tradepost.application.Actor;
import dev.tradepost.domain.shared.OrderId;
import java.util.Optional;

/** Reads orders of currencies; what is not there for the reader is not there. */
public interface FxOrderViews {

  Optional<FxOrderView> find(OrderId id, Actor reader);
}
