package dev.tradepost.domain.order;

import java.util.Optional;

/**
 * What an order was placed with beside its lines.
 *
 * @param coupon the code that gave its discount
 * @param tax how its tax was computed
 */
public record Terms(
    Optional<Address> shippingAddress,
    Optional<Address> billingAddress,
    Optional<String> coupon,
    TaxRule tax) {

  public static final Terms NONE = new Terms(Optional.empty(), Optional.empty(), Optional.empty());

  /** Terms of a request: the shop finds the tax when it places the order. */
  public Terms(
      Optional<Address> shippingAddress,
      Optional<Address> billingAddress,
      Optional<String> coupon) {
    this(shippingAddress, billingAddress, coupon, TaxRule.NONE);
  }

  /** The same, taxed by this rule. */
  public Terms taxedBy(TaxRule rule) {
    return new Terms(shippingAddress, billingAddress, coupon, rule);
  }
}
