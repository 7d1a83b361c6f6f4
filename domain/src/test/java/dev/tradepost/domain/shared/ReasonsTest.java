package dev.tradepost.domain.shared;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {

  static Stream<Reason> every_reason() {
    return DomainClasses.implementing(Reason.class).stream()
        .filter(Class::isEnum)
        .flatMap(feature -> Arrays.stream(feature.getEnumConstants()));
  }

  @ParameterizedTest
  @MethodSource("every_reason")
  void a_reason_says_its_kind_its_cause_and_its_fix(Reason reason) {
    assertThat(reason.kind()).isNotNull().isEqualTo(reason.meaning().kind());
    assertThat(List.of(reason.meaning().cause(), reason.meaning().fix()))
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .isNotBlank()
                    .endsWith(".")
                    .matches("[A-Z].*")
                    .isEqualTo(sentence.strip()));
  }

  @ParameterizedTest
  @MethodSource("every_reason")
  void the_code_of_a_reason_is_its_name_in_kebab_case(Reason reason) {
    assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(reason.code().replace('-', '_')).isEqualToIgnoringCase(reason.name());
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(every_reason().collect(groupingBy(Reason::code)).values())
        .allSatisfy(sameCode -> assertThat(sameCode).hasSize(1));
  }

  @Test
  void every_feature_that_refuses_is_found() {
    assertThat(every_reason().map(Reason::code))
        .contains(
            "transition-not-allowed",
            "not-in-cart",
            "product-not-found",
            "on-hand-negative",
            "reservation-expired",
            "not-so-many-kept",
            "not-ordered",
            "partly-shipped",
            "return-empty",
            "not-in-return",
            "more-than-returned",
            "not-returnable",
            "nothing-to-ship",
            "order-empty",
            "refund-exceeds-capture",
            "overfill",
            "insufficient-funds");
  }
}
