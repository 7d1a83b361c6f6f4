/** Warehouses, stock and reservations in the database. */
package dev.tradepost.persistence.inventory;
