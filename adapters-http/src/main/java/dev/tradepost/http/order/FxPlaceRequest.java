package dev.tradepost.http.order;

import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.http.shared.Call;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;

/** A request to place an order of currencies. */
record FxPlaceRequest(
    @Pattern(regexp = Call.ID) String userId,
    @NotNull @Pattern(regexp = "[A-Z]{3}/[A-Z]{3}", message = "must look like EUR/USD") String pair,
    @NotNull Side type,
    @NotNull BigDecimal amount,
    @NotNull BigDecimal price,
    OrderType orderType,
    Settlement settlement,
    @Size(min = 1, max = 64) String clientOrderId) {

  PlaceFxOrder command() {
    return new PlaceFxOrder(
        Optional.ofNullable(userId).map(UserId::new),
        Pair.of(pair),
        type,
        orderType == null ? OrderType.INDICATIVE : orderType,
        amount,
        price,
        settlement == null ? Settlement.NONE : settlement,
        Optional.ofNullable(clientOrderId));
  }
}
