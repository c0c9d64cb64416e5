package dev.graft.compat.report;

import java.util.Locale;

/** How far the port of a node has come. Always found out from results, never set by hand. */
public enum Stage {
  /** There is no Java class, or it never opens. */
  PYTHON_ONLY,
  /** There is no Python class to switch from. */
  JAVA_ONLY,
  /** The Java class opens. */
  PORTED,
  /** Everything that can be tried was tried, and Java does what Python does on CPython. */
  VERIFIED;

  /** The name in reports: lower case, with a hyphen. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name for people. */
  public String title() {
    return switch (this) {
      case PYTHON_ONLY -> "Python only";
      case JAVA_ONLY -> "Java only";
      case PORTED -> "Ported";
      case VERIFIED -> "Verified";
    };
  }
}
