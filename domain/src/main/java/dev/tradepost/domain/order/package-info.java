/** Orders of goods: lines with locked prices, and the lifecycle each order was created under. */
package dev.tradepost.domain.order;
