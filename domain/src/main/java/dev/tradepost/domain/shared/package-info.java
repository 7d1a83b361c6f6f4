/** What every feature of the trade speaks: money, ids, changes, lifecycles and refusals. */
package dev.tradepost.domain.shared;
