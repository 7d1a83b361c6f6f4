package dev.tradepost.bootstrap.docs;

import dev.tradepost.domain.cart.CartEvent;
import dev.tradepost.domain.catalog.CatalogEvent;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnEvent;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationEvent;
import dev.tradepost.domain.inventory.StockEvent;
import dev.tradepost.domain.inventory.WarehouseOpened;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.order.OrderEvent;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.StandardLifecycles;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentEvent;
import dev.tradepost.domain.promotion.PromotionEvent;
import dev.tradepost.domain.promotion.UserUsesEvent;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.trade.FxEvent;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalEvent;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferEvent;
import dev.tradepost.domain.wallet.EscrowEvent;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.HoldEvent;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletEvent;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookEvent;
import dev.tradepost.http.shared.Reasons;
import dev.tradepost.http.shared.Statuses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the reference pages from the code they describe. */
final class Reference {
  private static final String GENERATED = "\nGenerated from the code; do not edit.\n\n";

  private Reference() {}

  static String lifecycles() {
    StringBuilder page = new StringBuilder("# Lifecycles\n").append(GENERATED);
    page.append(
        """
        A lifecycle is a table (state, action) to state. Orders keep the one they were placed under;
        everything else has a single one. Actions in *italics* are not done by hand: they follow
        from a payment or another event.

        ## Orders of goods

        A shop can add others, see [operating.md](../operating.md#lifecycles-of-your-own).
        """);
    for (OrderLifecycle lifecycle : StandardLifecycles.all()) {
      page.append("\n### ").append(lifecycle.name()).append("\n\n");
      page.append(
          lifecycle.paymentRequired()
              ? "An order must be paid before it ships.\n"
              : "Payment is possible, not required.\n");
      diagram(page, lifecycle.table());
    }
    for (Lifecycle<?, ?> table :
        List.of(
            Reservation.LIFECYCLE,
            Payment.LIFECYCLE,
            Shipment.LIFECYCLE,
            Return.LIFECYCLE,
            Wallet.LIFECYCLE,
            Hold.LIFECYCLE,
            Approval.LIFECYCLE,
            BankTransfer.LIFECYCLE,
            FxOrder.LIFECYCLE,
            Webhook.LIFECYCLE,
            Delivery.LIFECYCLE,
            Mail.LIFECYCLE)) {
      page.append("\n## ").append(title(plural(table.name()))).append("\n");
      diagram(page, table);
    }
    return page.toString();
  }

  private static void diagram(StringBuilder page, Lifecycle<?, ?> table) {
    page.append("\n```mermaid\n").append(table.toMermaid()).append("```\n");
  }

  private static String plural(String name) {
    return name.replaceFirst("y$", "ie") + "s";
  }

  private static String title(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  static String reasons() {
    StringBuilder page = new StringBuilder("# Reasons\n").append(GENERATED);
    page.append(
        """
        Every error is a problem document (RFC 9457); its `code` is one of these. Where several
        reasons of one feature apply, the one higher up is given.

        | code | status | cause | fix |
        |---|---|---|---|
        """);
    for (Reason reason : Reasons.all()) {
      page.append(
          "| `%s` | %d | %s | %s |\n"
              .formatted(
                  reason.code(),
                  Statuses.of(reason),
                  reason.meaning().cause(),
                  reason.meaning().fix()));
    }
    return page.toString();
  }

  static String events() {
    StringBuilder page = new StringBuilder("# Events\n").append(GENERATED);
    page.append(
        """
        Every change writes its events into the outbox, in the transaction that makes the change.
        Each has an id, the aggregate's id and version, its owner, a time, and this data. Money is
        `{"amount", "currency"}`.

        | type | data |
        |---|---|
        """);
    events(page, CatalogEvent.class, CartEvent.class, OrderEvent.class, PaymentEvent.class);
    events(page, ReservationEvent.class, StockEvent.class, ShipmentEvent.class, ReturnEvent.class);
    event(page, WarehouseOpened.class);
    events(page, PromotionEvent.class, UserUsesEvent.class);
    events(page, WalletEvent.class, HoldEvent.class, EscrowEvent.class);
    events(page, ApprovalEvent.class, BankTransferEvent.class, FxEvent.class);
    events(page, WebhookEvent.class);
    return page.toString();
  }

  private static void events(StringBuilder page, Class<?>... features) {
    Stream.of(features)
        .flatMap(feature -> Arrays.stream(feature.getPermittedSubclasses()))
        .forEach(event -> event(page, event));
  }

  private static void event(StringBuilder page, Class<?> event) {
    String fields =
        Arrays.stream(event.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining("`, `", "`", "`"));
    page.append("| `%s` | %s |\n".formatted(EventName.of(event), fields));
  }
}
