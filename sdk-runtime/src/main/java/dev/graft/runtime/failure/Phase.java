package dev.graft.runtime.failure;

import java.util.Locale;
import java.util.Optional;

/** When in the life of a node something went wrong. */
public enum Phase {
  LOAD,
  VALIDATE,
  OPEN,
  STEP,
  /** The end of the input: flush. */
  END,
  SNAPSHOT,
  RESTORE,
  CLOSE;

  /** The name in reports: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The phase of that name. */
  public static Optional<Phase> of(String text) {
    for (Phase phase : values()) {
      if (phase.text().equals(text)) {
        return Optional.of(phase);
      }
    }
    return Optional.empty();
  }
}
