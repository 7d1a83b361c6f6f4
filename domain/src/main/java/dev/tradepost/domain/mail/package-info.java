/** Mails to customers about their orders, and the handing over of each. */
package dev.tradepost.domain.mail;
