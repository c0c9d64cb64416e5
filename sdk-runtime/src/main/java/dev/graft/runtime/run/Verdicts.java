package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which code turned out to be unable to run on which backend, so that later runs need not find out
 * again. Kept as long as the runtime: nothing is written down, so a new JVM tries anew. Safe for
 * several threads.
 */
final class Verdicts {
  /** What is forgotten is found out again. */
  private static final int MOST = 10_000;

  private final Map<Subject, String> reasons = new ConcurrentHashMap<>();

  /** A class of some code. */
  private record Subject(BackendId backend, String codeHash, String symbol) {
    static Subject of(BackendId backend, PythonNode node) {
      return new Subject(backend, node.unit().hash(), node.descriptor().implementation().symbol());
    }
  }

  /** A node cannot run on a backend; the first reason counts. */
  void add(BackendId backend, NodeImplementation node, String reason) {
    if (node instanceof PythonNode python) {
      if (reasons.size() >= MOST) {
        reasons.clear();
      }
      reasons.putIfAbsent(Subject.of(backend, python), reason);
    }
  }

  /** Why a node cannot run on a backend, if that is known. */
  Optional<String> reason(BackendId backend, NodeImplementation node) {
    return node instanceof PythonNode python
        ? Optional.ofNullable(reasons.get(Subject.of(backend, python)))
        : Optional.empty();
  }
}
