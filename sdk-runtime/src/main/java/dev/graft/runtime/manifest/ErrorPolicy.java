package dev.graft.runtime.manifest;

import java.nio.file.Path;

/** What happens when a node fails at an item. */
public sealed interface ErrorPolicy {
  /** What was emitted before is delivered, then the run ends with the error. The default. */
  record Fail() implements ErrorPolicy {}

  /** The item is dropped and counted, and the run goes on. */
  record Skip() implements ErrorPolicy {}

  /**
   * The item and its error go to a file of JSON Lines, and the run goes on.
   *
   * @param file where to
   */
  record DeadLetter(Path file) implements ErrorPolicy {}
}
