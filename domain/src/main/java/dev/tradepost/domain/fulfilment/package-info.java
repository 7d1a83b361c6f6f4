/** Shipments: what left which warehouse for which order. */
package dev.tradepost.domain.fulfilment;
