/** What the shop does with warehouses and stock. */
package dev.tradepost.application.inventory;
