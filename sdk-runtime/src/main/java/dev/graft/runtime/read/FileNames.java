package dev.graft.runtime.read;

import java.nio.file.Path;
import java.util.Locale;

/** What the names of files say about what is in them. */
public final class FileNames {
  private static final String GZIP = ".gz";

  private FileNames() {}

  /** Whether a file is packed by gzip. */
  public static boolean isPacked(Path file) {
    return lower(file).endsWith(GZIP);
  }

  /** What stands after the last dot, in lower case, without {@code .gz}; empty if there is none. */
  public static String extension(Path file) {
    String name = lower(file);
    String unpacked = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    return unpacked.substring(unpacked.lastIndexOf('.') + 1);
  }

  private static String lower(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
