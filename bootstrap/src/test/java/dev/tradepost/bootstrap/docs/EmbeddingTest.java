package dev.tradepost.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/embedding.md is real, and the domain needs nothing but the JDK. */
class EmbeddingTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOMAIN = ROOT.resolve("domain/target/classes");
  private static final Path APPLICATION = ROOT.resolve("application/target/classes");

  @Test
  void the_domain_depends_on_java_base_alone() {
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = jdeps.run(new PrintStream(out), System.err, "-s", DOMAIN.toString());
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("dev.tradepost.domain -> java.base");
  }

  @Test
  void the_application_depends_on_the_domain_alone() {
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String path = DOMAIN.toString();
    int code =
        jdeps.run(
            new PrintStream(out), System.err, "-s", "--module-path", path, APPLICATION.toString());
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactlyInAnyOrder(
            "dev.tradepost.application -> dev.tradepost.domain",
            "dev.tradepost.application -> java.base");
  }

  @Test
  void the_example_compiles_and_prints_what_the_page_says(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    String page = Files.readString(ROOT.resolve("docs/embedding.md"));
    String code = block(page, "java");
    assertThat(code.lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(40);
    Files.writeString(folder.resolve("Embedded.java"), code);
    String path = DOMAIN + java.io.File.pathSeparator + APPLICATION;
    int compiled =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--release",
                "17",
                "-cp",
                path,
                "-d",
                folder.toString(),
                folder.resolve("Embedded.java").toString());
    assertThat(compiled).isZero();
    assertThat(run(folder)).isEqualTo(block(page, "text"));
  }

  private static String run(Path folder) throws IOException, ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL(), DOMAIN.toUri().toURL(), APPLICATION.toUri().toURL()},
            ClassLoader.getPlatformClassLoader())) {
      System.setOut(new PrintStream(printed));
      loader
          .loadClass("Embedded")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String block(String page, String language) {
    Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).as("a block of " + language).isTrue();
    return block.group(1);
  }
}
