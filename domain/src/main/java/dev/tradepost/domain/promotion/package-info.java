/** What the shop takes off the prices of an order for whoever knows a code. */
package dev.tradepost.domain.promotion;
