package dev.tradepost.application.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with gaps: {@code {{name}}} is a value, and what stands between {@code {{#names}}} and
 * {@code {{/names}}} comes once for each of several, or not at all. A value is put in as it is read
 * and never looked at for gaps; it is one line, and no HTML.
 */
final class Template {
  private static final Pattern SECTION =
      Pattern.compile("(?s)\\{\\{#([a-z]+)\\}\\}\\n?(.*?)\\{\\{/\\1\\}\\}\\n?");
  private static final Pattern VALUE = Pattern.compile("\\{\\{([a-z]+)\\}\\}");

  private final String words;
  private final UnaryOperator<String> safe;

  private Template(String words, UnaryOperator<String> safe) {
    this.words = words;
    this.safe = safe;
  }

  static Template plain(String words) {
    return new Template(words, Template::oneLine);
  }

  static Template html(String words) {
    return new Template(words, value -> escaped(oneLine(value)));
  }

  /** The words of a file beside this class. */
  static String resource(String name) {
    try (InputStream file = Template.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("there is no template " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words without gaps.
   *
   * @param values texts, and lists of maps of such values
   */
  String fill(Map<String, Object> values) {
    return fill(words, values);
  }

  private String fill(String part, Map<String, Object> values) {
    StringBuilder filled = new StringBuilder();
    Matcher section = SECTION.matcher(part);
    int from = 0;
    while (section.find()) {
      filled.append(put(part.substring(from, section.start()), values));
      for (Object row : value(section.group(1), values, List.class)) {
        Map<String, Object> all = new HashMap<>(values);
        ((Map<?, ?>) row).forEach((name, value) -> all.put((String) name, value));
        filled.append(fill(section.group(2), all));
      }
      from = section.end();
    }
    return filled.append(put(part.substring(from), values)).toString();
  }

  private String put(String part, Map<String, Object> values) {
    return VALUE
        .matcher(part)
        .replaceAll(
            gap -> Matcher.quoteReplacement(safe.apply(value(gap.group(1), values, String.class))));
  }

  private static <T> T value(String name, Map<String, Object> values, Class<T> type) {
    if (!type.isInstance(values.get(name))) {
      throw new IllegalStateException("no " + type.getSimpleName() + " is given for " + name);
    }
    return type.cast(values.get(name));
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
