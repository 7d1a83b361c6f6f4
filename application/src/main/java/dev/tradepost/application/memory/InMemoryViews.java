package dev.tradepost.application.memory;

import dev.tradepost.application.cart.CartView;
import dev.tradepost.application.cart.CartViews;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.mail.MailViews;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.payment.PaymentViews;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.promotion.PromotionViews;
import dev.tradepost.application.trade.FxOrderViews;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.PromotionCode;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All views, over the tables. */
final class InMemoryViews implements Views {
  private final Tables tables;

  InMemoryViews(Tables tables) {
    this.tables = tables;
  }

  @Override
  public ProductViews products() {
    return new Products();
  }

  @Override
  public InventoryViews inventory() {
    return new Inventory();
  }

  @Override
  public CartViews carts() {
    return user -> tables.locked(() -> cart(user));
  }

  @Override
  public OrderViews orders() {
    return new InMemoryOrderViews(tables);
  }

  @Override
  public FxOrderViews fxOrders() {
    return new InMemoryOrderViews(tables)::findFx;
  }

  @Override
  public EventViews events() {
    return new EventViews() {
      @Override
      public long last() {
        return tables.locked(tables.events::last);
      }

      @Override
      public List<Logged> after(long seq, Filter filter, int limit) {
        return tables.locked(() -> tables.events.after(seq, filter, limit));
      }
    };
  }

  @Override
  public PromotionViews promotions() {
    return new Promotions();
  }

  @Override
  public FulfilmentViews fulfilment() {
    return new InMemoryFulfilmentViews(tables);
  }

  @Override
  public WebhookViews webhooks() {
    return new InMemoryWebhookViews(tables);
  }

  @Override
  public MailViews mails() {
    return now ->
        tables.locked(
            () -> tables.mails.values().stream().anyMatch(it -> InMemoryMails.due(it, now)));
  }

  @Override
  public WalletViews wallets() {
    return new InMemoryWalletViews(tables);
  }

  @Override
  public PaymentViews payments() {
    return new Payments();
  }

  private CartView cart(UserId user) {
    Cart cart = Optional.ofNullable(tables.carts.get(user)).orElse(Cart.empty(user, Instant.EPOCH));
    List<CartView.Line> lines = new ArrayList<>();
    cart.items()
        .forEach(
            (id, quantity) -> {
              InventoryItem item = new InventoryItem(tables.products.get(id), stocks(id));
              lines.add(CartView.Line.of(item, quantity));
            });
    return CartView.of(cart, lines);
  }

  private List<Stock> stocks(ProductId product) {
    return tables.stock.values().stream()
        .filter(stock -> stock.id().product().equals(product))
        .sorted(Comparator.comparing(Stock::id))
        .toList();
  }

  static <T> Page<T> page(
      Stream<T> rows, Page.Request request, boolean oldestFirst, Function<T, Page.Cursor> cursor) {
    Comparator<Page.Cursor> order =
        Comparator.comparing(Page.Cursor::at).thenComparing(Page.Cursor::id);
    Comparator<Page.Cursor> wanted = oldestFirst ? order : order.reversed();
    List<T> fetched =
        rows.sorted(Comparator.comparing(cursor, wanted))
            .filter(
                row ->
                    request.after().isEmpty()
                        || wanted.compare(cursor.apply(row), request.after().get()) > 0)
            .skip(request.offset())
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(fetched, request, cursor);
  }

  static boolean contains(String whole, Optional<String> part) {
    return part.isEmpty()
        || whole.toLowerCase(Locale.ROOT).contains(part.get().toLowerCase(Locale.ROOT));
  }

  private final class Products implements ProductViews {
    @Override
    public Optional<Product> find(ProductId id) {
      return tables.locked(() -> Optional.ofNullable(tables.products.get(id)));
    }

    @Override
    public Page<Product> list(Page.Request request) {
      return tables.locked(
          () ->
              page(
                  tables.products.values().stream(),
                  request,
                  false,
                  it -> new Page.Cursor(it.createdAt(), it.id().value())));
    }
  }

  private final class Inventory implements InventoryViews {
    @Override
    public Map<ProductId, InventoryItem> findAll(Collection<ProductId> ids) {
      return tables.locked(
          () ->
              ids.stream()
                  .distinct()
                  .filter(tables.products::containsKey)
                  .collect(
                      Collectors.toMap(
                          id -> id, id -> new InventoryItem(tables.products.get(id), stocks(id)))));
    }

    @Override
    public Page<InventoryItem> list(Filter filter, Page.Request request) {
      return tables.locked(
          () ->
              page(
                  tables.products.values().stream()
                      .filter(product -> contains(product.name(), filter.text()))
                      .map(product -> new InventoryItem(product, stocks(product.id())))
                      .filter(item -> !filter.inStock() || item.available() > 0),
                  request,
                  false,
                  it -> new Page.Cursor(it.product().createdAt(), it.product().id().value())));
    }

    @Override
    public Page<Warehouse> warehouses(Page.Request request) {
      return tables.locked(
          () ->
              page(
                  tables.warehouses.values().stream(),
                  request,
                  false,
                  it -> new Page.Cursor(it.createdAt(), it.id().value())));
    }
  }

  private final class Promotions implements PromotionViews {
    @Override
    public Optional<Promotion> find(PromotionCode code) {
      return tables.locked(() -> Optional.ofNullable(tables.promotions.get(code)));
    }

    @Override
    public Page<Promotion> list(Page.Request request) {
      return tables.locked(
          () ->
              page(
                  tables.promotions.values().stream(),
                  request,
                  false,
                  it -> new Page.Cursor(it.createdAt(), it.code().value())));
    }
  }

  private final class Payments implements PaymentViews {
    @Override
    public List<Payment> ofOrder(OrderId order) {
      return tables.locked(
          () ->
              tables.payments.values().stream()
                  .filter(payment -> payment.orderId().equals(order))
                  .toList());
    }

    @Override
    public List<PaymentId> unfinished(Instant before, int limit) {
      return tables.locked(
          () ->
              tables.payments.values().stream()
                  .filter(it -> it.inProgress() || !it.refundsDue().isEmpty())
                  .filter(it -> it.updatedAt().isBefore(before))
                  .sorted(Comparator.comparing(Payment::updatedAt))
                  .limit(limit)
                  .map(Payment::id)
                  .toList());
    }
  }
}
