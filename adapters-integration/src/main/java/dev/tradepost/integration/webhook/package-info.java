/** Receivers of webhooks over HTTP. */
package dev.tradepost.integration.webhook;
