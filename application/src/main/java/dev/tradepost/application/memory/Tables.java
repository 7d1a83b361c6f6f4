package dev.tradepost.application.memory;

import dev.tradepost.application.Once;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.mail.Mail;
import dev.tradepost.domain.mail.MailId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.Escrow;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.JournalEntry;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All that was committed, and the one lock around it. */
final class Tables {
  final Map<UserId, Cart> carts = new LinkedHashMap<>();
  final Map<OrderId, Order> orders = new LinkedHashMap<>();
  final Map<OrderId, FxOrder> fxOrders = new LinkedHashMap<>();
  final Map<OrderId, List<Trade>> trades = new HashMap<>();
  final Set<String> clientOrderIds = new HashSet<>();
  final Map<OrderNumber, OrderId> orderNumbers = new HashMap<>();
  final Map<UserId, WalletId> walletsOfUsers = new HashMap<>();
  final Map<OrderId, List<TimelineEntry>> timelines = new HashMap<>();
  final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
  final Map<ApprovalId, Approval> approvals = new LinkedHashMap<>();
  final Map<BankTransferId, BankTransfer> bankTransfers = new LinkedHashMap<>();
  final Map<WalletId, Wallet> wallets = new LinkedHashMap<>();
  final Map<HoldId, Hold> holds = new LinkedHashMap<>();
  final Map<OrderId, Escrow> escrows = new LinkedHashMap<>();
  final List<JournalEntry> journal = new ArrayList<>();
  final List<RiskDecision> decisions = new ArrayList<>();
  final Map<ShipmentId, Shipment> shipments = new LinkedHashMap<>();
  final Map<ShipmentId, List<TrackingUpdate>> trails = new HashMap<>();
  final Map<ReturnId, Return> returns = new LinkedHashMap<>();
  final Map<OrderId, Reservation> reservations = new LinkedHashMap<>();
  final Map<PromotionCode, Promotion> promotions = new LinkedHashMap<>();
  final Map<UserUses.Id, UserUses> promotionUsers = new LinkedHashMap<>();
  final Map<StockId, Stock> stock = new LinkedHashMap<>();
  final Map<ProductId, Product> products = new LinkedHashMap<>();
  final Map<WarehouseId, Warehouse> warehouses = new LinkedHashMap<>();
  final Map<AnswerKey, KeptAt> answers = new LinkedHashMap<>();
  final Map<WebhookId, Webhook> webhooks = new LinkedHashMap<>();
  final Map<DeliveryId, Delivery> deliveries = new LinkedHashMap<>();
  final Map<DeliveryId, List<Attempt>> attempts = new HashMap<>();
  final Map<MailId, Mail> mails = new LinkedHashMap<>();
  final InMemoryEvents events = new InMemoryEvents();
  private final ReentrantLock lock = new ReentrantLock(true);

  record AnswerKey(String scope, String key) {
    static AnswerKey of(Once once) {
      return new AnswerKey(once.scope(), once.key());
    }
  }

  record KeptAt(AnswerStore.Kept answer, Instant at) {}

  <R> R locked(Supplier<R> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
