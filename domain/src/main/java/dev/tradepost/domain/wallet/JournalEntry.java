package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Stamp;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One movement of money: postings that sum to zero in every currency. It cannot be made otherwise,
 * and once written it is never changed; a correction is a new entry.
 *
 * @param reference what it belongs to and what links its two sides; empty for a plain add or deduct
 * @param category what the user files it under
 * @param detail what a reader of the journal should know, such as the rate of a conversion
 */
public record JournalEntry(
    EntryId id,
    EntryType type,
    List<Posting> postings,
    Optional<UUID> reference,
    Optional<String> category,
    Optional<String> detail,
    Stamp stamp) {

  public JournalEntry {
    Objects.requireNonNull(id);
    Objects.requireNonNull(type);
    Objects.requireNonNull(stamp);
    postings = List.copyOf(postings);
    Map<Currency, Money> sums = new HashMap<>();
    postings.forEach(it -> sums.merge(it.amount().currency(), it.amount(), Money::plus));
    if (postings.size() < 2 || !sums.values().stream().allMatch(Money::isZero)) {
      throw new IllegalArgumentException("an entry must sum to zero, this one to " + sums);
    }
  }

  /** The line of this wallet; of the first, where money moved inside it. */
  public Optional<Posting> of(Account account) {
    return postings.stream().filter(it -> it.account().equals(account)).findFirst();
  }

  /** The wallet a transfer came from. */
  public Optional<UUID> payer() {
    return side(MovementType.TRANSFER_OUT);
  }

  /** The wallet a transfer went to. */
  public Optional<UUID> payee() {
    return side(MovementType.TRANSFER_IN);
  }

  private Optional<UUID> side(MovementType type) {
    return postings.stream()
        .filter(it -> it.line().map(line -> line.type() == type).orElse(false))
        .findFirst()
        .flatMap(it -> it.account().owner());
  }
}
