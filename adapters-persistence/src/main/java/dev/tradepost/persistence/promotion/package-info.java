/** Promotions and their uses in the database. */
package dev.tradepost.persistence.promotion;
