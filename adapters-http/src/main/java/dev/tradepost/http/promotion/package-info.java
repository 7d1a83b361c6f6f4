/** Routes of promotions. */
package dev.tradepost.http.promotion;
