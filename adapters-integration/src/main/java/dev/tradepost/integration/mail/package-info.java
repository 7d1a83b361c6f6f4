/** A mail server over SMTP. */
package dev.tradepost.integration.mail;
