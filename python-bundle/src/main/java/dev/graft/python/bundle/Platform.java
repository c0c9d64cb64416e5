package dev.graft.python.bundle;

import java.util.Locale;

/**
 * The machine, in the words of the jars' classifiers.
 *
 * @param classifier for example {@code linux-x86_64}
 * @param libraryPath the variable that tells the dynamic linker where to look
 */
record Platform(String classifier, String libraryPath) {
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    boolean mac = osName.toLowerCase(Locale.ROOT).startsWith("mac");
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    return mac
        ? new Platform("macosx-" + arch, "DYLD_LIBRARY_PATH")
        : new Platform(osName.toLowerCase(Locale.ROOT) + "-" + arch, "LD_LIBRARY_PATH");
  }
}
