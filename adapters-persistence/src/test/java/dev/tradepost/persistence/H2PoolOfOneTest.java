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
 * The contracts on H2, a transaction for each unit of work, through a single connection, which
 * every one of them and every read must do with (A107).
 */
class H2PoolOfOneTest {
  @TempDir static Path directory;
  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(Engine.H2.create(directory, 1));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  interface OnH2 extends Storages {
    @Override
    default Storage empty(Shop shop, Sources sources) {
      return JdbiStorage.empty(database.jdbi(), database.dialect(), Commit.SINGLE, shop, sources);
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract implements OnH2 {}

  @Nested
  class Idempotency extends IdempotencyContract implements OnH2 {}

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
  class Wallets extends WalletContract implements OnH2 {}

  @Nested
  class Transfers extends TransferContract implements OnH2 {}

  @Nested
  class Approvals extends ApprovalContract implements OnH2 {}

  @Nested
  class Holds extends HoldContract implements OnH2 {}

  @Nested
  class BankTransfers extends BankTransferContract implements OnH2 {}

  @Nested
  class WalletPayments extends WalletPaymentContract implements OnH2 {}

  @Nested
  class OrderRefunds extends OrderRefundContract implements OnH2 {}

  @Nested
  class WalletConcurrency extends WalletConcurrencyContract implements OnH2 {}

  @Nested
  class FxOrders extends FxOrderContract implements OnH2 {}

  @Nested
  class FxConcurrency extends FxConcurrencyContract implements OnH2 {}

  @Nested
  class FxSettlement extends FxSettlementContract implements OnH2 {}

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
  class ReturnStatuses extends ReturnStatusContract implements OnH2 {}

  @Nested
  class ReturnMoney extends ReturnMoneyContract implements OnH2 {}
}
