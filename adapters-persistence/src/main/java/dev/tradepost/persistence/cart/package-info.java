/** Carts in the database. */
package dev.tradepost.persistence.cart;
