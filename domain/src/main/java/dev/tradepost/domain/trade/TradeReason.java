package dev.tradepost.domain.trade;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;

import dev.tradepost.domain.shared.Reason;

/** Why an order of currencies or a trade refuses. */
public enum TradeReason implements Reason {
  INVALID_PAIR(
      invalid(
          "The pair is none of two different ISO 4217 currencies.",
          "Send a pair such as EUR/USD.")),
  PAIR_NOT_TRADED(
      invalid("The shop does not trade this pair.", "Use a pair from GET /instruments.")),
  PRICE_OUT_OF_RANGE(
      invalid("A price must be above zero and below a billion.", "Send a price such as 1.105.")),
  PRICE_OFF_TICK(
      invalid(
          "The price is no multiple of the pair's tick.",
          "Round the price to the tick from GET /instruments.")),
  AMOUNT_OFF_LOT(
      invalid(
          "The amount is no multiple of the pair's lot.",
          "Round the amount to the lot from GET /instruments.")),
  WORSE_THAN_LIMIT(
      invalid(
          "The trade's price is worse than the order's limit.",
          "Trade at the order's price or better, or place an order without orderType LIMIT.")),
  OVERFILL(
      invalid(
          "The trades would add up to more than the order's amount.",
          "Trade at most remainingAmount.")),
  AMOUNT_BELOW_FILLED(
      conflict(
          "The new amount is less than what has been filled.",
          "Send at least filledAmount; to stop at what is filled, cancel the order.")),
  EXTERNAL_TRADE_ID_TAKEN(
      conflict(
          "Another trade of this order has this externalTradeId.",
          "Use an externalTradeId of its own for each trade.")),
  CLIENT_ORDER_ID_TAKEN(
      conflict(
          "Another order of the user has this clientOrderId.",
          "Use a clientOrderId of its own for each order.")),
  NOT_AN_FX_ORDER(
      conflict(
          "Trades fill orders of currencies; this is an order of goods.",
          "Use the id of an order whose kind is FX."));

  private final Meaning meaning;

  TradeReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
