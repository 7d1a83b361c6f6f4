package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.Optional;

/**
 * A place goods are kept and shipped from.
 *
 * @param name at most 200 characters
 */
public record Warehouse(WarehouseId id, String name, Instant createdAt, long version)
    implements Aggregate {

  public Warehouse {
    Text.require("name", name, 200);
  }

  public static Change<Warehouse> open(WarehouseId id, String name, Stamp stamp) {
    return Change.of(new Warehouse(id, name, stamp.at(), 1), new WarehouseOpened(id, name));
  }

  @Override
  public String aggregateId() {
    return id.value();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.empty();
  }
}
