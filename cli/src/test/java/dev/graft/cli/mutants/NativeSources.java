package dev.graft.cli.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source text of the SDK's nodes. */
final class NativeSources {
  static final String PACKAGE = "dev.graft.nodes";
  private static final Path ROOT =
      Path.of("..", "nodes-native", "src", "main", "java", "dev", "graft", "nodes");

  String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
