/** Shipments in the database. */
package dev.tradepost.persistence.fulfilment;
