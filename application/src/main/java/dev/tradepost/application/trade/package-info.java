/** Orders of currencies: placed, filled by trades, amended, called off; settled in wallets. */
package dev.tradepost.application.trade;
