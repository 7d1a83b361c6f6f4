package dev.tradepost.application;

import dev.tradepost.domain.mail.MailPolicy;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.order.StandardLifecycles;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.trade.Instruments;
import dev.tradepost.domain.wallet.WalletPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The choices of the shop that use cases depend on; fixed while the process runs.
 *
 * @param currency what an amount without a currency is in
 * @param lifecycles all tables an order can be under, by name
 * @param orderLifecycle the table of an order placed without naming one
 * @param checkoutLifecycle the table of a cart checked out without naming one
 * @param cancellationWindow how long after placing a customer may cancel; empty for no limit
 * @param wallets the rules for wallets
 * @param instruments the pairs that are traded
 * @param fulfilment how stock is reserved and sent
 * @param mail whether customers get mail, and where
 * @param pricing taxes and shipping
 */
public record Shop(
    Currency currency,
    Map<String, OrderLifecycle> lifecycles,
    String orderLifecycle,
    String checkoutLifecycle,
    Optional<Duration> cancellationWindow,
    WalletPolicy wallets,
    Instruments instruments,
    FulfilmentPolicy fulfilment,
    MailPolicy mail,
    PricingPolicy pricing) {

  public Shop {
    lifecycles = Collections.unmodifiableMap(new LinkedHashMap<>(lifecycles));
    for (String name : List.of(orderLifecycle, checkoutLifecycle)) {
      if (!lifecycles.containsKey(name)) {
        throw new IllegalArgumentException(
            "no lifecycle is named '" + name + "', there are " + lifecycles.keySet());
      }
    }
  }

  /** A shop that reserves and sends in the standard way, and sends no mail. */
  public Shop(
      Currency currency,
      Map<String, OrderLifecycle> lifecycles,
      String orderLifecycle,
      String checkoutLifecycle,
      Optional<Duration> cancellationWindow,
      WalletPolicy wallets,
      Instruments instruments) {
    this(
        currency,
        lifecycles,
        orderLifecycle,
        checkoutLifecycle,
        cancellationWindow,
        wallets,
        instruments,
        FulfilmentPolicy.standard(),
        MailPolicy.NONE,
        PricingPolicy.standard());
  }

  /**
   * The standard lifecycles, direct for orders and checkout for carts, no cancellation window, and
   * the standard policy of wallets and instruments.
   */
  public static Shop standard(Currency currency) {
    return new Shop(
        currency,
        byName(StandardLifecycles.all()),
        "direct",
        "checkout",
        Optional.empty(),
        WalletPolicy.standard(),
        Instruments.standard());
  }

  /** The same shop with lifecycles of its own; refuses a name that is taken. */
  public Shop with(List<OrderLifecycle> added) {
    Map<String, OrderLifecycle> all = new LinkedHashMap<>(lifecycles);
    for (OrderLifecycle lifecycle : added) {
      if (all.put(lifecycle.name(), lifecycle) != null) {
        throw new IllegalArgumentException(
            "there is a lifecycle '" + lifecycle.name() + "' already");
      }
    }
    return with(all, fulfilment, mail, pricing);
  }

  /** The same shop with this way of sending mail. */
  public Shop with(MailPolicy policy) {
    return with(lifecycles, fulfilment, policy, pricing);
  }

  /** The same shop with this way of reserving and sending. */
  public Shop with(FulfilmentPolicy policy) {
    return with(lifecycles, policy, mail, pricing);
  }

  /** The same shop with other taxes and shipping. */
  public Shop with(PricingPolicy policy) {
    return with(lifecycles, fulfilment, mail, policy);
  }

  private Shop with(
      Map<String, OrderLifecycle> tables,
      FulfilmentPolicy sending,
      MailPolicy letters,
      PricingPolicy amounts) {
    return new Shop(
        currency,
        tables,
        orderLifecycle,
        checkoutLifecycle,
        cancellationWindow,
        wallets,
        instruments,
        sending,
        letters,
        amounts);
  }

  /** The lifecycles by their names. */
  public static Map<String, OrderLifecycle> byName(Collection<OrderLifecycle> lifecycles) {
    return lifecycles.stream()
        .collect(
            Collectors.toMap(
                OrderLifecycle::name,
                it -> it,
                (a, b) -> b,
                LinkedHashMap<String, OrderLifecycle>::new));
  }

  /** The lifecycle of this name; refuses an unknown one and lists those there are. */
  public OrderLifecycle lifecycle(String name) {
    OrderLifecycle lifecycle = lifecycles.get(name);
    if (lifecycle == null) {
      throw new Rejection(
              OrderReason.UNKNOWN_LIFECYCLE,
              "there is no lifecycle '" + name + "', use one of " + lifecycles.keySet())
          .at("lifecycle");
    }
    return lifecycle;
  }

  /** Every status an order can have in any lifecycle. */
  public Set<String> statuses() {
    return lifecycles.values().stream()
        .flatMap(lifecycle -> lifecycle.table().states().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
