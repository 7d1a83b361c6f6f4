package dev.tradepost.domain.wallet;

/** What can happen to an approval. */
public enum ApprovalAction {
  CONFIRM,
  MISS,
  GIVE_UP
}
