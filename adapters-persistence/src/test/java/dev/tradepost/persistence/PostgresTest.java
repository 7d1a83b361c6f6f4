package dev.tradepost.persistence;

import dev.tradepost.application.Shop;
import dev.tradepost.application.contract.AtomicityContract;
import dev.tradepost.application.contract.CartContract;
import dev.tradepost.application.contract.CatalogContract;
import dev.tradepost.application.contract.ConcurrencyContract;
import dev.tradepost.application.contract.IdempotencyContract;
import dev.tradepost.application.contract.LatePaymentContract;
import dev.tradepost.application.contract.ListsContract;
import dev.tradepost.application.contract.MovingContract;
import dev.tradepost.application.contract.OrderViewsContract;
import dev.tradepost.application.contract.PaymentContract;
import dev.tradepost.application.contract.PlacingContract;
import dev.tradepost.application.contract.RandomWalkContract;
import dev.tradepost.application.contract.RerunContract;
import dev.tradepost.application.contract.Storage;
import dev.tradepost.application.contract.Storages;
import dev.tradepost.application.contract.UnitOfWorkContract;
import dev.tradepost.application.port.Sources;
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
      return JdbiStorage.empty(database.jdbi(), database.dialect(), shop, sources);
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
  class Moving extends MovingContract implements OnPostgres {}

  @Nested
  class Payments extends PaymentContract implements OnPostgres {}

  @Nested
  class LatePayments extends LatePaymentContract implements OnPostgres {}

  @Nested
  class OrderViews extends OrderViewsContract implements OnPostgres {}

  @Nested
  class Lists extends ListsContract implements OnPostgres {}

  @Nested
  class RandomWalk extends RandomWalkContract implements OnPostgres {}
}
