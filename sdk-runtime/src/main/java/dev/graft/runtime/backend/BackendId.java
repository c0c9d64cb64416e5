package dev.graft.runtime.backend;

import dev.graft.descriptor.Language;
import java.util.Locale;
import java.util.Optional;

/** The backends there are, in the default order of preference. */
public enum BackendId {
  /** Java nodes, called directly. */
  JAVA(Language.JAVA),
  /** Python nodes on GraalPy, in this JVM. */
  GRAALPY(Language.PYTHON),
  /** Python nodes in a CPython worker process. */
  CPYTHON(Language.PYTHON);

  private final Language language;

  BackendId(Language language) {
    this.language = language;
  }

  /** The language of the nodes that it hosts. */
  public Language language() {
    return language;
  }

  /** The name in manifests and reports: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The backend of that name. */
  public static Optional<BackendId> of(String text) {
    for (BackendId id : values()) {
      if (id.text().equals(text)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return text();
  }
}
