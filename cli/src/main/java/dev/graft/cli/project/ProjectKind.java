package dev.graft.cli.project;

import java.util.Locale;

/** In which languages the node of a new project is. */
public enum ProjectKind {
  JAVA,
  PYTHON,
  /** In both, which must do the same. */
  TWIN;

  /** The resource that lists its files, a line for each. */
  String index() {
    return name().toLowerCase(Locale.ROOT) + ".txt";
  }
}
