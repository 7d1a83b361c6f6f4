/** What users do with their carts; checking out is where a cart becomes an order. */
package dev.tradepost.application.cart;
