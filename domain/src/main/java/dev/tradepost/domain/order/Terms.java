package dev.tradepost.domain.order;

import java.util.Optional;

/**
 * What an order was placed with beside its lines.
 *
 * @param coupon the code that gave its discount
 */
public record Terms(
    Optional<Address> shippingAddress, Optional<Address> billingAddress, Optional<String> coupon) {

  public static final Terms NONE = new Terms(Optional.empty(), Optional.empty(), Optional.empty());
}
