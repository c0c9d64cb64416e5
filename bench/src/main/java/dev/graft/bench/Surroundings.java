package dev.graft.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and how was measured.
 *
 * @param time when
 * @param processor the kind of processor, and how many of them
 * @param java the JDK
 * @param mode quick or full
 */
record Surroundings(Instant time, String processor, String java, String mode) {
  static Surroundings of(BenchOptions options) {
    return new Surroundings(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Runtime.getRuntime().availableProcessors() + " × " + processorName(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        options.full() ? "full" : "quick");
  }

  String text() {
    return "%s mode, %s, %s, %s".formatted(mode, processor, java, time);
  }

  private static String processorName() {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try {
        for (String line : Files.readAllLines(info)) {
          if (line.startsWith("model name")) {
            return line.substring(line.indexOf(':') + 1).strip();
          }
        }
      } catch (IOException e) {
        return System.getProperty("os.arch"); // the name is for orientation only
      }
    }
    return System.getProperty("os.arch");
  }
}
