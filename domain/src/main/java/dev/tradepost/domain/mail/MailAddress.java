package dev.tradepost.domain.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: {@code local@host} as RFC 5321 has it, without quotes,
 * comments, literals and letters outside of ASCII. So it holds nothing that ends a line or begins
 * another address.
 */
public record MailAddress(String value) {
  private static final int LONGEST = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "(?=[^@]{1,64}@)%s(?:\\.%s)*@%s(?:\\.%s)*".formatted(ATOM, ATOM, LABEL, LABEL));

  public MailAddress {
    if (!fits(value)) {
      throw new IllegalArgumentException("must be a mail address, such as orders@shop.example");
    }
  }

  /** The address, where the text is one. */
  public static Optional<MailAddress> of(String text) {
    return fits(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
  }

  private static boolean fits(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
