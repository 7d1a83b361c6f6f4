package dev.tradepost.application.port;

import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.Escrow;

/**
 * The stores of one unit of work. Two kinds of rows are always locked in the order in which their
 * stores stand here.
 */
public record Stores(
    Store<UserId, Cart> carts,
    Store<OrderId, Order> orders,
    FxOrderStore fxOrders,
    PaymentStore payments,
    Store<ApprovalId, Approval> approvals,
    Store<BankTransferId, BankTransfer> bankTransfers,
    WalletStore wallets,
    HoldStore holds,
    Store<OrderId, Escrow> escrows,
    ShipmentStore shipments,
    ReturnStore returns,
    Store<OrderId, Reservation> reservations,
    Store<PromotionCode, Promotion> promotions,
    Store<UserUses.Id, UserUses> promotionUsers,
    StockStore stock,
    Store<ProductId, Product> products,
    Store<WarehouseId, Warehouse> warehouses,
    Books books,
    AnswerStore answers,
    EventStore events,
    WebhookStore webhooks,
    DeliveryStore deliveries,
    MailStore mails) {}
