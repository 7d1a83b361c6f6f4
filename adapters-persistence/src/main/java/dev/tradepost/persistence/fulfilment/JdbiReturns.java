package dev.tradepost.persistence.fulfilment;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.ReturnStore;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Returns, and what has come of their items. */
public final class JdbiReturns extends JdbiStore<ReturnId, Return> implements ReturnStore {

  /** The orders whose returns are all held. */
  private final Set<OrderId> orders = new HashSet<>();

  public JdbiReturns(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected ReturnId idOf(Return it) {
    return it.id();
  }

  @Override
  protected Collection<Return> fetch(Collection<ReturnId> ids, boolean lock) {
    return ReturnRows.read(handle(), "id", ids.stream().map(ReturnId::value).toList(), lock);
  }

  @Override
  public List<Return> getOfOrder(OrderId order) {
    return getOf(
        List.of(order),
        orders,
        Return::orderId,
        missing -> ReturnRows.read(handle(), "order_id", List.of(order.value()), true));
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO returns
          (id, order_id, user_id, reason, status, currency, refunded_minor, created_at,
           updated_at, version)
        VALUES (:id, :order, :user, :reason, :status, :currency, :refunded, :created,
           :updated, :version)""",
        (batch, it) -> {
          bindState(batch, it);
          batch
              .bind("order", it.orderId().value())
              .bind("user", it.userId().value())
              .bind("reason", it.reason())
              .bind("created", timestamp(it.createdAt()));
        });
    updateOld(
        """
        UPDATE returns
        SET status = :status, currency = :currency, refunded_minor = :refunded,
            updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiReturns::bindState);
    flushItems();
  }

  private void flushItems() {
    List<Item> fresh = new ArrayList<>();
    created()
        .forEach(
            it -> it.items().forEach(item -> fresh.add(new Item(it.id(), fresh.size(), item))));
    batch(
        """
        INSERT INTO return_items (return_id, line, product_id, quantity, received, restocked)
        VALUES (:return, :line, :product, :quantity, :received, :restocked)""",
        fresh,
        (batch, item) ->
            bindItem(batch, item).bind("line", item.line).bind("quantity", item.item.quantity()));
    List<Item> come = new ArrayList<>();
    staged().stream()
        .filter(it -> !it.isNew())
        .map(Staged::state)
        .forEach(it -> it.items().forEach(item -> come.add(new Item(it.id(), 0, item))));
    batch(
        """
        UPDATE return_items SET received = :received, restocked = :restocked
        WHERE return_id = :return AND product_id = :product""",
        come,
        JdbiReturns::bindItem);
  }

  private static void bindState(Batch batch, Return it) {
    batch
        .bind("id", it.id().value())
        .bind("status", it.status().name())
        .bind(
            "currency", it.refunded().map(money -> money.currency().getCurrencyCode()).orElse(null))
        .bind("refunded", it.refunded().map(Money::minor).orElse(null))
        .bind("updated", timestamp(it.updatedAt()))
        .bind("version", it.version());
  }

  private static Batch bindItem(Batch batch, Item item) {
    return batch
        .bind("return", item.id.value())
        .bind("product", item.item.productId().value())
        .bind("received", item.item.received().orElse(null))
        .bind("restocked", item.item.restocked());
  }

  private record Item(ReturnId id, int line, Return.Item item) {}
}
