package dev.tradepost.domain.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the compiled classes of the domain, so that nothing new escapes the tests about all. */
final class DomainClasses {

  private DomainClasses() {}

  /** Every class of the domain's production code that is one of these, the type itself excepted. */
  static <T> List<Class<? extends T>> implementing(Class<T> type) {
    Path root = productionClasses();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(root::relativize)
          .map(Path::toString)
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.replace(".class", "").replaceAll("[/\\\\]", "."))
          .sorted()
          .<Class<?>>map(DomainClasses::load)
          .filter(found -> type.isAssignableFrom(found) && found != type)
          .<Class<? extends T>>map(found -> found.asSubclass(type))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path productionClasses() {
    try {
      return Path.of(DomainEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
