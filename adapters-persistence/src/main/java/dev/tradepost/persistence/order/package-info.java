/** Orders of goods in the database. */
package dev.tradepost.persistence.order;
