package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.tradepost.application.port.Proof;
import dev.tradepost.application.port.Sources;
import dev.tradepost.persistence.shared.Commit;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** S0-07: The contracts on H2 with its file on disk (A40). */
class H2Test {
  @TempDir static Path directory;
  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(Engine.H2.create(directory, 8));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  interface OnH2 extends Storages {
    @Override
    default Storage empty(Shop shop, Sources sources) {
      return JdbiStorage.empty(database.jdbi(), database.dialect(), Commit.GROUP, shop, sources);
    }
  }

  @Nested
  class Atomicity extends AtomicityContract implements OnH2 {}

  @Nested
  class UnitsOfWork extends UnitOfWorkContract implements OnH2 {}

  @Nested
  class Rerun extends RerunContract implements OnH2 {}

  @Nested
  class Concurrency extends ConcurrencyContract implements OnH2 {}

  @Nested
  class Idempotency extends IdempotencyContract implements OnH2 {}

  @Nested
  class Catalog extends CatalogContract implements OnH2 {}

  @Nested
  class Carts extends CartContract implements OnH2 {}

  @Nested
  class Placing extends PlacingContract implements OnH2 {}

  @Nested
  class Bulk extends BulkContract implements OnH2 {}

  @Nested
  class Moving extends MovingContract implements OnH2 {}

  @Nested
  class Payments extends PaymentContract implements OnH2 {}

  @Nested
  class LatePayments extends LatePaymentContract implements OnH2 {}

  @Nested
  class Promotions extends PromotionContract implements OnH2 {}

  @Nested
  class CouponUses extends CouponUseContract implements OnH2 {}

  @Nested
  class OrderViews extends OrderViewsContract implements OnH2 {}

  @Nested
  class Lists extends ListsContract implements OnH2 {}

  @Nested
  class RandomWalk extends RandomWalkContract implements OnH2 {}

  @Nested
  class Wallets extends WalletContract implements OnH2 {}

  @Nested
  class WalletRules extends WalletRulesContract implements OnH2 {}

  @Nested
  class Transfers extends TransferContract implements OnH2 {}

  @Nested
  class Approvals extends ApprovalContract implements OnH2 {}

  @Nested
  class Fraud extends FraudContract implements OnH2 {}

  @Nested
  class Holds extends HoldContract implements OnH2 {}

  @Nested
  class BankTransfers extends BankTransferContract implements OnH2 {}

  @Nested
  class BankRules extends BankRulesContract implements OnH2 {}

  @Nested
  class WalletPayments extends WalletPaymentContract implements OnH2 {}

  @Nested
  class OrderRefunds extends OrderRefundContract implements OnH2 {}

  @Nested
  class WalletConcurrency extends WalletConcurrencyContract implements OnH2 {}

  @Nested
  class History extends HistoryContract implements OnH2 {}

  @Nested
  class FxOrders extends FxOrderContract implements OnH2 {}

  @Nested
  class FxRefusals extends FxRefusalsContract implements OnH2 {}

  @Nested
  class FxLists extends FxListsContract implements OnH2 {}

  @Nested
  class FxConcurrency extends FxConcurrencyContract implements OnH2 {}

  @Nested
  class FxSettlement extends FxSettlementContract implements OnH2 {}

  @Nested
  class FxConservation extends FxConservationContract implements OnH2 {}

  @Nested
  class EventLog extends EventLogContract implements OnH2 {}

  @Nested
  class Relay extends RelayContract implements OnH2 {}

  @Nested
  class Webhooks extends WebhookContract implements OnH2 {}

  @Nested
  class Deliveries extends DeliveryContract implements OnH2 {}

  @Nested
  class Mails extends MailContract implements OnH2 {}

  @Nested
  class Tickets extends TicketContract implements OnH2 {}

  @Nested
  class Reservations extends ReservationContract implements OnH2 {}

  @Nested
  class ReservationRaces extends ReservationRaceContract implements OnH2 {}

  @Nested
  class Fulfilments extends FulfilmentContract implements OnH2 {}

  @Nested
  class Tracking extends TrackingContract implements OnH2 {}

  @Nested
  class CarriersOfParcels extends CarrierContract implements OnH2 {}

  @Nested
  class OrderEdits extends OrderEditContract implements OnH2 {}

  @Nested
  class OrderEditRefusals extends OrderEditRefusalsContract implements OnH2 {}

  @Nested
  class OrderEditPrices extends OrderEditPriceContract implements OnH2 {}

  @Nested
  class OrderEditRaces extends OrderEditRaceContract implements OnH2 {}

  @Nested
  class PartialCancellations extends PartialCancellationContract implements OnH2 {}

  @Nested
  class PartialCancellationRaces extends PartialCancellationRaceContract implements OnH2 {}

  @Nested
  class Returns extends ReturnContract implements OnH2 {}

  @Nested
  class Parcels extends ParcelContract implements OnH2 {}

  @Nested
  class ReturnStatuses extends ReturnStatusContract implements OnH2 {}

  @Nested
  class ReturnMoney extends ReturnMoneyContract implements OnH2 {}

  @Nested
  class FulfilmentWalk extends FulfilmentWalkContract implements OnH2 {
    @Override
    protected int walks() {
      return 1;
    }

    @Override
    protected int steps() {
      return 100;
    }

    @Override
    protected void prove() {
      assertThat(database.proof().run()).allMatch(Proof.Check::ok);
    }
  }
}
