package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.forbidden;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why a wallet refuses. */
public enum WalletReason implements Reason {
  WALLET_NOT_FOUND(
      notFound(
          "There is no wallet of this id, or it is another user's.",
          "Use the walletId from GET /wallet/mine, or make a wallet with POST /wallet/create.")),
  HOLD_NOT_FOUND(
      notFound(
          "There is no hold of this id, or it is another user's.",
          "Use an id that POST /wallet/{id}/holds has answered.")),
  APPROVAL_NOT_FOUND(
      notFound(
          "There is no approval of this id, or it is another user's.",
          "Use the approvalId that the transfer has answered.")),
  BANK_TRANSFER_NOT_FOUND(
      notFound(
          "There is no deposit or withdrawal of this id, or it is another user's.",
          "Use an id that a deposit or withdrawal has answered.")),
  WALLET_EXISTS(
      conflict(
          "The user has a wallet already; one wallet has a balance in each currency.",
          "Use the wallet from GET /wallet/mine.")),
  SAME_WALLET(invalid("A transfer names the same wallet twice.", "Send two different wallet ids.")),
  SAME_CURRENCY(
      invalid("A conversion names the same currency twice.", "Send two different currencies.")),
  NO_EXCHANGE_RATE(
      invalid("The shop's table has no rate for the currency.", "Use a currency the table knows.")),
  TOO_SMALL_TO_CONVERT(
      invalid(
          "The amount is worth less than the smallest unit of the other currency.",
          "Convert a larger amount.")),
  LIMIT_NEGATIVE(
      invalid("A limit was below zero.", "Send 0 or more, or null for no limit of its own.")),
  NOTHING_TO_FREEZE(
      invalid(
          "Neither debits nor credits were asked to be frozen.",
          "Send debits or credits as true; to end a freeze, use POST /wallet/{id}/unfreeze.")),
  HOLD_TOO_LONG(
      invalid(
          "A hold would end before it begins, or last longer than it may.",
          "Send expiresInSeconds from 1 to 2678400, which is 31 days.")),
  WALLET_CLOSED(
      conflict(
          "The wallet is closed; only a refund of an order, or a deposit on its way, reaches it.",
          "Ask the shop's staff to open it again.")),
  WALLET_FROZEN(
      conflict(
          "The wallet is frozen for this kind of movement.",
          "Ask the shop's staff to unfreeze it.")),
  WALLET_NOT_EMPTY(
      conflict(
          "A wallet with money or holds in it cannot be closed.",
          "Spend or withdraw what is left, and release its holds.")),
  LIMIT_EXCEEDED(
      conflict(
          "The movement would pass a limit of the wallet: per transaction, a day or a month.",
          "Move less, wait for the next day or month, or ask the shop's staff for another limit.")),
  INSUFFICIENT_FUNDS(
      invalid(
          "The wallet has less to spend than was asked for; held money cannot be spent.",
          "Ask for at most what is available, or add money first.")),
  CAPTURE_EXCEEDS_HOLD(
      conflict(
          "More was to be captured than is left of the hold.", "Capture at most what remains.")),
  REFUND_EXCEEDS_ESCROW(
      conflict(
          "More was to be given back than was captured for the order and not given back yet.",
          "Refund at most what is left.")),
  TRANSFER_BLOCKED(
      forbidden(
          "A rule against fraud blocked the transfer; the decision was kept.",
          "Ask the shop's staff, who can see which rule decided.")),
  APPROVAL_ENDED(
      conflict(
          "The approval was used, has expired, or was given up after too many wrong codes.",
          "Send the transfer again.")),
  WRONG_CODE(
      forbidden(
          "The one-time code is not the one that was sent.",
          "Send the six digits of the latest message; three wrong ones end the approval.")),
  STAFF_APPROVES(
      forbidden(
          "A rule against fraud asks for a person of the shop to approve this transfer.",
          "Wait for the shop's staff; a code does not help."));

  private final Meaning meaning;

  WalletReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
