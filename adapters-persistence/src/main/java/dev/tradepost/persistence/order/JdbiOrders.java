package dev.tradepost.persistence.order;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.Shop;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderEvent;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import dev.tradepost.persistence.shared.Timelines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Orders of goods, their lines and their timeline. */
public final class JdbiOrders extends JdbiStore<OrderId, Order> {
  private final Shop shop;

  public JdbiOrders(Handle handle, EventSink events, Shop shop) {
    super(handle, events);
    this.shop = shop;
  }

  @Override
  protected OrderId idOf(Order order) {
    return order.id();
  }

  @Override
  protected Collection<Order> fetch(Collection<OrderId> ids, boolean lock) {
    String sql = "SELECT * FROM orders WHERE id = ANY (:ids) ORDER BY id";
    return OrderRows.read(
        handle(),
        shop,
        handle()
            .createQuery(lock ? sql + " FOR UPDATE" : sql)
            .bindArray("ids", UUID.class, ids.stream().map(OrderId::value).toList()));
  }

  @Override
  public void flush() {
    insertOrders();
    updateOrders();
    deleteLines();
    insertLines();
    updateLines();
    flushTimeline();
  }

  private void insertOrders() {
    insertNew(
        """
        INSERT INTO orders
          (id, order_number, user_id, lifecycle, status, currency, items_minor, discount_minor,
           tax_minor, shipping_minor, cancelled_minor, total_minor, coupon, shipping_address,
           billing_address, tax_percent, tax_level, tax_rounding, payment_status, created_at,
           updated_at, version)
        VALUES (:id, :number, :user, :lifecycle, :status, :currency, :items, :discount,
           :tax, :shipping, :cancelled, :total, :coupon, :shippingAddress,
           :billingAddress, :taxPercent, :taxLevel, :taxRounding, :paymentStatus, :created,
           :updated, :version)""",
        (batch, order) -> {
          bindState(batch, order);
          bindAmounts(batch, order.amounts());
          bindTerms(batch, order.terms());
          batch
              .bind("number", order.number().value())
              .bind("user", order.userId().value())
              .bind("lifecycle", order.lifecycle().name())
              .bind("currency", order.amounts().items().currency().getCurrencyCode())
              .bind("coupon", order.terms().coupon().orElse(null))
              .bind("created", timestamp(order.createdAt()));
        });
  }

  private void updateOrders() {
    updateOld(
        JdbiOrders::isEdited,
        """
        UPDATE orders
        SET status = :status, items_minor = :items, discount_minor = :discount,
            tax_minor = :tax, shipping_minor = :shipping, cancelled_minor = :cancelled,
            total_minor = :total, shipping_address = :shippingAddress,
            billing_address = :billingAddress, tax_percent = :taxPercent, tax_level = :taxLevel,
            tax_rounding = :taxRounding, payment_status = :paymentStatus, updated_at = :updated,
            version = :version
        WHERE id = :id AND version = :before""",
        (batch, order) -> {
          bindState(batch, order);
          bindAmounts(batch, order.amounts());
          bindTerms(batch, order.terms());
        });
    updateOld(
        it -> !isEdited(it),
        """
        UPDATE orders
        SET status = :status, cancelled_minor = :cancelled, total_minor = :total,
            payment_status = :paymentStatus, updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiOrders::bindState);
  }

  private List<Order> edited() {
    return staged().stream().filter(JdbiOrders::isEdited).map(Staged::state).toList();
  }

  /**
   * An edit may have taken lines away and numbered the others anew: they are all inserted again.
   */
  private void deleteLines() {
    batch(
        "DELETE FROM order_items WHERE order_id = :order",
        edited(),
        (batch, order) -> batch.bind("order", order.id().value()));
  }

  private void insertLines() {
    List<Line> lines = new ArrayList<>();
    Stream.concat(created().stream(), edited().stream())
        .forEach(
            it -> it.lines().forEach(line -> lines.add(new Line(it.id(), lines.size(), line))));
    batch(
        """
        INSERT INTO order_items
          (order_id, line, product_id, name, sku, quantity, unit_price_minor, total_minor,
           discount_minor, tax_minor, cancelled, returned)
        VALUES (:order, :line, :product, :name, :sku, :quantity, :unitPrice, :total,
           :discount, :tax, :cancelled, :returned)""",
        lines,
        (batch, line) ->
            batch
                .bind("order", line.order.value())
                .bind("line", line.number)
                .bind("product", line.line.productId().value())
                .bind("name", line.line.name())
                .bind("sku", line.line.sku().orElse(null))
                .bind("quantity", line.line.quantity())
                .bind("unitPrice", line.line.unitPrice().minor())
                .bind("total", line.line.total().minor())
                .bind("discount", line.line.discount().minor())
                .bind("tax", line.line.tax().minor())
                .bind("cancelled", line.line.cancelled())
                .bind("returned", line.line.returned()));
  }

  private void updateLines() {
    batch(
        """
        UPDATE order_items SET cancelled = :cancelled, returned = :returned
        WHERE order_id = :order AND product_id = :product""",
        gone(),
        (batch, line) ->
            batch
                .bind("order", line.order.value())
                .bind("product", line.line.productId().value())
                .bind("cancelled", line.line.cancelled())
                .bind("returned", line.line.returned()));
  }

  /** The lines of orders of which pieces were called off or came back in this unit of work. */
  private List<Line> gone() {
    List<Line> lines = new ArrayList<>();
    staged().stream()
        .filter(it -> !it.isNew() && it.events().stream().anyMatch(JdbiOrders::takesPieces))
        .map(Staged::state)
        .forEach(it -> it.lines().forEach(line -> lines.add(new Line(it.id(), 0, line))));
    return lines;
  }

  /** An order that was there and has other lines, amounts or addresses now. */
  private static boolean isEdited(Staged<Order> staged) {
    return !staged.isNew()
        && staged.events().stream().anyMatch(OrderEvent.Edited.class::isInstance);
  }

  private static boolean takesPieces(DomainEvent event) {
    return event instanceof OrderEvent.ItemsCancelled || event instanceof OrderEvent.ItemsReturned;
  }

  private void flushTimeline() {
    List<Timelines.Move> moves = new ArrayList<>();
    steps()
        .forEach(
            step ->
                TimelineEntry.of(step)
                    .forEach(it -> moves.add(new Timelines.Move(step.state().id(), it))));
    batch(Timelines.insert("order_transitions"), moves, Timelines::bind);
  }

  private static void bindState(Batch batch, Order order) {
    batch
        .bind("id", order.id().value())
        .bind("status", order.status())
        .bind("cancelled", order.amounts().cancelled().minor())
        .bind("total", order.amounts().total().minor())
        .bind("paymentStatus", order.moneyState().name())
        .bind("updated", timestamp(order.updatedAt()))
        .bind("version", order.version());
  }

  private static void bindAmounts(Batch batch, Amounts amounts) {
    batch
        .bind("items", amounts.items().minor())
        .bind("discount", amounts.discount().minor())
        .bind("tax", amounts.tax().minor())
        .bind("shipping", amounts.shipping().minor());
  }

  private static void bindTerms(Batch batch, Terms terms) {
    batch
        .bind("shippingAddress", AddressJson.write(terms.shippingAddress()))
        .bind("billingAddress", AddressJson.write(terms.billingAddress()))
        .bind("taxPercent", terms.tax().percent())
        .bind("taxLevel", terms.tax().level().name())
        .bind("taxRounding", terms.tax().rounding().name());
  }

  private record Line(OrderId order, int number, OrderLine line) {}
}
