package dev.tradepost.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks which large tables PostgreSQL reads from end to end to answer a read: it counts that
 * itself.
 */
final class Plans {
  /** A connection tells its counts after so long at the latest, if it rests. */
  private static final long TOLD_MILLIS = 11_000;

  /** As often as it takes until the driver and the database have settled on a plan. */
  private static final int TIMES = 12;

  private static final String SCANS =
      "SELECT relname, seq_scan FROM pg_stat_user_tables WHERE n_live_tup > 1000";

  private static final String USER = "userId=" + GrowthIds.user(7);
  private static final String SINCE = "from=2025-01-01T01:00:00Z&to=2025-01-01T02:00:00Z";
  private static final String WEBHOOK = "/webhooks/" + GrowthIds.id(GrowthIds.ORDER, 0);

  /** What has no id that only the database knows. */
  private static final List<String> OTHERS =
      List.of(
          "/events?after=0",
          "/events?after=0&" + USER,
          "/events?after=0&type=order.created",
          "/shipments/" + GrowthIds.id(GrowthIds.SHIPMENT, 0),
          "/inventory",
          "/inventory?q=thing",
          "/inventory?q=product",
          "/inventory?q=hing+9876",
          "/inventory?q=nowhere",
          "/inventory?q=th",
          "/inventory?inStock=true",
          "/inventory/" + Goods.id(0),
          "/products",
          "/products/" + Goods.id(0),
          "/warehouses",
          "/promotions",
          "/webhooks",
          "/webhooks?" + USER,
          WEBHOOK,
          WEBHOOK + "/deliveries",
          WEBHOOK + "/deliveries?status=DELIVERED");

  private final Connection connection;
  private final HttpLine line;
  private final List<String> scanned = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param connection to the server's database
   * @param line to the server, as staff
   */
  Plans(Connection connection, HttpLine line) {
    this.connection = connection;
    this.line = line;
  }

  /** The tables, each with the requests that went through it, or what else did. */
  List<String> scanned() throws Exception {
    Thread.sleep(TOLD_MILLIS); // what was done before is not to be laid to anybody's charge
    byReading(List.of()).forEach(table -> scanned.add(table + " by nobody's request"));
    search(paths());
    return List.copyOf(scanned);
  }

  /** By halves, for it takes as long to ask of one request as of many. */
  private void search(List<String> paths) throws Exception {
    List<String> tables = byReading(paths);
    int half = paths.size() / 2;
    if (half == 0) {
      tables.forEach(table -> scanned.add(table + " by " + paths.get(0)));
    } else if (!tables.isEmpty()) {
      search(paths.subList(0, half));
      search(paths.subList(half, paths.size()));
    }
  }

  /** The tables that were gone through while these were read. */
  private List<String> byReading(List<String> paths) throws Exception {
    Map<String, Long> before = scans();
    for (int i = 0; i < TIMES; i++) {
      for (String path : paths) {
        line.get(path);
      }
    }
    Thread.sleep(TOLD_MILLIS);
    Map<String, Long> after = scans();
    return after.keySet().stream()
        .filter(table -> after.get(table) > before.getOrDefault(table, 0L))
        .filter(table -> scanned.stream().noneMatch((table + " by nobody's request")::equals))
        .toList();
  }

  private Map<String, Long> scans() throws SQLException {
    Map<String, Long> scans = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCANS)) {
      while (rows.next()) {
        scans.put(rows.getString(1), rows.getLong(2));
      }
    }
    return scans;
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Every list, and every read of one thing, with each filter that is offered. */
  private List<String> paths() throws SQLException {
    String wallet = "/wallet/" + one("SELECT wallet_id FROM wallet_balances LIMIT 1");
    String number = one("SELECT order_number FROM orders ORDER BY id LIMIT 1");
    return Stream.of(orders(number), money(wallet), OTHERS).flatMap(List::stream).toList();
  }

  private static List<String> orders(String number) {
    String order = "/orders/" + GrowthIds.id(GrowthIds.ORDER, 0);
    return List.of(
        order,
        order + "/status",
        order + "/timeline",
        order + "/payments",
        order + "/returns",
        "/orders",
        "/orders?page=3",
        "/orders?sort=createdAt",
        "/orders?" + USER,
        "/orders?status=DELIVERED",
        "/orders?status=PLACED&" + USER,
        "/orders?kind=GOODS",
        "/orders?kind=FX",
        "/orders?" + SINCE,
        "/orders?q=" + number,
        "/orders?q=" + number + "&" + USER);
  }

  private static List<String> money(String wallet) {
    return List.of(
        wallet,
        wallet + "?at=2025-06-01T00:00:00Z",
        wallet + "/holds",
        wallet + "/decisions",
        "/wallet/mine",
        wallet + "/transactions",
        wallet + "/transactions?type=CREDIT",
        wallet + "/transactions?category=food",
        wallet + "/transactions?" + SINCE,
        wallet + "/transactions.csv");
  }
}
