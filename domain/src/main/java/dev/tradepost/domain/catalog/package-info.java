/** Products and their prices. Knows nothing of stock or orders. */
package dev.tradepost.domain.catalog;
