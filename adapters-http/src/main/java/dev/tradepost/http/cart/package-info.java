/** Routes of the caller's cart. */
package dev.tradepost.http.cart;
