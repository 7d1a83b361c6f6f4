package dev.tradepost.application.memory;

import dev.tradepost.application.Once;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.application.port.Books;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.HoldStore;
import dev.tradepost.application.port.PaymentStore;
import dev.tradepost.application.port.StockStore;
import dev.tradepost.application.port.Stores;
import dev.tradepost.application.port.WalletStore;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.promotion.Promotion;
import dev.tradepost.domain.promotion.UserUses;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.Escrow;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.domain.wallet.JournalEntry;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.domain.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The stores of one unit of work over the tables. */
final class InMemoryStores {
  final MapStore<OrderId, Order> orders;
  final InMemoryFxOrders fxOrders;
  private final Tables tables;
  private final EventSink sink;
  private final Instant now;
  private final List<MapStore<?, ?>> all = new ArrayList<>();
  private final Wallets wallets;
  private final Entries books = new Entries();
  private final Answers answers = new Answers();
  private final InMemoryEvents.Unit log;
  private final InMemoryDeliveries deliveries;
  private final InMemoryMails mails;
  private final Stores stores;

  InMemoryStores(Tables tables, EventSink sink, Instant now) {
    this.tables = tables;
    this.sink = sink;
    this.now = now;
    log = tables.events.unit();
    deliveries = new InMemoryDeliveries(tables);
    mails = new InMemoryMails(tables);
    orders = store(tables.orders, Order::id);
    fxOrders = added(new InMemoryFxOrders(tables, sink));
    wallets = added(new Wallets());
    stores =
        new Stores(
            store(tables.carts, Cart::userId),
            orders,
            fxOrders,
            added(new Payments()),
            store(tables.approvals, Approval::id),
            store(tables.bankTransfers, BankTransfer::id),
            wallets,
            added(new Holds()),
            store(tables.escrows, Escrow::orderId),
            added(new InMemoryShipments(tables, sink)),
            added(new InMemoryReturns(tables, sink)),
            store(tables.reservations, Reservation::orderId),
            store(tables.promotions, Promotion::code),
            store(tables.promotionUsers, UserUses::id),
            added(new Stocks()),
            store(tables.products, Product::id),
            store(tables.warehouses, Warehouse::id),
            books,
            answers,
            log,
            added(new InMemoryWebhooks(tables, sink)),
            deliveries,
            mails);
  }

  Stores stores() {
    return stores;
  }

  /** Throws {@link Conflict} where another unit of work has made the same meanwhile. */
  void requireNoTwins() {
    all.forEach(MapStore::requireNoTwins);
    requireOneEach(tables.orderNumbers, orders, Order::number);
    requireOneEach(tables.orderNumbers, fxOrders, FxOrder::number);
    fxOrders.requireNamesOfTheirOwn();
    requireOneEach(tables.walletsOfUsers, wallets, Wallet::userId);
  }

  void commit() {
    orders.created().forEach(it -> tables.orderNumbers.put(it.number(), it.id()));
    fxOrders.created().forEach(it -> tables.orderNumbers.put(it.number(), it.id()));
    fxOrders.commitTrades();
    wallets.created().forEach(it -> tables.walletsOfUsers.put(it.userId(), it.id()));
    all.forEach(MapStore::commit);
    books.commit();
    answers.commit();
    log.commit();
    deliveries.commit();
    mails.commit();
  }

  private <K, T extends Aggregate> MapStore<K, T> store(Map<K, T> table, Function<T, K> id) {
    return added(new MapStore<>(table, id, sink));
  }

  private <S extends MapStore<?, ?>> S added(S store) {
    all.add(store);
    return store;
  }

  private static <K, T extends Aggregate, U> void requireOneEach(
      Map<U, K> taken, MapStore<K, T> store, Function<T, U> unique) {
    Set<U> fresh = new HashSet<>();
    for (T made : store.created()) {
      U it = unique.apply(made);
      if (taken.containsKey(it) || !fresh.add(it)) {
        throw new Conflict(it + " is taken", null);
      }
    }
  }

  private final class Payments extends MapStore<PaymentId, Payment> implements PaymentStore {
    Payments() {
      super(tables.payments, Payment::id, sink);
    }

    @Override
    public List<Payment> getOfOrders(Collection<OrderId> orders) {
      return getWhere(payment -> orders.contains(payment.orderId()));
    }
  }

  private final class Stocks extends MapStore<StockId, Stock> implements StockStore {
    Stocks() {
      super(tables.stock, Stock::id, sink);
    }

    @Override
    public List<Stock> getOfProducts(Collection<ProductId> wanted) {
      return getWhere(stock -> wanted.contains(stock.id().product()));
    }

    @Override
    public long readAvailable(ProductId product) {
      return lookWhere(stock -> stock.id().product().equals(product)).stream()
          .mapToLong(Stock::available)
          .sum();
    }
  }

  private final class Answers implements AnswerStore {
    private final Map<Tables.AnswerKey, Tables.KeptAt> kept = new HashMap<>();
    private final Set<Tables.AnswerKey> forgotten = new HashSet<>();

    @Override
    public Optional<Kept> find(Once once) {
      Tables.AnswerKey key = Tables.AnswerKey.of(once);
      return Optional.ofNullable(kept.getOrDefault(key, tables.answers.get(key)))
          .map(Tables.KeptAt::answer);
    }

    @Override
    public void keep(Once once, Kept answer) {
      kept.put(Tables.AnswerKey.of(once), new Tables.KeptAt(answer, now));
    }

    @Override
    public int forgetBefore(Instant moment) {
      tables.answers.forEach(
          (key, answer) -> {
            if (answer.at().isBefore(moment)) {
              forgotten.add(key);
            }
          });
      return forgotten.size();
    }

    void commit() {
      tables.answers.keySet().removeAll(forgotten);
      tables.answers.putAll(kept);
    }
  }

  private final class Wallets extends MapStore<WalletId, Wallet> implements WalletStore {
    Wallets() {
      super(tables.wallets, Wallet::id, sink);
    }

    @Override
    public void getAll(Collection<WalletId> ids, Collection<UserId> users) {
      getAll(ids);
      users.forEach(this::getOfUser);
    }

    @Override
    public Optional<Wallet> getOfUser(UserId user) {
      Optional.ofNullable(tables.walletsOfUsers.get(user)).ifPresent(this::get);
      return held().stream().filter(wallet -> wallet.userId().equals(user)).findFirst();
    }
  }

  private final class Holds extends MapStore<HoldId, Hold> implements HoldStore {
    Holds() {
      super(tables.holds, Hold::id, sink);
    }

    @Override
    public List<Hold> getOpenOf(WalletId wallet) {
      return getWhere(it -> it.walletId().equals(wallet) && it.status() == HoldStatus.OPEN);
    }
  }

  private final class Entries implements Books {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<RiskDecision> decisions = new ArrayList<>();

    @Override
    public void post(JournalEntry entry) {
      entries.add(entry);
    }

    @Override
    public void note(RiskDecision decision) {
      decisions.add(decision);
    }

    @Override
    public boolean hasPaid(WalletId from, WalletId to) {
      return tables.journal.stream()
          .anyMatch(
              it ->
                  it.payer().equals(Optional.of(from.value()))
                      && it.payee().equals(Optional.of(to.value())));
    }

    void commit() {
      tables.journal.addAll(entries);
      tables.decisions.addAll(decisions);
    }
  }
}
