/** Routes of warehouses and stock. */
package dev.tradepost.http.inventory;
