/** Webhooks: who is told of events outside the house, and what became of the telling. */
package dev.tradepost.http.webhook;
