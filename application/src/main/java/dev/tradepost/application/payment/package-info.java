/** The steps of a payment, each one transaction. */
package dev.tradepost.application.payment;
