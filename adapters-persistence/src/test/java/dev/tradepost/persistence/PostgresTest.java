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

/** S0-07: The contracts on a real PostgreSQL (A40). */
class PostgresTest {
  @TempDir static Path directory;
  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(Engine.POSTGRESQL.create(directory, 8));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  interface OnPostgres extends Storages {
    @Override
    default Storage empty(Shop shop, Sources sources) {
      return JdbiStorage.empty(database.jdbi(), database.dialect(), Commit.GROUP, shop, sources);
    }
  }

  @Nested
  class Atomicity extends AtomicityContract implements OnPostgres {}

  @Nested
  class UnitsOfWork extends UnitOfWorkContract implements OnPostgres {}

  @Nested
  class Rerun extends RerunContract implements OnPostgres {}

  @Nested
  class Concurrency extends ConcurrencyContract implements OnPostgres {}

  @Nested
  class Idempotency extends IdempotencyContract implements OnPostgres {}

  @Nested
  class Catalog extends CatalogContract implements OnPostgres {}

  @Nested
  class Carts extends CartContract implements OnPostgres {}

  @Nested
  class Placing extends PlacingContract implements OnPostgres {}

  @Nested
  class Bulk extends BulkContract implements OnPostgres {}

  @Nested
  class Moving extends MovingContract implements OnPostgres {}

  @Nested
  class Payments extends PaymentContract implements OnPostgres {}

  @Nested
  class LatePayments extends LatePaymentContract implements OnPostgres {}

  @Nested
  class Promotions extends PromotionContract implements OnPostgres {}

  @Nested
  class CouponUses extends CouponUseContract implements OnPostgres {}

  @Nested
  class OrderViews extends OrderViewsContract implements OnPostgres {}

  @Nested
  class Lists extends ListsContract implements OnPostgres {}

  @Nested
  class RandomWalk extends RandomWalkContract implements OnPostgres {}

  @Nested
  class Wallets extends WalletContract implements OnPostgres {}

  @Nested
  class WalletRules extends WalletRulesContract implements OnPostgres {}

  @Nested
  class Transfers extends TransferContract implements OnPostgres {}

  @Nested
  class Approvals extends ApprovalContract implements OnPostgres {}

  @Nested
  class Fraud extends FraudContract implements OnPostgres {}

  @Nested
  class Holds extends HoldContract implements OnPostgres {}

  @Nested
  class BankTransfers extends BankTransferContract implements OnPostgres {}

  @Nested
  class BankRules extends BankRulesContract implements OnPostgres {}

  @Nested
  class WalletPayments extends WalletPaymentContract implements OnPostgres {}

  @Nested
  class OrderRefunds extends OrderRefundContract implements OnPostgres {}

  @Nested
  class WalletConcurrency extends WalletConcurrencyContract implements OnPostgres {}

  @Nested
  class History extends HistoryContract implements OnPostgres {}

  @Nested
  class FxOrders extends FxOrderContract implements OnPostgres {}

  @Nested
  class FxRefusals extends FxRefusalsContract implements OnPostgres {}

  @Nested
  class FxLists extends FxListsContract implements OnPostgres {}

  @Nested
  class FxConcurrency extends FxConcurrencyContract implements OnPostgres {}

  @Nested
  class FxSettlement extends FxSettlementContract implements OnPostgres {}

  @Nested
  class FxConservation extends FxConservationContract implements OnPostgres {}

  @Nested
  class EventLog extends EventLogContract implements OnPostgres {}

  @Nested
  class Relay extends RelayContract implements OnPostgres {}

  @Nested
  class Webhooks extends WebhookContract implements OnPostgres {}

  @Nested
  class Deliveries extends DeliveryContract implements OnPostgres {}

  @Nested
  class Mails extends MailContract implements OnPostgres {}

  @Nested
  class Tickets extends TicketContract implements OnPostgres {}

  @Nested
  class Reservations extends ReservationContract implements OnPostgres {}

  @Nested
  class ReservationRaces extends ReservationRaceContract implements OnPostgres {}

  @Nested
  class Fulfilments extends FulfilmentContract implements OnPostgres {}

  @Nested
  class Tracking extends TrackingContract implements OnPostgres {}

  @Nested
  class CarriersOfParcels extends CarrierContract implements OnPostgres {}

  @Nested
  class OrderEdits extends OrderEditContract implements OnPostgres {}

  @Nested
  class OrderEditRefusals extends OrderEditRefusalsContract implements OnPostgres {}

  @Nested
  class OrderEditPrices extends OrderEditPriceContract implements OnPostgres {}

  @Nested
  class OrderEditRaces extends OrderEditRaceContract implements OnPostgres {}

  @Nested
  class PartialCancellations extends PartialCancellationContract implements OnPostgres {}

  @Nested
  class PartialCancellationRaces extends PartialCancellationRaceContract implements OnPostgres {}

  @Nested
  class Returns extends ReturnContract implements OnPostgres {}

  @Nested
  class Parcels extends ParcelContract implements OnPostgres {}

  @Nested
  class ReturnStatuses extends ReturnStatusContract implements OnPostgres {}

  @Nested
  class ReturnMoney extends ReturnMoneyContract implements OnPostgres {}

  @Nested
  class FulfilmentWalk extends FulfilmentWalkContract implements OnPostgres {
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
