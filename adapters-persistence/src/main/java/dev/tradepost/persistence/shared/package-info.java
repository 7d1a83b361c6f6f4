/** The database itself: opening it, units of work, and what all stores do alike. */
package dev.tradepost.persistence.shared;
