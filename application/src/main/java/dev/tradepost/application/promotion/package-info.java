/** Promotions as the staff make them and orders use them. */
package dev.tradepost.application.promotion;
