/** The ports in memory: the obvious implementation, for tests, demos and embedders. */
package dev.tradepost.application.memory;
