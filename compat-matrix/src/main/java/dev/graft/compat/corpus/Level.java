package dev.graft.compat.corpus;

import java.util.Locale;

/** How much a case weighs. */
public enum Level {
  /** Its failure fails the run. */
  REQUIRED,
  /** Its failure is shown and fails nothing. */
  RECOMMENDED,
  /** It may pass by luck, so it fails nothing. */
  STOCHASTIC,
  /** A known rule that nobody checks: shown, never run, never green. */
  UNTESTED;

  /** The name in case files: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
