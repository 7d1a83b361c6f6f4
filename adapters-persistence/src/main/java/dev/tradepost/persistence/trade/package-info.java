/** Orders of currencies and trades in the database. */
package dev.tradepost.persistence.trade;
