package dev.tradepost.application.port;

import dev.tradepost.application.cart.CartViews;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.mail.MailViews;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.payment.PaymentViews;
import dev.tradepost.application.promotion.PromotionViews;
import dev.tradepost.application.trade.FxOrderViews;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.application.webhook.WebhookViews;

/** What can be read, feature by feature; reads lock nothing and see what was committed. */
public interface Views {

  ProductViews products();

  InventoryViews inventory();

  CartViews carts();

  OrderViews orders();

  FxOrderViews fxOrders();

  PaymentViews payments();

  PromotionViews promotions();

  FulfilmentViews fulfilment();

  WalletViews wallets();

  EventViews events();

  WebhookViews webhooks();

  MailViews mails();
}
