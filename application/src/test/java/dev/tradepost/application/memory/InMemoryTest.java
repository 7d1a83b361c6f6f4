package dev.tradepost.application.memory;

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
  class Moving extends MovingContract implements InMemoryOnly {}

  @Nested
  class Payments extends PaymentContract implements InMemoryOnly {}

  @Nested
  class LatePayments extends LatePaymentContract implements InMemoryOnly {}

  @Nested
  class OrderViews extends OrderViewsContract implements InMemoryOnly {}

  @Nested
  class Lists extends ListsContract implements InMemoryOnly {}

  @Nested
  class RandomWalk extends RandomWalkContract implements InMemoryOnly {}
}
