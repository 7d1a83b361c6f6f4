package dev.tradepost.application.webhook;

import java.util.Set;

/**
 * The public names of all events that webhooks can hear, so that a misspelt one is refused and not
 * waited for.
 */
public final class EventTypes {
  public static final Set<String> ALL =
      Set.of(
          "approval.answered",
          "approval.requested",
          "bank_transfer.requested",
          "bank_transfer.status_changed",
          "cart.checked_out",
          "cart.item_set",
          "escrow.moved",
          "fx_order.amended",
          "fx_order.cancelled",
          "fx_order.placed",
          "fx_order.trade_added",
          "hold.captured",
          "hold.ended",
          "hold.placed",
          "order.created",
          "order.edited",
          "order.items_cancelled",
          "order.items_returned",
          "order.payment_changed",
          "order.state_changed",
          "payment.refund_due",
          "payment.started",
          "payment.status_changed",
          "product.amended",
          "product.listed",
          "promotion.created",
          "promotion.given_back",
          "promotion.used",
          "promotion_user.counted",
          "reservation.grown",
          "reservation.made",
          "reservation.moved",
          "return.requested",
          "return.status_changed",
          "shipment.created",
          "shipment.status_changed",
          "shipment.tracked",
          "stock.counted",
          "stock.released",
          "stock.reserved",
          "stock.restocked",
          "stock.shipped",
          "wallet.created",
          "wallet.funds_freed",
          "wallet.funds_held",
          "wallet.limits_set",
          "wallet.money_moved",
          "wallet.status_changed",
          "warehouse.opened");

  private EventTypes() {}
}
