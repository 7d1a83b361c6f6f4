package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.Proof;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks whether the data keeps the rules; one statement each, which answers what breaks it. */
final class Invariants {
  private static final int ROWS = 10;

  private Invariants() {}

  /**
   * Something that must always hold.
   *
   * @param sql selects what breaks it
   * @param startsWithIt whether it is checked each time an embedded database is opened
   */
  record Rule(String name, String sql, boolean startsWithIt) {

    static Rule of(String name, String sql) {
      return new Rule(name, sql, false);
    }

    /** A rule that is cheap to check and that a crash could break. */
    static Rule atStart(String name, String sql) {
      return new Rule(name, sql, true);
    }
  }

  private static Stream<Rule> rules() {
    return Stream.of(GoodsRules.ALL, PromotionRules.ALL, MoneyRules.ALL).flatMap(List::stream);
  }

  /** All rules, each with the first rows that break it. */
  static List<Proof.Check> check(Handle handle) {
    return rules().map(rule -> new Proof.Check(rule.name, rows(handle, rule, ROWS))).toList();
  }

  /** What a crash has broken, with the first offending row of each; nothing when all is sound. */
  static List<String> broken(Handle handle) {
    return rules()
        .filter(Rule::startsWithIt)
        .flatMap(rule -> rows(handle, rule, 1).stream().map(row -> rule.name + ", but not " + row))
        .toList();
  }

  private static List<Map<String, Object>> rows(Handle handle, Rule rule, int limit) {
    return handle.createQuery(rule.sql + " LIMIT " + limit).mapToMap().stream()
        .map(Invariants::readable)
        .toList();
  }

  /** Values as text, by name; a value that is missing is left out. */
  private static Map<String, Object> readable(Map<String, Object> row) {
    Map<String, Object> texts = new TreeMap<>();
    row.forEach(
        (column, it) -> {
          if (it != null) {
            texts.put(column, it.toString());
          }
        });
    return texts;
  }
}
