package dev.tradepost.persistence;

import dev.tradepost.application.Shop;
import dev.tradepost.application.contract.ApprovalContract;
import dev.tradepost.application.contract.BankTransferContract;
import dev.tradepost.application.contract.BulkContract;
import dev.tradepost.application.contract.CarrierContract;
import dev.tradepost.application.contract.CartContract;
import dev.tradepost.application.contract.ConcurrencyContract;
import dev.tradepost.application.contract.DeliveryContract;
import dev.tradepost.application.contract.EventLogContract;
import dev.tradepost.application.contract.FulfilmentContract;
import dev.tradepost.application.contract.FxConcurrencyContract;
import dev.tradepost.application.contract.FxOrderContract;
import dev.tradepost.application.contract.FxSettlementContract;
import dev.tradepost.application.contract.HoldContract;
import dev.tradepost.application.contract.IdempotencyContract;
import dev.tradepost.application.contract.LatePaymentContract;
import dev.tradepost.application.contract.MailContract;
import dev.tradepost.application.contract.MovingContract;
import dev.tradepost.application.contract.OrderEditContract;
import dev.tradepost.application.contract.OrderEditPriceContract;
import dev.tradepost.application.contract.OrderEditRaceContract;
import dev.tradepost.application.contract.OrderEditRefusalsContract;
import dev.tradepost.application.contract.OrderRefundContract;
import dev.tradepost.application.contract.PartialCancellationContract;
import dev.tradepost.application.contract.PartialCancellationRaceContract;
import dev.tradepost.application.contract.PaymentContract;
import dev.tradepost.application.contract.PlacingContract;
import dev.tradepost.application.contract.RelayContract;
import dev.tradepost.application.contract.ReservationContract;
import dev.tradepost.application.contract.ReservationRaceContract;
import dev.tradepost.application.contract.ReturnContract;
import dev.tradepost.application.contract.ReturnMoneyContract;
import dev.tradepost.application.contract.ReturnStatusContract;
import dev.tradepost.application.contract.Storage;
import dev.tradepost.application.contract.Storages;
import dev.tradepost.application.contract.TrackingContract;
import dev.tradepost.application.contract.TransferContract;
import dev.tradepost.application.contract.WalletConcurrencyContract;
import dev.tradepost.application.contract.WalletContract;
import dev.tradepost.application.contract.WalletPaymentContract;
import dev.tradepost.application.contract.WebhookContract;
import dev.tradepost.application.port.Sources;
import dev.tradepost.persistence.shared.Commit;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contracts on PostgreSQL, a transaction for each unit of work, through a single connection
 * (A107).
 */
class PostgresPoolOfOneTest {
  @TempDir static Path directory;
  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(Engine.POSTGRESQL.create(directory, 1));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  interface OnPostgres extends Storages {
    @Override
    default Storage empty(Shop shop, Sources sources) {
      return JdbiStorage.empty(database.jdbi(), database.dialect(), Commit.SINGLE, shop, sources);
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract implements OnPostgres {}

  @Nested
  class Idempotency extends IdempotencyContract implements OnPostgres {}

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
  class Wallets extends WalletContract implements OnPostgres {}

  @Nested
  class Transfers extends TransferContract implements OnPostgres {}

  @Nested
  class Approvals extends ApprovalContract implements OnPostgres {}

  @Nested
  class Holds extends HoldContract implements OnPostgres {}

  @Nested
  class BankTransfers extends BankTransferContract implements OnPostgres {}

  @Nested
  class WalletPayments extends WalletPaymentContract implements OnPostgres {}

  @Nested
  class OrderRefunds extends OrderRefundContract implements OnPostgres {}

  @Nested
  class WalletConcurrency extends WalletConcurrencyContract implements OnPostgres {}

  @Nested
  class FxOrders extends FxOrderContract implements OnPostgres {}

  @Nested
  class FxConcurrency extends FxConcurrencyContract implements OnPostgres {}

  @Nested
  class FxSettlement extends FxSettlementContract implements OnPostgres {}

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
  class ReturnStatuses extends ReturnStatusContract implements OnPostgres {}

  @Nested
  class ReturnMoney extends ReturnMoneyContract implements OnPostgres {}
}
