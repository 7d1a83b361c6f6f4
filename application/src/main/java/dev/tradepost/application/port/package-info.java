/** What the application needs of its surroundings. */
package dev.tradepost.application.port;
