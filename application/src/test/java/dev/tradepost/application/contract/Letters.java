package dev.tradepost.application.contract;

import dev.tradepost.application.port.Notifier;
import dev.tradepost.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notifier that keeps all it was told, for a test to read. */
final class Letters implements Notifier {
  private static final Pattern CODE = Pattern.compile("is (\\d{6})\\.");

  private final List<Letter> all = new CopyOnWriteArrayList<>();

  /** One message to one user. */
  record Letter(UserId to, String text) {
    String code() {
      Matcher found = CODE.matcher(text);
      if (!found.find()) {
        throw new AssertionError("there is no code in: " + text);
      }
      return found.group(1);
    }
  }

  @Override
  public void tell(UserId user, String message) {
    all.add(new Letter(user, message));
  }

  List<Letter> all() {
    return List.copyOf(all);
  }

  Letter last() {
    return all.get(all.size() - 1);
  }
}
