package dev.tradepost.bootstrap.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** S0-06, S2-16, S3-08: the house keeps its laws, and each law is proved able to fail. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("test-classes"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.tradepost");

  static Stream<String> laws() {
    return Laws.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void the_house_keeps_the_law(String name) {
    Laws.all().get(name).check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void the_law_is_able_to_fail(String name) {
    ArchRule law = Laws.all().get(name);
    JavaClasses planted =
        new ClassFileImporter()
            .withImportOption(location -> isPlanted(location, name))
            .importPackages("dev.tradepost");
    assertThat(planted).as("a class that breaks " + name).isNotEmpty();
    assertThatThrownBy(() -> law.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("because");
  }

  @Test
  void the_rings_hold_something_to_judge() {
    assertThat(HOUSE.size()).isGreaterThan(150);
  }

  private static boolean isPlanted(Location location, String name) {
    return location.contains("/planted/" + name);
  }
}
