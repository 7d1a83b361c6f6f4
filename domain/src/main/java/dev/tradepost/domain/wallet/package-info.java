/** Money of users: wallets, holds and escrows over one double-entry journal. */
package dev.tradepost.domain.wallet;
