package dev.tradepost.persistence.shared;

import dev.tradepost.application.Shop;
import dev.tradepost.application.cart.CartViews;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.mail.MailViews;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.payment.PaymentViews;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.promotion.PromotionViews;
import dev.tradepost.application.trade.FxOrderViews;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.persistence.cart.JdbiCartViews;
import dev.tradepost.persistence.catalog.JdbiProductViews;
import dev.tradepost.persistence.fulfilment.JdbiFulfilmentViews;
import dev.tradepost.persistence.inventory.JdbiInventoryViews;
import dev.tradepost.persistence.mail.JdbiMailViews;
import dev.tradepost.persistence.order.JdbiOrderViews;
import dev.tradepost.persistence.payment.JdbiPaymentViews;
import dev.tradepost.persistence.promotion.JdbiPromotionViews;
import dev.tradepost.persistence.trade.JdbiFxOrderViews;
import dev.tradepost.persistence.wallet.JdbiWalletViews;
import dev.tradepost.persistence.webhook.JdbiWebhookViews;
import org.jdbi.v3.core.Jdbi;

/** All views, over the database. */
public record JdbiViews(
    ProductViews products,
    InventoryViews inventory,
    CartViews carts,
    OrderViews orders,
    FxOrderViews fxOrders,
    PaymentViews payments,
    PromotionViews promotions,
    FulfilmentViews fulfilment,
    WalletViews wallets,
    EventViews events,
    WebhookViews webhooks,
    MailViews mails)
    implements Views {

  public static JdbiViews over(Jdbi jdbi, Shop shop) {
    Reads reads = new Reads(jdbi);
    InventoryViews inventory = new JdbiInventoryViews(reads);
    JdbiFxOrderViews fxOrders = new JdbiFxOrderViews(reads);
    return new JdbiViews(
        new JdbiProductViews(reads),
        inventory,
        new JdbiCartViews(reads, inventory),
        new JdbiOrderViews(reads, shop, fxOrders),
        fxOrders,
        new JdbiPaymentViews(reads),
        new JdbiPromotionViews(reads),
        new JdbiFulfilmentViews(reads),
        new JdbiWalletViews(reads),
        new JdbiEventViews(reads),
        new JdbiWebhookViews(reads),
        new JdbiMailViews(reads));
  }
}
