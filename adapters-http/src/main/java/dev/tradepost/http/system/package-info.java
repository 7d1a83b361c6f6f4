/** Routes about the server itself: health, metrics, its contract and its documents. */
package dev.tradepost.http.system;
