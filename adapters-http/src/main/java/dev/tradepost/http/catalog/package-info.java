/** Routes of the catalogue. */
package dev.tradepost.http.catalog;
