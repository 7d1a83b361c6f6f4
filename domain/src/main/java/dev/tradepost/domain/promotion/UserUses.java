package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.util.Comparator;
import java.util.Optional;

/**
 * How often one user has used a promotion that limits its users. It is counted apart from the
 * promotion, so that users do not wait for one another.
 *
 * @param used how many of the user's orders hold a use
 */
public record UserUses(Id id, int used, long version) implements Aggregate {

  public UserUses {
    if (used < 0) {
      throw new IllegalArgumentException("used " + used + " times");
    }
  }

  /** Whose uses of which promotion. */
  public record Id(PromotionCode code, UserId user) implements Comparable<Id> {
    private static final Comparator<Id> ORDER =
        Comparator.comparing(Id::code).thenComparing(Id::user);

    @Override
    public int compareTo(Id other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return code + ":" + user;
    }
  }

  /** Of a user who has not used it yet. */
  public static UserUses none(Id id) {
    return new UserUses(id, 0, 0);
  }

  /** Counts one more; refuses more than so many. */
  Change<UserUses> use(OrderId order, int limit) {
    if (used >= limit) {
      throw new Rejection(
          PromotionReason.COUPON_LIMIT_PER_USER,
          "one user can use " + id.code + " for " + limit + " orders, and this one has");
    }
    return counted(order, used + 1);
  }

  /** Counts one less, because its order was called off. */
  Change<UserUses> giveBack(OrderId order) {
    if (used == 0) {
      throw new IllegalStateException("order " + order + " holds no use of " + id);
    }
    return counted(order, used - 1);
  }

  private Change<UserUses> counted(OrderId order, int now) {
    return Change.of(
        new UserUses(id, now, version + 1),
        new UserUsesEvent.Counted(id.code, id.user, order, now));
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(id.user);
  }
}
