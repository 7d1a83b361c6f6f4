package dev.tradepost.domain.shared;

/** Names a user: the subject of their token, up to 64 letters, digits and {@code . _ : @ -}. */
public record UserId(String value) implements Comparable<UserId> {

  public UserId {
    Text.requireId("userId", value);
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
