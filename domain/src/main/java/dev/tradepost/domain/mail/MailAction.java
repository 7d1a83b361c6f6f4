package dev.tradepost.domain.mail;

/** What can happen to a mail. */
public enum MailAction {
  /** Somebody begins to hand it over. */
  SEND,
  /** The mail server took it. */
  ACCEPT,
  /** The mail server certainly did not take it. */
  RETRY,
  GIVE_UP
}
