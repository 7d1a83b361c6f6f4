/** What takes more than one transaction: loops of use cases and calls outside, bounded. */
package dev.tradepost.application.process;
