/** Payments for orders: authorised, captured, refunded, never more than was captured. */
package dev.tradepost.domain.payment;
