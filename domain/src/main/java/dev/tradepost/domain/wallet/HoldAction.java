package dev.tradepost.domain.wallet;

/** What can happen to a hold. */
public enum HoldAction {
  CAPTURE_PART,
  CAPTURE_ALL,
  RELEASE,
  EXPIRE
}
