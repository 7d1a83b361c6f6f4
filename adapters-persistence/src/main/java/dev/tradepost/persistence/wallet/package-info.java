/** Wallets, holds, escrows and the journal in the database. */
package dev.tradepost.persistence.wallet;
