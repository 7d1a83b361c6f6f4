package dev.tradepost.bootstrap;

import java.util.Optional;

/** The version of this build, from its jar. */
final class Version {
  static final String TEXT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("(unpackaged)");

  private Version() {}
}
