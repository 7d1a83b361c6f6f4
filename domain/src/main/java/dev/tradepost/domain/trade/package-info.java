/** Orders of currencies and the trades that fill them. */
package dev.tradepost.domain.trade;
