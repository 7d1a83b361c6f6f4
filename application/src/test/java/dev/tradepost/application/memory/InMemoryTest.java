package dev.tradepost.application.memory;

import dev.tradepost.application.Shop;
import dev.tradepost.application.contract.ApprovalContract;
import dev.tradepost.application.contract.AtomicityContract;
import dev.tradepost.application.contract.BankRulesContract;
import dev.tradepost.application.contract.BankTransferContract;
import dev.tradepost.application.contract.BulkContract;
import dev.tradepost.application.contract.CarrierContract;
import dev.tradepost.application.contract.CartContract;
import dev.tradepost.application.contract.CatalogContract;
import dev.tradepost.application.contract.ConcurrencyContract;
import dev.tradepost.application.contract.CouponUseContract;
import dev.tradepost.application.contract.DeliveryContract;
import dev.tradepost.application.contract.EventLogContract;
import dev.tradepost.application.contract.FraudContract;
import dev.tradepost.application.contract.FulfilmentContract;
import dev.tradepost.application.contract.FulfilmentWalkContract;
import dev.tradepost.application.contract.FxConcurrencyContract;
import dev.tradepost.application.contract.FxConservationContract;
import dev.tradepost.application.contract.FxListsContract;
import dev.tradepost.application.contract.FxOrderContract;
import dev.tradepost.application.contract.FxRefusalsContract;
import dev.tradepost.application.contract.FxSettlementContract;
import dev.tradepost.application.contract.HistoryContract;
import dev.tradepost.application.contract.HoldContract;
import dev.tradepost.application.contract.IdempotencyContract;
import dev.tradepost.application.contract.LatePaymentContract;
import dev.tradepost.application.contract.ListsContract;
import dev.tradepost.application.contract.MailContract;
import dev.tradepost.application.contract.MovingContract;
import dev.tradepost.application.contract.OrderEditContract;
import dev.tradepost.application.contract.OrderEditPriceContract;
import dev.tradepost.application.contract.OrderEditRaceContract;
import dev.tradepost.application.contract.OrderEditRefusalsContract;
import dev.tradepost.application.contract.OrderRefundContract;
import dev.tradepost.application.contract.OrderViewsContract;
import dev.tradepost.application.contract.ParcelContract;
import dev.tradepost.application.contract.PartialCancellationContract;
import dev.tradepost.application.contract.PartialCancellationRaceContract;
import dev.tradepost.application.contract.PaymentContract;
import dev.tradepost.application.contract.PlacingContract;
import dev.tradepost.application.contract.PromotionContract;
import dev.tradepost.application.contract.RandomWalkContract;
import dev.tradepost.application.contract.RelayContract;
import dev.tradepost.application.contract.RerunContract;
import dev.tradepost.application.contract.ReservationContract;
import dev.tradepost.application.contract.ReservationRaceContract;
import dev.tradepost.application.contract.ReturnContract;
import dev.tradepost.application.contract.ReturnMoneyContract;
import dev.tradepost.application.contract.ReturnStatusContract;
import dev.tradepost.application.contract.Storage;
import dev.tradepost.application.contract.Storages;
import dev.tradepost.application.contract.TicketContract;
import dev.tradepost.application.contract.TrackingContract;
import dev.tradepost.application.contract.TransferContract;
import dev.tradepost.application.contract.UnitOfWorkContract;
import dev.tradepost.application.contract.WalletConcurrencyContract;
import dev.tradepost.application.contract.WalletContract;
import dev.tradepost.application.contract.WalletPaymentContract;
import dev.tradepost.application.contract.WalletRulesContract;
import dev.tradepost.application.contract.WebhookContract;
import dev.tradepost.application.port.Sources;
import org.junit.jupiter.api.Nested;

/** S0-07: The contracts on the memory, the reference for all other adapters (A40). */
class InMemoryTest {

  interface InMemoryOnly extends Storages {
    @Override
    default Storage empty(Shop shop, Sources sources) {
      return InMemoryStorage.empty(shop, sources);
    }
  }

  @Nested
  class Atomicity extends AtomicityContract implements InMemoryOnly {}

  @Nested
  class UnitsOfWork extends UnitOfWorkContract implements InMemoryOnly {}

  @Nested
  class Rerun extends RerunContract implements InMemoryOnly {}

  @Nested
  class Concurrency extends ConcurrencyContract implements InMemoryOnly {}

  @Nested
  class Idempotency extends IdempotencyContract implements InMemoryOnly {}

  @Nested
  class Catalog extends CatalogContract implements InMemoryOnly {}

  @Nested
  class Carts extends CartContract implements InMemoryOnly {}

  @Nested
  class Placing extends PlacingContract implements InMemoryOnly {}

  @Nested
  class Bulk extends BulkContract implements InMemoryOnly {}

  @Nested
  class Moving extends MovingContract implements InMemoryOnly {}

  @Nested
  class Payments extends PaymentContract implements InMemoryOnly {}

  @Nested
  class LatePayments extends LatePaymentContract implements InMemoryOnly {}

  @Nested
  class Promotions extends PromotionContract implements InMemoryOnly {}

  @Nested
  class CouponUses extends CouponUseContract implements InMemoryOnly {}

  @Nested
  class OrderViews extends OrderViewsContract implements InMemoryOnly {}

  @Nested
  class Lists extends ListsContract implements InMemoryOnly {}

  @Nested
  class RandomWalk extends RandomWalkContract implements InMemoryOnly {}

  @Nested
  class Wallets extends WalletContract implements InMemoryOnly {}

  @Nested
  class WalletRules extends WalletRulesContract implements InMemoryOnly {}

  @Nested
  class Transfers extends TransferContract implements InMemoryOnly {}

  @Nested
  class Approvals extends ApprovalContract implements InMemoryOnly {}

  @Nested
  class Fraud extends FraudContract implements InMemoryOnly {}

  @Nested
  class Holds extends HoldContract implements InMemoryOnly {}

  @Nested
  class BankTransfers extends BankTransferContract implements InMemoryOnly {}

  @Nested
  class BankRules extends BankRulesContract implements InMemoryOnly {}

  @Nested
  class WalletPayments extends WalletPaymentContract implements InMemoryOnly {}

  @Nested
  class OrderRefunds extends OrderRefundContract implements InMemoryOnly {}

  @Nested
  class WalletConcurrency extends WalletConcurrencyContract implements InMemoryOnly {}

  @Nested
  class History extends HistoryContract implements InMemoryOnly {}

  @Nested
  class FxOrders extends FxOrderContract implements InMemoryOnly {}

  @Nested
  class FxRefusals extends FxRefusalsContract implements InMemoryOnly {}

  @Nested
  class FxLists extends FxListsContract implements InMemoryOnly {}

  @Nested
  class FxConcurrency extends FxConcurrencyContract implements InMemoryOnly {}

  @Nested
  class FxSettlement extends FxSettlementContract implements InMemoryOnly {}

  @Nested
  class FxConservation extends FxConservationContract implements InMemoryOnly {}

  @Nested
  class EventLog extends EventLogContract implements InMemoryOnly {}

  @Nested
  class Relay extends RelayContract implements InMemoryOnly {}

  @Nested
  class Webhooks extends WebhookContract implements InMemoryOnly {}

  @Nested
  class Deliveries extends DeliveryContract implements InMemoryOnly {}

  @Nested
  class Mails extends MailContract implements InMemoryOnly {}

  @Nested
  class Tickets extends TicketContract implements InMemoryOnly {}

  @Nested
  class Reservations extends ReservationContract implements InMemoryOnly {}

  @Nested
  class ReservationRaces extends ReservationRaceContract implements InMemoryOnly {}

  @Nested
  class Fulfilments extends FulfilmentContract implements InMemoryOnly {}

  @Nested
  class Tracking extends TrackingContract implements InMemoryOnly {}

  @Nested
  class CarriersOfParcels extends CarrierContract implements InMemoryOnly {}

  @Nested
  class OrderEdits extends OrderEditContract implements InMemoryOnly {}

  @Nested
  class OrderEditRefusals extends OrderEditRefusalsContract implements InMemoryOnly {}

  @Nested
  class OrderEditPrices extends OrderEditPriceContract implements InMemoryOnly {}

  @Nested
  class OrderEditRaces extends OrderEditRaceContract implements InMemoryOnly {}

  @Nested
  class PartialCancellations extends PartialCancellationContract implements InMemoryOnly {}

  @Nested
  class PartialCancellationRaces extends PartialCancellationRaceContract implements InMemoryOnly {}

  @Nested
  class Returns extends ReturnContract implements InMemoryOnly {}

  @Nested
  class Parcels extends ParcelContract implements InMemoryOnly {}

  @Nested
  class ReturnStatuses extends ReturnStatusContract implements InMemoryOnly {}

  @Nested
  class ReturnMoney extends ReturnMoneyContract implements InMemoryOnly {}

  @Nested
  class FulfilmentWalk extends FulfilmentWalkContract implements InMemoryOnly {
    @Override
    protected int walks() {
      return 24;
    }
  }
}
