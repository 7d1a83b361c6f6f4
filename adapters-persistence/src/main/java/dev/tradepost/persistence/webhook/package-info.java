/** Webhooks and their deliveries in tables. */
package dev.tradepost.persistence.webhook;
