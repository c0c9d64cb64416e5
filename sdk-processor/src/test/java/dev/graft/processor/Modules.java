package dev.graft.processor;

import dev.graft.annotation.Node;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** The named modules that nodes are compiled against. */
final class Modules {
  private Modules() {}

  /** A module path with the API and what it needs. */
  static String path() {
    return place(Node.class) + File.pathSeparator + place(NullMarked.class);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
