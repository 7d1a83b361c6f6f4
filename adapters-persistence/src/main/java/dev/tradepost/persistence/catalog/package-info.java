/** Products in the database. */
package dev.tradepost.persistence.catalog;
