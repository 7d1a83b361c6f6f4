/** Routes of payments. */
package dev.tradepost.http.payment;
