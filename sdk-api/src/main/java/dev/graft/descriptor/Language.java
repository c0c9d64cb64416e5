package dev.graft.descriptor;

import java.util.Locale;

/** The language of an implementation. */
public enum Language {
  JAVA,
  PYTHON;

  /** The name in JSON: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
