package dev.tradepost.domain.mail;

/** How far a mail is. */
public enum MailStatus {
  /** It is handed over when its time comes. */
  DUE,
  /** It is being handed over, or whoever did so died over it: nobody tries again. */
  SENDING,
  /** The mail server has taken it. */
  SENT,
  /** It was given up. */
  FAILED
}
