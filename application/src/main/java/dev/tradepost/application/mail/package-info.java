/** Mails to customers: which events are worth one, and its words. */
package dev.tradepost.application.mail;
