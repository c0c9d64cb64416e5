package dev.graft.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a JVM of its own, for what cannot be seen from inside. */
final class ForkedGraft {
  private ForkedGraft() {}

  /**
   * Starts it.
   *
   * @param heap an option of the JVM, such as {@code -Xmx64m}
   */
  static ProcessBuilder of(String heap, String... args) {
    return withClassPath(System.getProperty("java.class.path"), heap, args);
  }

  /** The same with another class path. */
  static ProcessBuilder withClassPath(String classPath, String heap, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            heap,
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath,
            Graft.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }

  /** Ends it, if it has not ended, and says how it ended. */
  static int end(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }
}
