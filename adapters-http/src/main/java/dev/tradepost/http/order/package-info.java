/** Routes of orders. */
package dev.tradepost.http.order;
