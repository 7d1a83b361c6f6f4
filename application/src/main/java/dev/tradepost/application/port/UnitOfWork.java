package dev.tradepost.application.port;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
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
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.Escrow;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * All that a use case can touch while it runs: the stores, and where time, ids and chance come
 * from.
 */
public interface UnitOfWork {

  Actor actor();

  Shop shop();

  /** The one moment at which this work happens, in microseconds. */
  Instant now();

  /** A new id, later than all before it. */
  UUID newId();

  RandomGenerator chance();

  /** Now, by the actor. */
  default Stamp stamp() {
    return new Stamp(now(), actor().userId());
  }

  /** The stores, in the order in which their rows are locked. */
  Stores stores();

  default Store<UserId, Cart> carts() {
    return stores().carts();
  }

  default Store<OrderId, Order> orders() {
    return stores().orders();
  }

  default FxOrderStore fxOrders() {
    return stores().fxOrders();
  }

  default PaymentStore payments() {
    return stores().payments();
  }

  default Store<ApprovalId, Approval> approvals() {
    return stores().approvals();
  }

  default Store<BankTransferId, BankTransfer> bankTransfers() {
    return stores().bankTransfers();
  }

  default WalletStore wallets() {
    return stores().wallets();
  }

  default HoldStore holds() {
    return stores().holds();
  }

  default Store<OrderId, Escrow> escrows() {
    return stores().escrows();
  }

  default ShipmentStore shipments() {
    return stores().shipments();
  }

  default ReturnStore returns() {
    return stores().returns();
  }

  default Store<OrderId, Reservation> reservations() {
    return stores().reservations();
  }

  default Store<PromotionCode, Promotion> promotions() {
    return stores().promotions();
  }

  default Store<UserUses.Id, UserUses> promotionUsers() {
    return stores().promotionUsers();
  }

  default StockStore stock() {
    return stores().stock();
  }

  default Store<ProductId, Product> products() {
    return stores().products();
  }

  default Store<WarehouseId, Warehouse> warehouses() {
    return stores().warehouses();
  }

  default Books books() {
    return stores().books();
  }

  default AnswerStore answers() {
    return stores().answers();
  }

  default EventStore events() {
    return stores().events();
  }

  default WebhookStore webhooks() {
    return stores().webhooks();
  }

  default DeliveryStore deliveries() {
    return stores().deliveries();
  }

  default MailStore mails() {
    return stores().mails();
  }
}
