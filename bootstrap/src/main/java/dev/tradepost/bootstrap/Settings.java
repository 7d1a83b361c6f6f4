package dev.tradepost.bootstrap;

import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.PricingPolicy;
import dev.tradepost.application.Shop;
import dev.tradepost.domain.inventory.AllocationPolicy;
import dev.tradepost.domain.order.TaxTable;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.trade.Instruments;
import dev.tradepost.domain.wallet.ExchangeRates;
import dev.tradepost.domain.wallet.Limits;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.http.shared.Tokens;
import dev.tradepost.persistence.shared.Commit;
import dev.tradepost.persistence.shared.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration, checked as a whole.
 *
 * @param data the directory of the embedded database and of the demo's secret
 */
record Settings(
    String host,
    int port,
    Path data,
    Database.Location database,
    Commit commit,
    Tokens tokens,
    Set<String> origins,
    Set<String> webhookHosts,
    Optional<MailSettings> mail,
    Optional<CarrierSettings> carrier,
    Shop shop) {

  /** What is wrong with a configuration: all of it, a line each. */
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Invalid(List<String> problems) {
      super(String.join("\n", problems), null, false, false);
    }
  }

  /**
   * Reads and checks all settings; refuses with everything that is wrong at once.
   *
   * @param demo whether a secret may be made where none is given
   */
  static Settings of(SettingSource source, boolean demo) {
    Reader reader = new Reader(source);
    Path data = Path.of(source.get(Setting.DATA));
    String host = source.get(Setting.HOST);
    int port = reader.number(Setting.PORT, 0, 65_535);
    Database.Location database = reader.database(data);
    Commit commit = reader.parsed(Setting.COMMIT, Commit::named, Commit.GROUP);
    Shop shop = reader.shop();
    Tokens tokens = reader.tokens(data, demo);
    Optional<MailSettings> mail = MailSettings.read(source, reader::wrong);
    Optional<CarrierSettings> carrier = CarrierSettings.read(source, reader::wrong);
    if (!reader.problems.isEmpty()) {
      throw new Invalid(reader.problems);
    }
    return new Settings(
        host,
        port,
        data,
        database,
        commit,
        tokens,
        reader.list(Setting.ALLOWED_ORIGINS),
        reader.list(Setting.WEBHOOK_HOSTS),
        mail,
        carrier,
        shop);
  }

  /** The tokens alone, for commands that need nothing else. */
  static Tokens tokens(SettingSource source) {
    Reader reader = new Reader(source);
    Tokens tokens = reader.tokens(Path.of(source.get(Setting.DATA)), true);
    if (!reader.problems.isEmpty()) {
      throw new Invalid(reader.problems);
    }
    return tokens;
  }

  /** Where the data is, for commands that need nothing else. */
  static Database.Location database(SettingSource source) {
    Reader reader = new Reader(source);
    Database.Location location = reader.database(Path.of(source.get(Setting.DATA)));
    if (!reader.problems.isEmpty()) {
      throw new Invalid(reader.problems);
    }
    return location;
  }

  /** Reads one setting after the other and collects what is wrong. */
  private static final class Reader {
    private final SettingSource source;
    private final List<String> problems = new ArrayList<>();

    Reader(SettingSource source) {
      this.source = source;
      problems.addAll(source.problems());
    }

    int number(Setting setting, int min, int max) {
      String text = source.get(setting);
      if (text.matches("\\d{1,6}")
          && Integer.parseInt(text) >= min
          && Integer.parseInt(text) <= max) {
        return Integer.parseInt(text);
      }
      wrong(setting, "must be a whole number from " + min + " to " + max + ", not '" + text + "'");
      return min;
    }

    Database.Location database(Path data) {
      int pool = number(Setting.DATABASE_POOL, 1, 200);
      String url = source.get(Setting.DATABASE_URL);
      if (url.isEmpty()) {
        return Database.Location.embedded(data.resolve("tradepost"), pool);
      }
      if (!url.startsWith("jdbc:postgresql:")) {
        wrong(Setting.DATABASE_URL, "must start with jdbc:postgresql: (H2 is used without it)");
      }
      return new Database.Location(
          url, source.get(Setting.DATABASE_USER), source.get(Setting.DATABASE_PASSWORD), pool);
    }

    Set<String> list(Setting setting) {
      return Stream.of(source.get(setting).split("[, ]+"))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    }

    Shop shop() {
      Currency currency =
          parsed(Setting.DEFAULT_CURRENCY, Money::currency, Currency.getInstance("USD"));
      Optional<Duration> window =
          Optional.of(source.get(Setting.CANCELLATION_WINDOW))
              .filter(text -> !text.isEmpty())
              .map(
                  text ->
                      parsed(
                          Setting.CANCELLATION_WINDOW,
                          FulfilmentSettings::duration,
                          Duration.ZERO));
      LifecycleFile own = LifecycleFile.read(source.get(Setting.LIFECYCLES));
      own.problems().forEach(it -> wrong(Setting.LIFECYCLES, it));
      Shop plain = Shop.standard(currency).with(own.lifecycles());
      return new Shop(
          currency,
          plain.lifecycles(),
          lifecycle(Setting.ORDER_LIFECYCLE, plain, own),
          lifecycle(Setting.CHECKOUT_LIFECYCLE, plain, own),
          window,
          wallets(currency),
          parsed(Setting.INSTRUMENTS, TradeSettings::instruments, Instruments.standard()),
          fulfilment(plain, own),
          MailSettings.policy(source, this::wrong),
          pricing(currency));
    }

    private FulfilmentPolicy fulfilment(Shop plain, LifecycleFile own) {
      FulfilmentPolicy standard = plain.fulfilment();
      Map<String, Duration> lasts =
          new HashMap<>(parsed(Setting.RESERVATION_TTL, FulfilmentSettings::lasts, Map.of()));
      Duration others = lasts.remove("*");
      lasts.keySet().stream()
          .filter(name -> !plain.lifecycles().containsKey(name) && !own.mayName(name))
          .forEach(name -> wrong(Setting.RESERVATION_TTL, "there is no lifecycle '" + name + "'"));
      return new FulfilmentPolicy(
          new AllocationPolicy(
              parsed(
                  Setting.ALLOCATION,
                  FulfilmentSettings::strategy,
                  standard.allocation().strategy()),
              parsed(Setting.WAREHOUSES, FulfilmentSettings::sites, Map.of())),
          parsed(Setting.CARRIERS, FulfilmentSettings::carriers, standard.carriers()),
          others == null ? standard.reservationLasts() : others,
          lasts);
    }

    /** A name out of a broken file is not judged before the file is mended. */
    private String lifecycle(Setting setting, Shop plain, LifecycleFile own) {
      String standard = setting.standard();
      return parsed(
          setting,
          name ->
              !own.problems().isEmpty() && own.mayName(name)
                  ? standard
                  : plain.lifecycle(name).name(),
          standard);
    }

    private WalletPolicy wallets(Currency currency) {
      return new WalletPolicy(
          parsed(Setting.WALLET_ZONE, Reader::zone, ZoneOffset.UTC),
          parsed(Setting.WALLET_LIMITS, text -> WalletSettings.limits(text, currency), Limits.NONE),
          Optional.of(source.get(Setting.APPROVAL_ABOVE))
              .filter(text -> !text.isEmpty())
              .map(
                  text ->
                      parsed(
                          Setting.APPROVAL_ABOVE,
                          it -> WalletSettings.amount(it, currency),
                          Money.zero(currency))),
          parsed(Setting.FRAUD_RULES, text -> WalletSettings.rules(text, currency), List.of()),
          parsed(Setting.EXCHANGE_RATES, WalletSettings::rates, ExchangeRates.sample()));
    }

    private PricingPolicy pricing(Currency currency) {
      return new PricingPolicy(
          parsed(Setting.TAX, PricingSettings::taxes, TaxTable.NONE),
          parsed(
              Setting.SHIPPING,
              text -> PricingSettings.shipping(text, currency),
              Optional.empty()));
    }

    private static ZoneId zone(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "must be a time zone, such as Europe/Berlin, not '" + text + "'");
      }
    }

    Tokens tokens(Path data, boolean demo) {
      String issuer = source.get(Setting.JWT_ISSUER);
      String audience = source.get(Setting.JWT_AUDIENCE);
      String secret = source.get(Setting.JWT_SECRET);
      String keyFile = source.get(Setting.JWT_PUBLIC_KEY);
      try {
        if (!keyFile.isEmpty()) {
          return Tokens.publicKey(Keys.publicKey(Path.of(keyFile)), issuer, audience);
        }
        if (secret.isEmpty() && demo) {
          return Tokens.shared(Keys.demoSecret(data), issuer, audience);
        }
        return Tokens.shared(secret.getBytes(StandardCharsets.UTF_8), issuer, audience);
      } catch (IllegalArgumentException | IOException e) {
        wrong(
            keyFile.isEmpty() ? Setting.JWT_SECRET : Setting.JWT_PUBLIC_KEY,
            e instanceof IOException ? "cannot be read: " + e.getMessage() : e.getMessage());
        return null;
      }
    }

    private <T> T parsed(Setting setting, Function<String, T> parser, T otherwise) {
      try {
        return parser.apply(source.get(setting));
      } catch (Rejection | IllegalArgumentException e) {
        wrong(setting, e.getMessage());
        return otherwise;
      }
    }

    private void wrong(Setting setting, String what) {
      problems.add(setting.problem(what));
    }
  }

  /** Makes sure that the data directory is there. */
  void makeData() {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new Invalid(List.of("--data: cannot be made: " + e.getMessage()));
    }
  }
}
