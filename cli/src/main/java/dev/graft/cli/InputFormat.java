package dev.graft.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How the input of a run is written. */
enum InputFormat {
  /** One value of typed JSON in each line. */
  JSONL,
  /** One str for each line, without its line end. */
  TEXT;

  /** The format that a file's name promises. */
  static InputFormat of(Optional<Path> file) {
    String name = file.map(path -> path.toString().toLowerCase(Locale.ROOT)).orElse("");
    return name.endsWith(".txt") || name.endsWith(".md") ? TEXT : JSONL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
