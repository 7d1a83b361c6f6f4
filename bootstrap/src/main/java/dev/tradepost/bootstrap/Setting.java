package dev.tradepost.bootstrap;

import java.util.Locale;

/**
 * Everything that can be configured. Each is an option of the command line, an environment variable
 * and a key of the configuration file, in this order of precedence.
 */
enum Setting {
  HOST("host", "127.0.0.1", "The address to listen on; 0.0.0.0 for all."),
  PORT("port", "8080", "The port to listen on; 0 for any that is free."),
  DATA("data", "data", "The directory of the embedded database and of the demo's JWT secret."),
  DATABASE_URL(
      "db",
      "",
      "A JDBC URL, such as jdbc:postgresql://localhost/tradepost. Empty: H2, embedded, in the data"
          + " directory."),
  DATABASE_USER("db-user", "", "The database user; empty where the URL names one."),
  DATABASE_PASSWORD(
      "db-password", "", "Its password. Prefer the environment: options show in process lists."),
  DATABASE_POOL("db-pool", "8", "How many database connections are kept open, 1 to 200."),
  COMMIT(
      "commit",
      "group",
      "How commands are committed: group, those that wait share a transaction, or single, each has"
          + " its own."),
  JWT_SECRET(
      "jwt-secret",
      "",
      "The secret of HS256 tokens, at least 32 bytes. Prefer the environment. The demo makes its"
          + " own."),
  JWT_PUBLIC_KEY(
      "jwt-public-key",
      "",
      "A PEM file with the RSA or EC P-256 public key that tokens are signed for (RS256, ES256)."),
  JWT_ISSUER("jwt-issuer", "tradepost", "The iss a token must have."),
  JWT_AUDIENCE("jwt-audience", "tradepost", "The aud a token must have."),
  ALLOWED_ORIGINS(
      "allowed-origins",
      "",
      "Web pages that may open /ws/orders, such as https://shop.example, https://desk.example;"
          + " those of the server's own address always may."),
  WEBHOOK_HOSTS(
      "webhook-hosts",
      "",
      "Hosts that webhooks may go to though they are not public or not https, such as localhost,"
          + " 10.0.0.7; all others must be public and https."),
  SMTP(
      "smtp",
      "",
      "The mail server, such as smtps://mail.shop.example or smtp://localhost:25; the ports are 465"
          + " and 587 where none is named. Empty: customers get no mail."),
  SMTP_USER("smtp-user", "", "How to log in at the mail server; empty where it wants no login."),
  SMTP_PASSWORD(
      "smtp-password", "", "Its password. Prefer the environment: options show in process lists."),
  MAIL_FROM("mail-from", "", "The address mails come from, such as orders@shop.example."),
  MAIL_TO(
      "mail-to",
      "{user}",
      "How a user's id becomes an address, such as {user}@shop.example. As it stands: ids that are"
          + " addresses get mail, others none."),
  DEFAULT_CURRENCY(
      "default-currency", "USD", "The ISO 4217 currency of amounts that come without one."),
  LIFECYCLES(
      "lifecycles",
      "",
      "A JSON file with lifecycles of the shop's own, see docs/operating.md; every server of a"
          + " database is given the same. Empty: the standard ones alone."),
  ORDER_LIFECYCLE(
      "order-lifecycle", "direct", "The lifecycle of orders placed without naming one."),
  CHECKOUT_LIFECYCLE(
      "checkout-lifecycle", "checkout", "The lifecycle of carts checked out without naming one."),
  CANCELLATION_WINDOW(
      "cancellation-window",
      "",
      "How long after placing a customer may cancel, as an ISO 8601 duration such as PT30M; empty:"
          + " no limit."),
  RESERVATION_TTL(
      "reservation-ttl",
      "PT15M",
      "How long stock waits for a payment, as an ISO 8601 duration, under lifecycles that can"
          + " expire; single ones can have their own: PT15M; fulfilment PT30M."),
  ALLOCATION(
      "allocation",
      "fewest-shipments",
      "Which warehouses serve an order: fewest-shipments, priority or nearest."),
  WAREHOUSES(
      "warehouses",
      "",
      "Priority, country and region of warehouses, for the allocation, such as main 1 US CA;"
          + " east 2 DE."),
  CARRIERS(
      "carriers",
      "",
      "Who carries what is sent, by the country it goes to, such as IN Blue Dart; US UPS; * DHL."),
  CARRIER_GATEWAY(
      "carrier-gateway",
      "",
      "Who takes parcels and tells where they are: sandbox, which plays the carriers sandbox and"
          + " sandbox-lost. Empty: nobody; staff move shipments, or carriers post updates."),
  CARRIER_PACE(
      "carrier-pace",
      "PT10S",
      "How long the sandbox carrier takes from one step to the next, as an ISO 8601 duration."),
  TAX(
      "tax",
      "",
      "Tax rates in percent by country or country-region, * for all others, such as DE 19; US-CA"
          + " 7.25; * 0; level LINE; rounding HALF_UP, where level is LINE or TOTAL and rounding"
          + " HALF_UP or HALF_EVEN. Empty: no tax."),
  SHIPPING(
      "shipping",
      "",
      "What sending costs, in the default currency, such as flat 4.95; free-above 50; DE 2.95."
          + " Empty: nothing."),
  WALLET_LIMITS(
      "wallet-limits",
      "",
      "What may leave a wallet, in the default currency, such as per-transaction 5000; daily 10000;"
          + " monthly 50000. Empty: no limits. A wallet can have its own."),
  WALLET_ZONE("wallet-zone", "UTC", "The time zone in which the days and months of limits begin."),
  APPROVAL_ABOVE(
      "approval-above",
      "",
      "A transfer of more than this, in the default currency, waits for a one-time code. Empty:"
          + " none does."),
  FRAUD_RULES(
      "fraud-rules",
      "",
      "Rules for transfers, such as velocity 30 review; unusual 20 review; new-payee 500 block."
          + " Empty: none."),
  EXCHANGE_RATES(
      "exchange-rates",
      "",
      "What one unit of each currency is worth in a common one, such as USD 1; EUR 1.105. Empty: a"
          + " sample table."),
  INSTRUMENTS(
      "instruments",
      "",
      "The pairs that are traded, each with the smallest step of its price and of its amount, such"
          + " as EUR/USD 0.00001 1000; USD/JPY 0.001 1000. Empty: every pair of ten currencies.");

  private final String option;
  private final String standard;
  private final String help;

  Setting(String option, String standard, String help) {
    this.option = option;
    this.standard = standard;
    this.help = help;
  }

  /** The name on the command line, less its dashes. */
  String option() {
    return option;
  }

  /** The environment variable. */
  String variable() {
    return "TRADEPOST_" + name();
  }

  /** The key in the configuration file. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value where nothing is said. */
  String standard() {
    return standard;
  }

  String help() {
    return help;
  }

  /** A line that says what is wrong with the value. */
  String problem(String what) {
    return "--" + option + " (" + variable() + "): " + what;
  }
}
