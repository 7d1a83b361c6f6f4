package dev.tradepost.bootstrap.docs;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.ConvertMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.HoldMoney;
import dev.tradepost.application.wallet.ReleaseHold;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Plays a small story on a real database and tells the journal that it left. */
final class LedgerExample {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Actor CLERK = new Actor(new UserId("clerk"), Role.STAFF);
  private static final Actor ANN = new Actor(new UserId("ann"), Role.CUSTOMER);
  private static final OptionalLong ANY = OptionalLong.empty();

  private final UseCases useCases;
  private final Map<String, String> names = new LinkedHashMap<>();

  private LedgerExample(Database database) {
    AtomicLong lastId = new AtomicLong();
    Sources sources =
        new Sources(
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
            () -> new UUID(0x7000, lastId.incrementAndGet()),
            new Random(1));
    useCases =
        new UseCases(
            new JdbiTransactions(database.jdbi(), database.dialect(), Shop.standard(USD), sources),
            UseCaseObserver.NONE);
  }

  /** The journal of the story and the balances it adds up to, as two tables. */
  static String tables(Path directory) {
    Database.Location location = Database.Location.embedded(directory.resolve("example"), 2);
    try (Database database = Database.open(location)) {
      LedgerExample example = new LedgerExample(database);
      example.play();
      return database
          .jdbi()
          .withHandle(
              handle ->
                  example.journal(
                          handle
                              .createQuery(
                                  """
                              SELECT e.type AS why, p.account, CAST(p.owner AS varchar) AS whose,
                                p.currency, p.amount_minor, p.balance_after_minor, p.entry_id
                              FROM postings p JOIN journal_entries e ON e.id = p.entry_id
                              ORDER BY p.entry_id, p.line""")
                              .mapToMap()
                              .list())
                      + example.balances(
                          handle
                              .createQuery(
                                  """
                              SELECT account, CAST(owner AS varchar) AS whose, currency,
                                SUM(amount_minor) AS sum_minor
                              FROM postings GROUP BY account, owner, currency
                              ORDER BY currency DESC, account, whose""")
                              .mapToMap()
                              .list()));
    }
  }

  private void play() {
    WalletId ann = wallet(ANN);
    WalletId ben = wallet(new Actor(new UserId("ben"), Role.CUSTOMER));
    useCases.execute(ANN, new AddMoney(ann, dollars("500"), Optional.empty()));
    useCases.execute(ANN, new DeductMoney(ann, dollars("150"), Optional.of("food")));
    useCases.execute(ANN, new TransferMoney(ann, ben, dollars("100.50"), Optional.of("rent")));
    useCases.execute(
        ANN, new ConvertMoney(ann, USD, Currency.getInstance("EUR"), new BigDecimal("50")));
    OrderId order = order();
    useCases.execute(ANN, new PayFromWallet(order, Optional.empty(), Optional.empty(), ANY));
    useCases.execute(CLERK, new RefundOrder(order, new BigDecimal("20"), "Scratched", ANY));
    useCases.execute(CLERK, new ShipOrder(order, Optional.empty(), ANY));
    useCases.execute(CLERK, new DeliverOrder(order, ANY));
    HoldId hold =
        useCases.execute(ANN, new HoldMoney(ann, dollars("40"), "Hotel", Optional.empty())).id();
    useCases.execute(ANN, new CaptureHold(hold, Optional.of(new BigDecimal("15"))));
    useCases.execute(ANN, new ReleaseHold(hold));
  }

  private WalletId wallet(Actor owner) {
    CreateWallet create = new CreateWallet(Optional.empty(), Optional.empty());
    WalletId id = useCases.execute(owner, create).id();
    String user = owner.userId().value();
    String name = user.substring(0, 1).toUpperCase(Locale.ROOT) + user.substring(1);
    names.put(id.toString(), name + "'s wallet");
    return id;
  }

  private OrderId order() {
    WarehouseId main = new WarehouseId("main");
    ProductId lamp = new ProductId("lamp");
    useCases.execute(CLERK, new OpenWarehouse(Optional.of(main), "Main"));
    useCases.execute(
        CLERK, new AddProduct(Optional.of(lamp), "Lamp", Money.of("60", "USD"), Optional.empty()));
    useCases.execute(CLERK, new CountStock(new StockId(lamp, main), 5));
    PlaceOrder place =
        new PlaceOrder(
            Optional.empty(), List.of(new OrderPlacement.Item(lamp, 2)), Optional.of("checkout"));
    OrderId id = useCases.execute(ANN, place).order().id();
    names.put(id.toString(), "escrow of the order");
    return id;
  }

  private String journal(List<Map<String, Object>> postings) {
    StringBuilder page = new StringBuilder("| entry | account | amount | balance after |\n");
    page.append("|---|---|---:|---:|\n");
    Object last = null;
    for (Map<String, Object> it : postings) {
      Object entry = it.get("entry_id");
      String after = it.get("balance_after_minor") == null ? "" : money(it, "balance_after_minor");
      String why = entry.equals(last) ? "" : "`" + it.get("why") + "`";
      page.append(
          "| %s | %s | %s | %s |\n".formatted(why, account(it), money(it, "amount_minor"), after));
      last = entry;
    }
    return page.toString();
  }

  private String balances(List<Map<String, Object>> sums) {
    StringBuilder page = new StringBuilder("\n| account | sum of its postings |\n|---|---:|\n");
    Map<String, Money> totals = new LinkedHashMap<>();
    for (Map<String, Object> it : sums) {
      page.append("| %s | %s |\n".formatted(account(it), money(it, "sum_minor")));
      Money sum = Money.of(new BigDecimal(money(it, "sum_minor").split(" ")[0]), currency(it));
      totals.merge(String.valueOf(it.get("currency")), sum, Money::plus);
    }
    totals.forEach((code, sum) -> page.append("| **all of %s** | **%s** |\n".formatted(code, sum)));
    return page.toString();
  }

  private String account(Map<String, Object> posting) {
    Object owner = posting.get("whose");
    return owner == null
        ? String.valueOf(posting.get("account")).toLowerCase(Locale.ROOT).replace('_', ' ')
        : names.get(owner.toString());
  }

  private static Currency currency(Map<String, Object> row) {
    return Currency.getInstance(String.valueOf(row.get("currency")));
  }

  private static String money(Map<String, Object> row, String column) {
    long minor = ((Number) row.get(column)).longValue();
    return new Money(minor, currency(row)).toString();
  }

  private static StatedAmount dollars(String amount) {
    return new StatedAmount(new BigDecimal(amount), Optional.empty());
  }
}
