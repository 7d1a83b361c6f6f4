/** What the shop can do: use cases over the domain, and the ports its surroundings must offer. */
module dev.tradepost.application {
  requires transitive dev.tradepost.domain;

  exports dev.tradepost.application;
  exports dev.tradepost.application.cart;
  exports dev.tradepost.application.catalog;
  exports dev.tradepost.application.fulfilment;
  exports dev.tradepost.application.inventory;
  exports dev.tradepost.application.live;
  exports dev.tradepost.application.mail;
  exports dev.tradepost.application.memory;
  exports dev.tradepost.application.order;
  exports dev.tradepost.application.payment;
  exports dev.tradepost.application.port;
  exports dev.tradepost.application.process;
  exports dev.tradepost.application.promotion;
  exports dev.tradepost.application.trade;
  exports dev.tradepost.application.wallet;
  exports dev.tradepost.application.webhook;
}
