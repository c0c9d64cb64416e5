package dev.graft.bench;

import java.util.ArrayList;
import java.util.List;

/** The flags of the measured JVMs: those that {@code ./graft run} starts Java with. */
final class ForkFlags {
  /** The property that holds the compiler's jars, as a path. */
  static final String COMPILER = "graft.bench.compiler";

  private ForkFlags() {}

  static List<String> of(boolean compiler) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    String path = System.getProperty(COMPILER, "");
    if (compiler && !path.isEmpty()) {
      flags.addAll(
          List.of(
              "-XX:+UnlockExperimentalVMOptions",
              "-XX:+EnableJVMCI",
              "--upgrade-module-path=" + path));
    }
    return flags;
  }
}
