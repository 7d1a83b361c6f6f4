package dev.tradepost.application.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words with gaps: what is put in stays what it is, one line and no HTML. */
class TemplateTest {

  @Test
  void values_are_put_in_and_sections_come_as_often_as_there_is_something() {
    Template template =
        Template.plain("Hi {{who}}\n{{#items}}\n- {{name}} for {{who}}\n{{/items}}\nBye\n");
    List<Map<String, Object>> two = List.of(Map.of("name", "a"), Map.of("name", "b"));
    assertThat(template.fill(Map.of("who", "ann", "items", two)))
        .isEqualTo("Hi ann\n- a for ann\n- b for ann\nBye\n");
    assertThat(template.fill(Map.of("who", "ann", "items", List.of()))).isEqualTo("Hi ann\nBye\n");
  }

  @Test
  void a_value_is_not_looked_at_for_gaps() {
    Template template = Template.plain("{{a}} {{b}}");
    String gap = "{{b}} $1 \\ {{#a}}";
    assertThat(template.fill(Map.of("a", gap, "b", "x"))).isEqualTo(gap + " x");
  }

  @Test
  void a_value_is_one_line_and_no_html() {
    String evil = "<script>'a' & \"b\"</script>\r\nBcc: eve\u2028x\u0085y\u0000z";
    assertThat(Template.plain("{{a}}").fill(Map.of("a", evil)))
        .isEqualTo("<script>'a' & \"b\"</script> Bcc: eve x y z");
    assertThat(Template.html("<b>{{a}}</b>").fill(Map.of("a", evil)))
        .isEqualTo(
            "<b>&lt;script&gt;&#39;a&#39; &amp; &quot;b&quot;&lt;/script&gt; Bcc: eve x y z</b>");
  }

  @Test
  void a_gap_that_nobody_fills_is_a_bug() {
    assertThatThrownBy(() -> Template.plain("{{a}}").fill(Map.of("b", "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("for a");
    assertThatThrownBy(() -> Template.resource("none.txt")).hasMessageContaining("none.txt");
  }
}
