package dev.graft.cli.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source text of the SDK's nodes, and of Python's rules in Java, which they all use. */
final class NativeSources {
  static final String NODES = "dev.graft.nodes";
  static final String RULES = "dev.graft.py";

  /** How the name of a file begins that is one of {@link #RULES}. */
  private static final String RULES_FOLDER = "py/";

  /** The package below which a file is named. */
  static String root(String file) {
    return file.startsWith(RULES_FOLDER) ? "dev.graft" : NODES;
  }

  String text(String file) {
    String module = file.startsWith(RULES_FOLDER) ? "sdk-api" : "nodes-native";
    Path sources = Path.of("..", module, "src", "main", "java");
    try {
      return Files.readString(sources.resolve(root(file).replace('.', '/')).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
