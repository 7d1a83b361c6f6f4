package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.WalletId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One movement of money while it is put together. Every leg changes its account and writes its
 * posting in one step, so neither can be forgotten; {@link #done} refuses what does not sum to
 * zero. It is used once, within one command.
 */
public final class Booking {
  private static final int MAX_CATEGORY = 40;

  private final EntryId id;
  private final EntryType type;
  private final Supplier<UUID> ids;
  private final WalletPolicy policy;
  private final Stamp stamp;
  private final Map<WalletId, Change<Wallet>> wallets = new LinkedHashMap<>();
  private final Map<HoldId, Change<Hold>> holds = new LinkedHashMap<>();
  private final Map<OrderId, Change<Escrow>> escrows = new LinkedHashMap<>();
  private final List<Posting> postings = new ArrayList<>();
  private Optional<UUID> reference = Optional.empty();
  private Optional<String> category = Optional.empty();
  private Optional<String> detail = Optional.empty();

  private Booking(EntryType type, Supplier<UUID> ids, WalletPolicy policy, Stamp stamp) {
    this.id = new EntryId(ids.get());
    this.type = type;
    this.ids = ids;
    this.policy = policy;
    this.stamp = stamp;
  }

  /**
   * Begins a movement.
   *
   * @param ids where the ids of the entry and of its lines come from
   */
  public static Booking of(EntryType type, Supplier<UUID> ids, WalletPolicy policy, Stamp stamp) {
    return new Booking(type, ids, policy, stamp);
  }

  /** Goes on from a wallet that has let holds go in the same command; both are saved together. */
  public Booking after(HeldFunds settled) {
    wallets.put(settled.state().id(), settled.wallet());
    settled.holds().forEach(it -> holds.put(it.state().id(), it));
    return this;
  }

  /** What the movement belongs to. */
  public Booking referringTo(UUID what) {
    reference = Optional.of(what);
    return this;
  }

  /** Its lines refer to each other. */
  public Booking linked() {
    return referringTo(id.value());
  }

  /** What the user files it under. */
  public Booking in(Optional<String> userCategory) {
    userCategory.ifPresent(text -> Text.require("category", text, MAX_CATEGORY));
    category = userCategory;
    return this;
  }

  /** What a reader of the journal should know. */
  public Booking because(String text) {
    detail = Optional.of(text);
    return this;
  }

  /** Takes money that can be spent; refuses what is frozen, limited or not there. */
  public Booking take(Wallet wallet, Money money) {
    Wallet now = current(wallet);
    now.requireDebits();
    Balance balance = now.balance(money.requirePositive().currency());
    if (type.isSpending()) {
      balance.requireWithinLimits(money, policy, stamp.at());
    }
    balance.requireAvailable(money);
    return debit(now, balance, money);
  }

  /** Takes money that was held for this; it was within the limits when it was held. */
  public Booking take(Wallet wallet, Hold hold, Money money) {
    hold.requireOf(wallet);
    change(holds, hold.id(), hold, it -> it.capture(money, stamp));
    Wallet now = current(wallet);
    Balance balance = now.balance(money.currency());
    return debit(now, balance.withHeld(balance.held().minus(money)), money);
  }

  /** Lets go what is left of a hold; the money stays where it is. */
  public Booking release(Wallet wallet, Hold hold) {
    Change<Hold> change = holds.getOrDefault(hold.id(), new Change<>(hold, List.of()));
    if (change.state().open().isPositive()) {
      HeldFunds freed = change.state().release(current(wallet), stamp);
      holds.put(hold.id(), change.then(it -> freed.holds().get(0)));
      change(wallet, it -> freed.wallet());
    }
    return this;
  }

  private Booking debit(Wallet wallet, Balance balance, Money money) {
    MovementType movement =
        type == EntryType.TRANSFER ? MovementType.TRANSFER_OUT : MovementType.DEBIT;
    Balance after = balance.debited(money, type.isSpending(), policy, stamp.at());
    return move(wallet, movement, after, money, money.times(-1));
  }

  /** Puts money into a wallet; refuses where credits are frozen. */
  public Booking give(Wallet wallet, Money money) {
    Wallet now = current(wallet);
    now.requireCredits();
    return credit(now, money);
  }

  /**
   * Puts money into a wallet whatever its state, because it has come in already: a refund, or a
   * deposit that the bank has made. A closed wallet is opened for it.
   */
  public Booking giveAlways(Wallet wallet, Money money) {
    Wallet now = current(wallet);
    if (now.status() == WalletStatus.CLOSED) {
      change(now, it -> it.reopen("Money came in", stamp));
    }
    return credit(current(now), money);
  }

  private Booking credit(Wallet wallet, Money money) {
    MovementType movement =
        type == EntryType.TRANSFER ? MovementType.TRANSFER_IN : MovementType.CREDIT;
    Balance after = wallet.balance(money.requirePositive().currency()).credited(money);
    return move(wallet, movement, after, money, money);
  }

  /** Captured money of an order comes to its escrow. */
  public Booking intoEscrow(Escrow escrow, Money money) {
    change(escrows, escrow.orderId(), escrow, it -> it.capture(money));
    return post(Account.of(escrow.orderId()), money);
  }

  /** Money goes back out of an order's escrow, or out of the revenue it has become. */
  public Booking outOfEscrow(Escrow escrow, Money money) {
    Money earnedBefore = latest(escrow).earned();
    change(escrows, escrow.orderId(), escrow, it -> it.refund(money));
    Money fromEarned = earnedBefore.minus(latest(escrow).earned());
    post(Account.of(escrow.orderId()), fromEarned.minus(money));
    return post(Account.house(Account.Kind.REVENUE), fromEarned.times(-1));
  }

  /** What is left in an order's escrow becomes revenue. */
  public Booking earn(Escrow escrow) {
    Money all = latest(escrow).left();
    change(escrows, escrow.orderId(), escrow, Escrow::earn);
    post(Account.of(escrow.orderId()), all.times(-1));
    return post(Account.house(Account.Kind.REVENUE), all);
  }

  /** The house's side: what an account of its own gains, or gives where negative. */
  public Booking house(Account.Kind account, Money gain) {
    return post(Account.house(account), gain);
  }

  /** The finished movement. */
  public Booked done() {
    JournalEntry entry = new JournalEntry(id, type, postings, reference, category, detail, stamp);
    return new Booked(entry, wallets, List.copyOf(holds.values()), List.copyOf(escrows.values()));
  }

  private Booking move(
      Wallet wallet, MovementType movement, Balance after, Money amount, Money gain) {
    UUID line = ids.get();
    change(
        wallet,
        it ->
            it.moved(
                after,
                new WalletEvent.MoneyMoved(
                    it.id(), line, movement, type, amount, after.total(), reference, category),
                stamp));
    Wallet moved = current(wallet);
    Posting.Line history =
        new Posting.Line(line, moved.lines(), movement, after.total(), moved.updatedAt());
    postings.add(new Posting(Account.of(wallet.id()), gain, Optional.of(history)));
    return this;
  }

  private Booking post(Account account, Money gain) {
    if (!gain.isZero()) {
      postings.add(new Posting(account, gain, Optional.empty()));
    }
    return this;
  }

  private Wallet current(Wallet wallet) {
    Change<Wallet> change = wallets.get(wallet.id());
    return change == null ? wallet : change.state();
  }

  private Escrow latest(Escrow escrow) {
    Change<Escrow> change = escrows.get(escrow.orderId());
    return change == null ? escrow : change.state();
  }

  private void change(Wallet wallet, Function<Wallet, Change<Wallet>> verb) {
    change(wallets, wallet.id(), wallet, verb);
  }

  /** Does one verb more to something, on the state that earlier legs left it in. */
  private static <K, T> void change(
      Map<K, Change<T>> all, K id, T asGot, Function<T, Change<T>> verb) {
    Change<T> before = all.getOrDefault(id, new Change<>(asGot, List.of()));
    all.put(id, before.then(verb));
  }
}
