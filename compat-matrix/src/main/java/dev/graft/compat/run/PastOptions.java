package dev.graft.compat.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is held against.
 *
 * @param baseline what it is compared with: a baseline, a {@code report.json}, a folder of reports
 * @param writeTo where to write a baseline of this run
 * @param gate whether a result that got worse than in the baseline fails the run
 */
public record PastOptions(Optional<Path> baseline, Optional<Path> writeTo, boolean gate) {
  /** Nothing. */
  public static final PastOptions NONE = new PastOptions(Optional.empty(), Optional.empty(), false);
}
