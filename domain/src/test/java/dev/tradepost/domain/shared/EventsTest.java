package dev.tradepost.domain.shared;

import static dev.tradepost.domain.fulfilment.TrackingFixture.update;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.cart.CartEvent;
import dev.tradepost.domain.catalog.CatalogEvent;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.ReturnEvent;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.ReservationEvent;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.inventory.StockEvent;
import dev.tradepost.domain.inventory.WarehouseOpened;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderEvent;
import dev.tradepost.domain.payment.PaymentEvent;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.PromotionEvent;
import dev.tradepost.domain.promotion.UserUsesEvent;
import dev.tradepost.domain.trade.FxEvent;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.trade.TradeId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalAction;
import dev.tradepost.domain.wallet.ApprovalEvent;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.ApprovalStatus;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferEvent;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.BankTransferStatus;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.EscrowEvent;
import dev.tradepost.domain.wallet.HoldEvent;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.WalletEvent;
import dev.tradepost.domain.wallet.WalletStatus;
import dev.tradepost.domain.webhook.WebhookEvent;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventsTest {
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 2));
  private static final ShipmentId SHIPMENT = new ShipmentId(new UUID(0, 3));
  private static final ProductId PRODUCT = new ProductId("p1");
  private static final WarehouseId EAST = new WarehouseId("east");
  private static final UserId ALICE = new UserId("alice");
  private static final WalletId WALLET = new WalletId(new UUID(0, 5));
  private static final ReturnId RETURN = new ReturnId(new UUID(0, 12));
  private static final HoldId HOLD = new HoldId(new UUID(0, 6));
  private static final Money PRICE = Money.of("500", "USD");

  /** One of each, with the public name it has for ever. */
  static Stream<Map.Entry<String, DomainEvent>> one_of_each() {
    return Stream.of(
            about_goods(),
            about_orders(),
            about_returns(),
            about_promotions(),
            about_currencies(),
            about_wallets(),
            about_holds_and_escrows(),
            about_approvals_and_banks(),
            about_webhooks())
        .flatMap(Function.identity());
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_goods() {
    return Stream.of(
        Map.entry("cart.item_set", new CartEvent.ItemSet(ALICE, PRODUCT, 2)),
        Map.entry("cart.checked_out", new CartEvent.CheckedOut(ALICE, Map.of(PRODUCT, 2))),
        Map.entry("product.listed", new CatalogEvent.ProductListed(PRODUCT, "Laptop", PRICE)),
        Map.entry("product.amended", new CatalogEvent.ProductAmended(PRODUCT, "Laptop", PRICE)),
        Map.entry(
            "shipment.created",
            new ShipmentEvent.Created(SHIPMENT, ORDER, EAST, Optional.empty(), List.of())),
        Map.entry(
            "shipment.status_changed",
            new ShipmentEvent.StatusChanged(
                SHIPMENT,
                ORDER,
                ShipmentStatus.PENDING,
                ShipmentStatus.SHIPPED,
                Optional.empty(),
                List.of())),
        Map.entry(
            "shipment.tracked",
            new ShipmentEvent.Tracked(
                SHIPMENT, ORDER, Optional.empty(), update("1", CarrierStatus.IN_TRANSIT))),
        Map.entry(
            "reservation.made", new ReservationEvent.Made(ORDER, List.of(), Optional.empty())),
        Map.entry(
            "reservation.moved",
            new ReservationEvent.Moved(
                ORDER, ReservationStatus.RESERVED, ReservationStatus.RELEASED, List.of())),
        Map.entry("reservation.grown", new ReservationEvent.Grown(ORDER, List.of())),
        Map.entry("stock.counted", new StockEvent.Counted(PRODUCT, EAST, 0, 5)),
        Map.entry("stock.reserved", new StockEvent.Reserved(PRODUCT, EAST, ORDER, 1)),
        Map.entry("stock.released", new StockEvent.Released(PRODUCT, EAST, ORDER, 1)),
        Map.entry("stock.shipped", new StockEvent.Shipped(PRODUCT, EAST, ORDER, 1)),
        Map.entry("stock.restocked", new StockEvent.Restocked(PRODUCT, EAST, ORDER, 1)),
        Map.entry("warehouse.opened", new WarehouseOpened(EAST, "East")));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_orders() {
    OrderNumber number = new OrderNumber("ORD-1-ABCDEF");
    RefundId refund = new RefundId(new UUID(0, 4));
    return Stream.of(
        Map.entry(
            "order.created",
            new OrderEvent.Created(ORDER, number, "direct", "PLACED", List.of(), PRICE)),
        Map.entry(
            "order.state_changed",
            new OrderEvent.StateChanged(ORDER, "A", "B", OrderAction.CANCEL, "why")),
        Map.entry(
            "order.items_cancelled",
            new OrderEvent.ItemsCancelled(ORDER, Map.of(PRODUCT, 1), PRICE, "PLACED", "why")),
        Map.entry(
            "order.items_returned", new OrderEvent.ItemsReturned(ORDER, Map.of(PRODUCT, 1), PRICE)),
        Map.entry(
            "order.edited",
            new OrderEvent.Edited(ORDER, List.of(), true, false, PRICE, PRICE, "PLACED", "why")),
        Map.entry("order.payment_changed", new OrderEvent.MoneyMoved(ORDER, MoneyState.PAID)),
        Map.entry(
            "payment.started",
            new PaymentEvent.Started(PAYMENT, ORDER, PaymentMethod.SANDBOX, PRICE)),
        Map.entry(
            "payment.status_changed",
            new PaymentEvent.StatusChanged(
                PAYMENT, ORDER, PaymentStatus.PENDING, PaymentStatus.FAILED)),
        Map.entry("payment.refund_due", new PaymentEvent.RefundDue(PAYMENT, ORDER, refund, PRICE)));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_returns() {
    ReturnId back = new ReturnId(new UUID(0, 12));
    return Stream.of(
        Map.entry("return.requested", new ReturnEvent.Requested(back, ORDER, List.of(), "why")),
        Map.entry(
            "return.status_changed",
            new ReturnEvent.StatusChanged(
                back, ORDER, ReturnStatus.REQUESTED, ReturnStatus.APPROVED, List.of())));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_promotions() {
    PromotionCode code = new PromotionCode("TEN");
    return Stream.of(
        Map.entry("promotion.created", new PromotionEvent.Created(code, "10 % off")),
        Map.entry("promotion.used", new PromotionEvent.Used(code, ORDER, 1)),
        Map.entry("promotion.given_back", new PromotionEvent.GivenBack(code, ORDER, 0)),
        Map.entry("promotion_user.counted", new UserUsesEvent.Counted(code, ALICE, ORDER, 1)));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_currencies() {
    OrderNumber number = new OrderNumber("ORD-1-ABCDEF");
    FxStatus from = FxStatus.PENDING;
    FxStatus to = FxStatus.FILLED;
    Trade trade =
        new Trade(
            new TradeId(new UUID(0, 10)), PRICE, BigDecimal.ONE, Optional.empty(), Instant.EPOCH);
    return Stream.of(
        Map.entry(
            "fx_order.placed",
            new FxEvent.Placed(
                ORDER, number, "USD/EUR", Side.BUY, PRICE, BigDecimal.ONE, from, PRICE, PRICE)),
        Map.entry(
            "fx_order.trade_added", new FxEvent.TradeAdded(ORDER, trade, from, to, PRICE, PRICE)),
        Map.entry("fx_order.amended", new FxEvent.Amended(ORDER, PRICE, from, to, PRICE, PRICE)),
        Map.entry(
            "fx_order.cancelled", new FxEvent.Cancelled(ORDER, from, PRICE, PRICE, PRICE, "why")));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_wallets() {
    UUID line = new UUID(0, 7);
    return Stream.of(
        Map.entry("wallet.created", new WalletEvent.Created(WALLET, ALICE, "USD")),
        Map.entry(
            "wallet.money_moved",
            new WalletEvent.MoneyMoved(
                WALLET,
                line,
                MovementType.CREDIT,
                EntryType.ADD,
                PRICE,
                PRICE,
                Optional.empty(),
                Optional.empty())),
        Map.entry("wallet.funds_held", new WalletEvent.FundsHeld(WALLET, HOLD, PRICE)),
        Map.entry("wallet.funds_freed", new WalletEvent.FundsFreed(WALLET, HOLD, PRICE)),
        Map.entry(
            "wallet.status_changed",
            new WalletEvent.StatusChanged(
                WALLET, WalletStatus.ACTIVE, WalletStatus.CLOSED, Optional.empty(), "Closed")),
        Map.entry(
            "wallet.limits_set",
            new WalletEvent.LimitsSet(
                WALLET, "USD", Optional.empty(), Optional.empty(), Optional.of(PRICE))));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_holds_and_escrows() {
    return Stream.of(
        Map.entry(
            "hold.placed", new HoldEvent.Placed(HOLD, WALLET, PRICE, "Bike", Optional.empty())),
        Map.entry("hold.captured", new HoldEvent.Captured(HOLD, PRICE, HoldStatus.CAPTURED)),
        Map.entry("hold.ended", new HoldEvent.Ended(HOLD, PRICE, HoldStatus.RELEASED)),
        Map.entry(
            "escrow.moved", new EscrowEvent.Moved(ORDER, EntryType.ORDER_PAYMENT, PRICE, PRICE)));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_approvals_and_banks() {
    ApprovalId approval = new ApprovalId(new UUID(0, 8));
    BankTransferId transfer = new BankTransferId(new UUID(0, 9));
    return Stream.of(
        Map.entry(
            "approval.requested",
            new ApprovalEvent.Requested(
                approval, WALLET, WALLET, PRICE, Approval.Approver.STAFF, Instant.EPOCH)),
        Map.entry(
            "approval.answered",
            new ApprovalEvent.Answered(approval, ApprovalAction.CONFIRM, ApprovalStatus.CONFIRMED)),
        Map.entry(
            "bank_transfer.requested",
            new BankTransferEvent.Requested(
                transfer, WALLET, BankTransfer.Direction.DEPOSIT, PRICE)),
        Map.entry(
            "bank_transfer.status_changed",
            new BankTransferEvent.StatusChanged(
                transfer, WALLET, BankTransferStatus.REQUESTED, BankTransferStatus.SENDING, 1)));
  }

  private static Stream<Map.Entry<String, DomainEvent>> about_webhooks() {
    WebhookId hook = new WebhookId(new UUID(0, 11));
    return Stream.of(
        Map.entry(
            "webhook.registered", new WebhookEvent.Registered(hook, "https://a.example", Set.of())),
        Map.entry("webhook.secret_rotated", new WebhookEvent.SecretRotated(hook)),
        Map.entry(
            "webhook.status_changed",
            new WebhookEvent.StatusChanged(
                hook, WebhookStatus.ACTIVE, WebhookStatus.DISABLED, "gone")));
  }

  @ParameterizedTest // S2-46, S2-48, S2-60
  @MethodSource("one_of_each")
  void an_event_keeps_its_public_name(Map.Entry<String, DomainEvent> named) {
    assertThat(named.getValue().type()).isEqualTo(named.getKey());
    assertThat(named.getValue().type()).matches("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*");
  }

  @Test
  void no_two_events_share_a_name() {
    assertThat(one_of_each().map(Map.Entry::getValue).collect(groupingBy(DomainEvent::type)))
        .allSatisfy((type, events) -> assertThat(events).as(type).hasSize(1));
  }

  @Test
  void no_event_of_the_domain_is_missing_here() {
    List<Class<? extends DomainEvent>> all = DomainClasses.implementing(DomainEvent.class);
    Stream<Class<?>> permitted =
        all.stream()
            .filter(Class::isSealed)
            .flatMap(feature -> Arrays.stream(feature.getPermittedSubclasses()));
    Stream<Class<?>> alone =
        all.stream()
            .filter(event -> !event.isInterface() && !event.getInterfaces()[0].isSealed())
            .map(event -> event);
    assertThat(one_of_each().<Class<?>>map(named -> named.getValue().getClass()))
        .hasSizeGreaterThan(10)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(permitted, alone).toList());
  }
}
