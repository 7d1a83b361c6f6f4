package dev.tradepost.application.port;

import dev.tradepost.application.Once;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Settlement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where commands name the rows they know beforehand that they will get, so that those which share a
 * transaction have theirs read by one statement a table. It promises nothing: a row that is named
 * and not used costs a read, and one that is used and not named is read when it is got.
 */
public final class Prefetch {
  private final Set<Once> answers = new LinkedHashSet<>();
  private final Set<UserId> carts = new LinkedHashSet<>();
  private final Set<UserId> baskets = new LinkedHashSet<>();
  private final Set<OrderId> orders = new LinkedHashSet<>();
  private final Set<OrderId> payments = new LinkedHashSet<>();
  private final Set<OrderId> outgoing = new LinkedHashSet<>();
  private final Set<OrderId> reservations = new LinkedHashSet<>();
  private final Set<OrderId> fxOrders = new LinkedHashSet<>();
  private final Set<WalletId> wallets = new LinkedHashSet<>();
  private final Set<UserId> walletsOf = new LinkedHashSet<>();
  private final Set<ProductId> stock = new LinkedHashSet<>();
  private final Set<ProductId> products = new LinkedHashSet<>();
  private final Set<Object> others = new LinkedHashSet<>();

  /** Names nothing yet. */
  public Prefetch() {}

  /** What was answered under an idempotency key. */
  public Prefetch answer(Once once) {
    answers.add(once);
    return this;
  }

  /** The cart of a user. */
  public Prefetch cart(UserId owner) {
    carts.add(owner);
    return this;
  }

  /** The cart of a user who buys what is in it: those goods, too. */
  public Prefetch basket(UserId owner) {
    baskets.add(owner);
    return cart(owner);
  }

  /** An order of goods. */
  public Prefetch order(OrderId id) {
    orders.add(id);
    return this;
  }

  /**
   * An order of goods that is to be paid, or whose money goes back: its payments and its user's
   * wallet, too.
   */
  public Prefetch paidOrder(OrderId id) {
    payments.add(id);
    reservations.add(id);
    return order(id);
  }

  /** An order of goods on its way out: its shipments and the stock that it still holds, too. */
  public Prefetch outgoing(OrderId id) {
    outgoing.add(id);
    reservations.add(id);
    return order(id);
  }

  /** An order of currencies; where wallets settle it, also its user's, and what it holds there. */
  public Prefetch fxOrder(OrderId id) {
    fxOrders.add(id);
    return this;
  }

  /** Wallets. */
  public Prefetch wallets(WalletId... ids) {
    wallets.addAll(List.of(ids));
    return this;
  }

  /** A user's wallet, where there is one. */
  public Prefetch walletOf(UserId user) {
    walletsOf.add(user);
    return this;
  }

  /** Products to look at, and their stock in every warehouse. */
  public Prefetch goods(Collection<ProductId> ids) {
    products.addAll(ids);
    stock.addAll(ids);
    return this;
  }

  /** Something that is not read beforehand, but that one command at a time should want. */
  public Prefetch alone(Object what) {
    others.add(what);
    return this;
  }

  /**
   * The ids of all that is named, whatever is meant by them: transactions that have one in common
   * would wait for each other. None where there is no more than an idempotency key, which says
   * nothing of the rows that are wanted.
   */
  public Set<Object> names() {
    Set<Object> names =
        Stream.of(carts, orders, fxOrders, wallets, walletsOf, stock, others)
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(HashSet::new));
    if (!names.isEmpty()) {
      names.addAll(answers);
    }
    return names;
  }

  /** Reads what was named, and locks what would be got, in the order of {@link Stores}. */
  public void load(Stores stores) {
    stores.answers().lookUp(answers);
    stores.carts().getAll(carts).values().stream()
        .filter(it -> baskets.contains(it.userId()))
        .forEach(it -> goods(it.items().keySet()));
    stores.orders().getAll(orders).values().stream()
        .filter(it -> payments.contains(it.id()))
        .forEach(it -> walletsOf.add(it.userId()));
    Collection<FxOrder> deals = stores.fxOrders().getAll(fxOrders).values();
    stores.fxOrders().lookUpTrades(deals);
    List<FxOrder> settled =
        deals.stream().filter(it -> it.settlement() == Settlement.WALLET).toList();
    settled.forEach(it -> walletsOf.add(it.userId()));
    stores.payments().getOfOrders(payments);
    stores.wallets().getAll(wallets, walletsOf);
    stores.holds().getAll(settled.stream().flatMap(it -> it.hold().stream()).toList());
    stores.shipments().getOfOrders(outgoing);
    stores.reservations().getAll(reservations).values().stream()
        .filter(it -> outgoing.contains(it.orderId()))
        .forEach(it -> it.open().keySet().forEach(id -> stock.add(id.product())));
    stores.stock().getOfProducts(stock);
    stores.products().readAll(products);
  }
}
