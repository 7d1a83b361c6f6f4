package dev.tradepost.http.shared;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.domain.cart.CartReason;
import dev.tradepost.domain.catalog.CatalogReason;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.promotion.PromotionReason;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.trade.TradeReason;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.domain.webhook.WebhookReason;
import java.util.List;
import java.util.stream.Stream;

/** Every reason a client can meet, feature by feature, each in order of precedence. */
public final class Reasons {

  private Reasons() {}

  public static List<Reason> all() {
    return Stream.<Reason[]>of(
            HttpReason.values(),
            ApplicationReason.values(),
            SharedReason.values(),
            CatalogReason.values(),
            InventoryReason.values(),
            CartReason.values(),
            OrderReason.values(),
            PromotionReason.values(),
            PaymentReason.values(),
            FulfilmentReason.values(),
            WalletReason.values(),
            TradeReason.values(),
            WebhookReason.values())
        .flatMap(Stream::of)
        .toList();
  }
}
