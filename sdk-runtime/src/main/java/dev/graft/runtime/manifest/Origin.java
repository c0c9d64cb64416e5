package dev.graft.runtime.manifest;

import dev.graft.runtime.document.Spot;
import java.util.Optional;

/**
 * Where a manifest came from.
 *
 * @param source what to call it in messages, usually its file; empty if it was made by a program
 * @param spot where its parts stand in its text, if it has one
 */
public record Origin(String source, Optional<Spot> spot) {
  /** A program made it. */
  public static final Origin PROGRAM = new Origin("", Optional.empty());
}
