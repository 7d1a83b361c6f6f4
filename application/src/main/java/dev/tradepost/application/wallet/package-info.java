/** Wallets: money in, out and between, holds, approvals, banks; each command one transaction. */
package dev.tradepost.application.wallet;
