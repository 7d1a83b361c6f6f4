/** What is done with webhooks: registering them, and telling them of events. */
package dev.tradepost.application.webhook;
