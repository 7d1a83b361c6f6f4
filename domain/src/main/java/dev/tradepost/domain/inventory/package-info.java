/** Stock per product and warehouse, and what orders have reserved of it. */
package dev.tradepost.domain.inventory;
