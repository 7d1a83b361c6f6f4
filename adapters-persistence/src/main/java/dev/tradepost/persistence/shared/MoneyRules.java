package dev.tradepost.persistence.shared;

import dev.tradepost.persistence.shared.Invariants.Rule;
import java.util.List;

/** What must always hold of wallets, holds, escrows and the journal. */
final class MoneyRules {
  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "postings sum to zero in every entry and currency",
              """
              SELECT entry_id, currency, SUM(amount_minor) AS sum_minor
              FROM postings GROUP BY entry_id, currency HAVING SUM(amount_minor) <> 0"""),
          Rule.of(
              "every entry has two postings or more",
              """
              SELECT e.id FROM journal_entries e LEFT JOIN postings p ON p.entry_id = e.id
              GROUP BY e.id HAVING COUNT(p.line) < 2"""),
          Rule.atStart(
              "a balance is the sum of its postings",
              """
              SELECT b.wallet_id, b.currency, b.total_minor, p.sum_minor
              FROM wallet_balances b LEFT JOIN (
                SELECT owner, currency, SUM(amount_minor) AS sum_minor
                FROM postings WHERE account = 'WALLET' GROUP BY owner, currency) p
                ON p.owner = b.wallet_id AND p.currency = b.currency
              WHERE b.total_minor <> COALESCE(p.sum_minor, 0)"""),
          Rule.of(
              "postings are of wallets that have a balance",
              """
              SELECT p.owner, p.currency
              FROM postings p LEFT JOIN wallet_balances b
                ON b.wallet_id = p.owner AND b.currency = p.currency
              WHERE p.account = 'WALLET' AND b.total_minor IS NULL"""),
          Rule.of(
              "every line of a history goes on from the one before it",
              """
              SELECT owner, seq, currency, amount_minor, before_minor, balance_after_minor
              FROM (
                SELECT owner, seq, currency, amount_minor, balance_after_minor,
                  LAG(balance_after_minor) OVER (PARTITION BY owner, currency ORDER BY seq)
                    AS before_minor
                FROM postings WHERE account = 'WALLET') h
              WHERE balance_after_minor IS NULL
                OR balance_after_minor <> COALESCE(before_minor, 0) + amount_minor"""),
          Rule.atStart(
              "a balance is what the last line of its history says",
              """
              SELECT b.wallet_id, b.currency, b.total_minor, p.balance_after_minor
              FROM wallet_balances b
              JOIN (
                SELECT owner, currency, MAX(seq) AS last_seq
                FROM postings WHERE account = 'WALLET' GROUP BY owner, currency) l
                ON l.owner = b.wallet_id AND l.currency = b.currency
              JOIN postings p ON p.owner = l.owner AND p.seq = l.last_seq
              WHERE p.balance_after_minor <> b.total_minor"""),
          Rule.of(
              "the lines of a history are numbered without gaps",
              """
              SELECT w.id, w.lines, h.last_seq, h.number
              FROM wallets w LEFT JOIN (
                SELECT owner, MAX(seq) AS last_seq, COUNT(*) AS number
                FROM postings WHERE account = 'WALLET' GROUP BY owner) h ON h.owner = w.id
              WHERE w.lines <> COALESCE(h.last_seq, 0) OR w.lines <> COALESCE(h.number, 0)"""),
          Rule.atStart(
              "held money is what open holds keep back",
              """
              SELECT b.wallet_id, b.currency, b.held_minor, h.open_minor
              FROM wallet_balances b LEFT JOIN (
                SELECT wallet_id, currency, SUM(amount_minor - captured_minor) AS open_minor
                FROM holds WHERE status = 'OPEN' GROUP BY wallet_id, currency) h
                ON h.wallet_id = b.wallet_id AND h.currency = b.currency
              WHERE b.held_minor <> COALESCE(h.open_minor, 0)"""),
          Rule.of(
              "captured less refunded is escrow and revenue",
              """
              SELECT s.order_id, s.captured_minor, s.refunded_minor, s.earned_minor, p.sum_minor
              FROM escrows s LEFT JOIN (
                SELECT owner, SUM(amount_minor) AS sum_minor
                FROM postings WHERE account = 'ESCROW' GROUP BY owner) p ON p.owner = s.order_id
              WHERE s.captured_minor - s.refunded_minor - s.earned_minor
                <> COALESCE(p.sum_minor, 0)"""),
          Rule.of(
              "what an order has earned is posted as revenue",
              """
              SELECT s.order_id, s.earned_minor, r.sum_minor
              FROM escrows s LEFT JOIN (
                SELECT e.reference, SUM(p.amount_minor) AS sum_minor
                FROM postings p JOIN journal_entries e ON e.id = p.entry_id
                WHERE p.account = 'REVENUE' GROUP BY e.reference) r
                ON r.reference = s.order_id
              WHERE s.earned_minor <> COALESCE(r.sum_minor, 0)"""),
          Rule.atStart(
              "an escrow captured what the order's payments brought",
              """
              SELECT o.id AS order_id, s.captured_minor, p.paid_minor
              FROM orders o LEFT JOIN escrows s ON s.order_id = o.id LEFT JOIN (
                SELECT order_id, SUM(amount_minor) AS paid_minor FROM payments
                WHERE status IN ('CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED')
                GROUP BY order_id) p ON p.order_id = o.id
              WHERE COALESCE(s.captured_minor, 0) <> COALESCE(p.paid_minor, 0)"""),
          Rule.of(
              "an escrow gave back what the order's refunds say",
              """
              SELECT s.order_id, s.refunded_minor, r.sum_minor
              FROM escrows s LEFT JOIN (
                SELECT p.order_id, SUM(f.amount_minor) AS sum_minor
                FROM payments p JOIN refunds f ON f.payment_id = p.id
                WHERE f.done = TRUE GROUP BY p.order_id) r ON r.order_id = s.order_id
              WHERE s.refunded_minor <> COALESCE(r.sum_minor, 0)"""));

  private MoneyRules() {}
}
