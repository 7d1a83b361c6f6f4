package dev.tradepost.domain.shared;

import java.util.regex.Pattern;

/** Checks of free text and of ids that people choose. */
public final class Text {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");

  private Text() {}

  /** The text; refuses null, blank, control characters and more than so many characters. */
  public static String require(String field, String text, int maxLength) {
    if (text == null || text.isBlank()) {
      throw new Rejection(SharedReason.UNREADABLE_TEXT, field + " is required").at(field);
    }
    if (text.length() > maxLength || text.chars().anyMatch(Character::isISOControl)) {
      throw new Rejection(
              SharedReason.UNREADABLE_TEXT,
              field + " has at most " + maxLength + " characters and no control characters")
          .at(field);
    }
    return text;
  }

  static void requireId(String field, String id) {
    if (id == null || !ID.matcher(id).matches()) {
      throw new Rejection(
              SharedReason.UNREADABLE_TEXT,
              field + " has 1 to 64 letters, digits or any of . _ : @ -")
          .at(field);
    }
  }
}
