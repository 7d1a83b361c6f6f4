/** What happens to orders, told while it happens. */
package dev.tradepost.http.live;
