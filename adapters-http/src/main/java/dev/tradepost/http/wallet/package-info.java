/** Routes of wallets. */
package dev.tradepost.http.wallet;
