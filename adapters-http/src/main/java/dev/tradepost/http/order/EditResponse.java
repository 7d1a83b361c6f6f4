package dev.tradepost.http.order;

import dev.tradepost.application.order.EditedOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.shared.Money;

/** What an edit makes, or would make, of an order, as clients see it. */
record EditResponse(
    Costs before,
    Costs after,
    Money difference,
    Money toPay,
    Money toRefund,
    String currency,
    OrderResponse order) {

  /** What an order costs: items, less discount, plus tax and shipping, less what was cancelled. */
  record Costs(
      Money itemsAmount,
      Money discountAmount,
      Money taxAmount,
      Money shippingAmount,
      Money cancelledAmount,
      Money totalAmount) {

    static Costs of(OrderView view) {
      Amounts amounts = view.order().amounts();
      return new Costs(
          amounts.items(),
          amounts.discount(),
          amounts.tax(),
          amounts.shipping(),
          amounts.cancelled(),
          amounts.total());
    }
  }

  static EditResponse of(EditedOrder edited) {
    return new EditResponse(
        Costs.of(edited.before()),
        Costs.of(edited.after()),
        edited.difference(),
        edited.toPay(),
        edited.toRefund(),
        edited.difference().currency().getCurrencyCode(),
        OrderResponse.of(edited.after()));
  }
}
