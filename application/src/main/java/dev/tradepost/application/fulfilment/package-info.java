/** Sending orders out in parts, and taking parts of them back. */
package dev.tradepost.application.fulfilment;
