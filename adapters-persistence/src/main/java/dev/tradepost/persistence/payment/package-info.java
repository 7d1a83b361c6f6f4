/** Payments in the database. */
package dev.tradepost.persistence.payment;
