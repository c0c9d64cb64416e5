package dev.graft.compat.code;

import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.util.List;

/** The hashes of nodes and backends. Safe for several threads. */
public final class NodeCode {
  private final JavaCode java = new JavaCode();

  /** A hash of all that may run when a node does. */
  public String hash(NodeImplementation node) {
    return switch (node) {
      case NodeImplementation.JavaNode it -> java.hash(it.factory().getClass());
      case NodeImplementation.PythonNode it -> PythonCode.hash(it.unit());
    };
  }

  /** A hash of a class and those of the matrix that it uses. */
  public String ofMatrix(Class<?> first) {
    return java.hash(first, "dev/graft/compat/");
  }

  /** How the files of the Python nodes of a catalogue end. */
  static List<String> pythonFiles(Catalogue catalogue) {
    return catalogue.entries().stream()
        .flatMap(entry -> entry.python().stream())
        .map(node -> node.unit().path().replace('\\', '/'))
        .distinct()
        .toList();
  }
}
