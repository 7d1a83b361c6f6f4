package dev.tradepost.persistence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A statement that breaks the data.
 *
 * @param rule what has to notice it
 * @param shows what each of the rule's rows has to name
 * @param also the other rules it cannot but break
 */
record Damage(String rule, String sql, String shows, String... also) {
  private static final String MOVEMENTS = "stock is what its movements say";
  private static final String RESERVED = "reserved stock is what open reservations hold";
  private static final String DISCOUNTS = "an order's discount and tax are the sums of its lines'";
  private static final String PROMISED = "what was promised to an order is what is left of it";
  private static final String BROUGHT = "a shipment is where its carrier has brought it";
  private static final String TIMELINE = "an order's status is where its timeline ends";
  private static final String NUMBERS = "the numbers of events have no gap";
  private static final String EVENTS = "events of every aggregate are numbered without gaps";
  private static final String USES = "a limited promotion was used by the orders that hold a use";
  private static final String USERS_USES =
      "a user's uses of a promotion are the user's orders that hold one";
  private static final String SUM = "a balance is the sum of its postings";
  private static final String CHAIN = "every line of a history goes on from the one before it";
  private static final String LAST = "a balance is what the last line of its history says";
  private static final String LINES = "the lines of a history are numbered without gaps";
  private static final String HELD = "held money is what open holds keep back";
  private static final String CAPTURED = "an escrow captured what the order's payments brought";

  private static final List<Damage> OF_STOCK_AND_ORDERS =
      List.of(
          new Damage(
              MOVEMENTS, "UPDATE stock SET on_hand = on_hand + 1 WHERE product_id = 'p1'", "p1"),
          new Damage(
              MOVEMENTS,
              "UPDATE stock SET reserved = reserved + 1 WHERE product_id = 'p1'",
              "p1",
              RESERVED),
          new Damage(
              "movements are of stock that exists",
              """
              INSERT INTO stock_movements
                (product_id, warehouse_id, type, on_hand_delta, reserved_delta, actor, at)
              VALUES ('nothing', 'main', 'COUNTED', 1, 0, 'nobody', :now)""",
              "nothing"),
          new Damage(
              RESERVED,
              "UPDATE reservations SET status = 'RELEASED' WHERE order_id = :byCard",
              "p0"),
          new Damage(
              "order totals are the sums of their lines",
              """
              UPDATE orders SET items_minor = items_minor + 1, total_minor = total_minor + 1
              WHERE id = :byCard""",
              "byCardNumber"),
          new Damage(
              DISCOUNTS,
              "UPDATE order_items SET discount_minor = 1 WHERE order_id = :byCard",
              "byCardNumber"),
          new Damage(
              DISCOUNTS,
              """
              UPDATE orders SET tax_minor = tax_minor + 1, total_minor = total_minor + 1
              WHERE id = :byCard""",
              "byCardNumber"),
          new Damage(
              TIMELINE, "UPDATE orders SET status = 'SHIPPED' WHERE id = :byCard", "byCardNumber"),
          new Damage(
              TIMELINE,
              "DELETE FROM order_transitions WHERE order_id = :cancelled",
              "cancelledNumber"),
          new Damage(
              "a payment's refunds are the sum of its refunds",
              "UPDATE payments SET refunds_minor = refunds_minor - 1 WHERE order_id = :byWallet",
              "refunds_minor=9999"),
          new Damage(
              "an FX order has filled what its trades add up to",
              "UPDATE fx_orders SET filled_minor = filled_minor + 1 WHERE id = :fx",
              "fxNumber"),
          new Damage(
              "an FX order's status is where its timeline ends",
              "UPDATE fx_orders SET status = 'PENDING' WHERE id = :fx",
              "fxNumber"),
          new Damage(NUMBERS, "UPDATE event_numbers SET last = last + 1", "numbered="),
          new Damage(
              "nothing is queued that has not happened",
              "UPDATE events_queued SET last = 1000000",
              "queued=1000000"),
          new Damage(
              EVENTS,
              """
              DELETE FROM outbox
              WHERE aggregate_id = CAST(:byCard AS varchar) AND aggregate_version = 1""",
              "byCard",
              NUMBERS),
          new Damage(
              EVENTS,
              """
              UPDATE outbox SET aggregate_version = 900
              WHERE aggregate_id = CAST(:alice AS varchar) AND aggregate_version = 3""",
              "alice"));

  private static final List<Damage> OF_PARTS_OF_ORDERS =
      List.of(
          new Damage(
              PROMISED, "UPDATE order_items SET cancelled = 1 WHERE order_id = :byCard", "byCard"),
          new Damage(
              PROMISED,
              """
              UPDATE order_items SET cancelled = 0 WHERE order_id = :parts AND product_id = 'p1'""",
              "parts"),
          new Damage(
              PROMISED,
              """
              DELETE FROM reservation_lines WHERE order_id = :parts AND product_id = 'p1'""",
              "parts"),
          new Damage(
              "nothing is promised of what an order has not",
              """
              INSERT INTO reservation_lines
                (order_id, line, product_id, warehouse_id, quantity, shipped, released)
              VALUES (:delivered, 9, 'p1', 'main', 1, 0, 0)""",
              "delivered"),
          new Damage(
              "what has left is in shipments",
              """
              UPDATE shipments SET status = 'PENDING'
              WHERE order_id = :parts AND status = 'SHIPPED'""",
              "parts",
              BROUGHT),
          new Damage(
              BROUGHT,
              "UPDATE shipment_tracking SET status = 'DELIVERED' WHERE shipment_id = :parcel",
              "parcel"),
          new Damage(
              "what has left is in shipments",
              """
              UPDATE shipment_items SET quantity = quantity + 1
              WHERE shipment_id = (SELECT id FROM shipments WHERE order_id = :delivered)""",
              "delivered"),
          new Damage(
              "no more comes back than has arrived",
              """
              UPDATE shipments SET status = 'SHIPPED'
              WHERE order_id = :parts AND status = 'DELIVERED'""",
              "parts"),
          new Damage(
              "what was repaid came back",
              """
              UPDATE order_items SET returned = 2 WHERE order_id = :parts AND product_id = 'p0'""",
              "parts"),
          new Damage(
              "what was repaid came back",
              "UPDATE returns SET status = 'RECEIVED' WHERE order_id = :parts",
              "parts"));

  private static final List<Damage> OF_PROMOTIONS =
      List.of(
          new Damage(
              "the coupon of an order is a promotion of the shop",
              "UPDATE orders SET coupon = 'NOTHING' WHERE id = :byCard",
              "byCardNumber"),
          new Damage(USES, "UPDATE promotions SET used = used + 1", "TEN"),
          new Damage(
              USES, "UPDATE orders SET coupon = NULL WHERE id = :byCoupon", "TEN", USERS_USES),
          new Damage(USERS_USES, "UPDATE promotion_users SET used = used + 1", "TEN"),
          new Damage(USERS_USES, "DELETE FROM promotion_users", "TEN"));

  private static final List<Damage> OF_WALLETS =
      List.of(
          new Damage(
              SUM,
              """
              UPDATE wallet_balances SET total_minor = total_minor + 1
              WHERE wallet_id = :alice AND currency = 'EUR'""",
              "alice",
              LAST),
          new Damage(
              "postings are of wallets that have a balance",
              "DELETE FROM wallet_balances WHERE wallet_id = :bob",
              "bob"),
          new Damage(
              CHAIN,
              """
              UPDATE postings SET balance_after_minor = balance_after_minor + 1
              WHERE owner = :bob AND seq = 1""",
              "bob"),
          new Damage(
              CHAIN,
              """
              UPDATE postings SET balance_after_minor = NULL WHERE owner = :bob AND seq = 1""",
              "bob"),
          new Damage(
              LAST,
              """
              UPDATE postings SET balance_after_minor = balance_after_minor - 1
              WHERE owner = :bob AND seq = 3""",
              "bob",
              CHAIN),
          new Damage(LINES, "UPDATE wallets SET lines = lines + 1 WHERE id = :bob", "bob"),
          new Damage(
              LINES, "UPDATE postings SET seq = seq + 1 WHERE owner = :bob AND seq = 3", "bob"),
          new Damage(
              LINES,
              """
              UPDATE postings SET account = 'FX', owner = NULL
              WHERE owner = :bob AND seq = 2""",
              "bob",
              SUM,
              CHAIN),
          new Damage(HELD, "UPDATE holds SET status = 'RELEASED' WHERE id = :openHold", "alice"),
          new Damage(
              HELD,
              """
              UPDATE wallet_balances SET held_minor = held_minor - 1
              WHERE wallet_id = :alice AND currency = 'USD'""",
              "alice"));

  private static final List<Damage> OF_THE_JOURNAL =
      List.of(
          new Damage(
              "postings sum to zero in every entry and currency",
              """
              UPDATE postings SET amount_minor = amount_minor + 1
              WHERE account = 'CASH_IN' AND entry_id =
                (SELECT entry_id FROM postings WHERE owner = :bob AND seq = 1)""",
              "sum_minor=1"),
          new Damage(
              "every entry has two postings or more",
              """
              INSERT INTO journal_entries (id, type, actor, at)
              VALUES (CAST('00000000-0000-7000-8000-000000000001' AS uuid), 'ADD', 'nobody', :now)
              """,
              "00000000-0000-7000-8000-000000000001"),
          new Damage(
              "captured less refunded is escrow and revenue",
              """
              UPDATE postings SET account = 'FX', owner = NULL
              WHERE account = 'ESCROW' AND owner = :byCard""",
              "byCard"),
          new Damage(
              "what an order has earned is posted as revenue",
              "UPDATE postings SET account = 'FX' WHERE account = 'REVENUE'",
              "delivered"),
          new Damage(
              CAPTURED,
              "UPDATE payments SET amount_minor = amount_minor + 1 WHERE order_id = :byCard",
              "byCard"),
          new Damage(
              CAPTURED, "UPDATE payments SET status = 'FAILED' WHERE order_id = :byCard", "byCard"),
          new Damage(CAPTURED, "DELETE FROM payments WHERE order_id = :byCard", "byCard"),
          new Damage(CAPTURED, "DELETE FROM escrows WHERE order_id = :byCard", "byCard"),
          new Damage(
              "an escrow gave back what the order's refunds say",
              """
              UPDATE refunds SET done = FALSE
              WHERE payment_id = (SELECT id FROM payments WHERE order_id = :byWallet)""",
              "byWallet"));

  /** A damage for every rule, some for several ways to break it. */
  static Stream<Damage> all() {
    return Stream.of(
            OF_STOCK_AND_ORDERS, OF_PARTS_OF_ORDERS, OF_PROMOTIONS, OF_WALLETS, OF_THE_JOURNAL)
        .flatMap(List::stream);
  }

  /** All rules it breaks. */
  Set<String> rules() {
    Set<String> all = new TreeSet<>(List.of(also));
    all.add(rule);
    return all;
  }
}
