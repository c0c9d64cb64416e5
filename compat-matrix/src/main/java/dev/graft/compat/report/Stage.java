package dev.graft.compat.report;

import dev.graft.compat.production.Reach;
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
  VERIFIED,
  /** Verified, its state moves, and runs of a named environment have shown the same. */
  SHADOWED,
  /** And every pipeline of that environment puts Java first. */
  DEFAULT_NATIVE,
  /** And for long nobody there has needed Python. */
  PYTHON_RETIRED;

  /** What the rules of production make of a node that is safe to switch. */
  public static Stage of(Reach.Step step) {
    return switch (step) {
      case NONE -> VERIFIED;
      case SHADOWED -> SHADOWED;
      case DEFAULT_NATIVE -> DEFAULT_NATIVE;
      case RETIRED -> PYTHON_RETIRED;
    };
  }

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
      case SHADOWED -> "Shadowed";
      case DEFAULT_NATIVE -> "Default native";
      case PYTHON_RETIRED -> "Python retired";
    };
  }
}
