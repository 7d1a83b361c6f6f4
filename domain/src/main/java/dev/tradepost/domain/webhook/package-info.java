/** Receivers outside the house that are told of events, and each telling of one. */
package dev.tradepost.domain.webhook;
