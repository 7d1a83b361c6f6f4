package dev.tradepost.domain.trade;

/** Where an order's money moves. */
public enum Settlement {
  /** Not here: the order and its trades are records only. */
  NONE,
  /** In the wallet of the order's user: held when it is placed, moved by each trade. */
  WALLET
}
