package dev.tradepost.application.contract;

import dev.tradepost.application.order.EditOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Edits nobody has thought of: a few pieces more, a few less, another address, allowed or not. */
final class RandomEdit {

  private RandomEdit() {}

  static EditOrder of(Random random, Order order) {
    List<OrderPlacement.Item> wanted = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      if (random.nextInt(3) > 0) {
        int pieces = Math.max(0, line.kept() + random.nextInt(9) - 5);
        wanted.add(new OrderPlacement.Item(line.productId(), pieces));
      }
    }
    boolean moves = random.nextInt(3) == 0;
    return StorageContract.editing(
        order,
        moves ? StorageContract.in(random.nextBoolean() ? "DE" : "FR") : null,
        random.nextInt(5) == 0 ? StorageContract.in("IT") : null,
        wanted.toArray(OrderPlacement.Item[]::new));
  }
}
