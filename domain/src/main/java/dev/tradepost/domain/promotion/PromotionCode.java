package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.regex.Pattern;

/** What a customer types to get a promotion: 1 to 32 capital letters, digits, - and _. */
public record PromotionCode(String value) implements Comparable<PromotionCode> {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{1,32}");

  public PromotionCode {
    if (value == null || !CODE.matcher(value).matches()) {
      throw new Rejection(
              SharedReason.UNREADABLE_TEXT, "a code has 1 to 32 capital letters, digits, - and _")
          .at("code");
    }
  }

  @Override
  public int compareTo(PromotionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
