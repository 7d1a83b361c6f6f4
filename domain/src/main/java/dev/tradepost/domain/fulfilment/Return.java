package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.fulfilment.ReturnAction.APPROVE;
import static dev.tradepost.domain.fulfilment.ReturnAction.RECEIVE;
import static dev.tradepost.domain.fulfilment.ReturnAction.REFUND;
import static dev.tradepost.domain.fulfilment.ReturnAction.REJECT;
import static dev.tradepost.domain.fulfilment.ReturnStatus.APPROVED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.RECEIVED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.REFUNDED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.REJECTED;
import static dev.tradepost.domain.fulfilment.ReturnStatus.REQUESTED;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Pieces of an order on their way back, and their money. An order can have several; each is
 * decided, received and repaid by itself.
 *
 * @param reason why the customer sends them back, at most 500 characters
 * @param refunded what was given back for it
 */
public record Return(
    ReturnId id,
    OrderId orderId,
    UserId userId,
    List<Item> items,
    String reason,
    ReturnStatus status,
    Optional<Money> refunded,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** The one table every return follows; what is not worth the freight is repaid at once. */
  public static final Lifecycle<ReturnStatus, ReturnAction> LIFECYCLE =
      Lifecycle.<ReturnStatus, ReturnAction>named("return", REQUESTED)
          .allow(REQUESTED, APPROVE, APPROVED)
          .allow(REQUESTED, REJECT, REJECTED)
          .allow(APPROVED, RECEIVE, RECEIVED)
          .allow(APPROVED, REFUND, REFUNDED)
          .allow(RECEIVED, REFUND, REFUNDED)
          .build();

  public Return {
    items = List.copyOf(items);
    Text.require("reason", reason, 500);
  }

  /**
   * Some pieces of one product.
   *
   * @param quantity how many are to come back
   * @param received how many have; empty before they did
   * @param restocked how many of them can be sold again
   */
  public record Item(ProductId productId, int quantity, Optional<Integer> received, int restocked) {
    public Item {
      Objects.requireNonNull(productId);
      Quantities.requirePositive(quantity);
      int came = received.orElse(0);
      if (came < 0 || came > quantity || restocked < 0 || restocked > came) {
        throw new IllegalArgumentException(
            restocked + " restocked of " + came + " received of " + quantity);
      }
    }

    public Item(ProductId productId, int quantity) {
      this(productId, quantity, Optional.empty(), 0);
    }

    /** How many pieces it is about: those that came, and before that those that are to come. */
    public int pieces() {
      return received.orElse(quantity);
    }
  }

  /** Asks to send pieces back; whether that many were delivered is not seen here. */
  public static Change<Return> request(
      ReturnId id,
      OrderId order,
      UserId user,
      Map<ProductId, Integer> pieces,
      String reason,
      Stamp stamp) {
    if (pieces.isEmpty()) {
      throw new Rejection(FulfilmentReason.RETURN_EMPTY, "a return needs one item or more")
          .at("items");
    }
    List<Item> items =
        pieces.entrySet().stream().map(it -> new Item(it.getKey(), it.getValue())).toList();
    Instant now = stamp.at();
    Return asked =
        new Return(id, order, user, items, reason, REQUESTED, Optional.empty(), now, now, 1);
    return Change.of(asked, new ReturnEvent.Requested(id, order, items, reason));
  }

  /** Whether its pieces are on their way back or have come back. */
  public boolean counts() {
    return status != REJECTED;
  }

  /** The pieces it is about, by product; none of a product of which nothing came. */
  public Map<ProductId, Integer> pieces() {
    Map<ProductId, Integer> pieces = new LinkedHashMap<>();
    items.stream()
        .filter(item -> item.pieces() > 0)
        .forEach(item -> pieces.put(item.productId(), item.pieces()));
    return pieces;
  }

  public Change<Return> approve(Stamp stamp) {
    return move(APPROVE, items, refunded, stamp);
  }

  public Change<Return> reject(Stamp stamp) {
    return move(REJECT, items, refunded, stamp);
  }

  /**
   * The parcel is here. What is not named has not come.
   *
   * @param came how many pieces of each product came
   * @param sound how many of them can be sold again
   */
  public Change<Return> receive(
      Map<ProductId, Integer> came, Map<ProductId, Integer> sound, Stamp stamp) {
    LIFECYCLE.after(status, RECEIVE);
    came.forEach(this::requireAtMost);
    List<Item> after =
        items.stream()
            .map(
                item ->
                    new Item(
                        item.productId(),
                        item.quantity(),
                        Optional.of(came.getOrDefault(item.productId(), 0)),
                        sound.getOrDefault(item.productId(), 0)))
            .toList();
    return move(RECEIVE, after, refunded, stamp);
  }

  private void requireAtMost(ProductId product, int came) {
    Item item =
        items.stream()
            .filter(it -> it.productId().equals(product))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection(
                            FulfilmentReason.NOT_IN_RETURN,
                            "product " + product + " is not in this return")
                        .at("items"));
    if (came > item.quantity()) {
      throw new Rejection(
              FulfilmentReason.MORE_THAN_RETURNED,
              item.quantity() + " of product " + product + " were to come, not " + came)
          .at("items");
    }
  }

  /** Its money was given back, which may be nothing. */
  public Change<Return> refund(Money amount, Stamp stamp) {
    return move(REFUND, items, Optional.of(amount), stamp);
  }

  private Change<Return> move(
      ReturnAction action, List<Item> newItems, Optional<Money> money, Stamp stamp) {
    ReturnStatus next = LIFECYCLE.after(status, action);
    Return moved =
        new Return(
            id, orderId, userId, newItems, reason, next, money, createdAt, stamp.at(), version + 1);
    return Change.of(moved, new ReturnEvent.StatusChanged(id, orderId, status, next, newItems));
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
