/** Tickets for sockets of browsers, which cannot send a token when they connect. */
package dev.tradepost.application.live;
