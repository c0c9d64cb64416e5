package dev.graft.runtime.shadow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A file that ends all shadows of a project as long as it is there, those that run included. It is
 * looked for once a second.
 */
final class KillSwitch {
  /** Its name in the project's memory. */
  static final String NAME = "shadow-off";

  private static final long PERIOD = Duration.ofSeconds(1).toNanos();

  private final Optional<Path> file;
  private long looked = System.nanoTime() - PERIOD;
  private boolean thrown;

  KillSwitch(Optional<Path> memory) {
    this.file = memory.map(folder -> folder.resolve(NAME));
  }

  /** Why there are no shadows, if so. Used by one thread. */
  Optional<String> thrown() {
    long now = System.nanoTime();
    if (now - looked >= PERIOD) {
      looked = now;
      thrown = file.isPresent() && Files.exists(file.get());
    }
    return thrown ? file.map(path -> path + " is there") : Optional.empty();
  }
}
