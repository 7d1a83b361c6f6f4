/** What a user means to buy. A cart reserves nothing. */
package dev.tradepost.domain.cart;
