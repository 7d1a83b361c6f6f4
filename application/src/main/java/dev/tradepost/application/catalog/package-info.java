/** What the shop does with its products. */
package dev.tradepost.application.catalog;
