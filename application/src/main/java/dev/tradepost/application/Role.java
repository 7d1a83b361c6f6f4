package dev.tradepost.application;

/** What a caller is to the shop; each role may do all that the ones before it may. */
public enum Role {
  CUSTOMER,
  STAFF,
  ADMIN
}
