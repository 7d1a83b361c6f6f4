/** The rules of the trade: orders, stock, carts, wallets and trades, on nothing but the JDK. */
module dev.tradepost.domain {
  exports dev.tradepost.domain.cart;
  exports dev.tradepost.domain.catalog;
  exports dev.tradepost.domain.fulfilment;
  exports dev.tradepost.domain.inventory;
  exports dev.tradepost.domain.mail;
  exports dev.tradepost.domain.order;
  exports dev.tradepost.domain.payment;
  exports dev.tradepost.domain.promotion;
  exports dev.tradepost.domain.shared;
  exports dev.tradepost.domain.trade;
  exports dev.tradepost.domain.wallet;
  exports dev.tradepost.domain.webhook;
}
