/** Mails in the database. */
package dev.tradepost.persistence.mail;
