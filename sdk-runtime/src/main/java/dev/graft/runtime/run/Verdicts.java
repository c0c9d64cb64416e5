package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
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

  private record Subject(BackendId backend, String codeHash) {}

  /** Some code cannot run on a backend; the first reason counts. */
  void add(BackendId backend, String codeHash, String reason) {
    if (reasons.size() >= MOST) {
      reasons.clear();
    }
    reasons.putIfAbsent(new Subject(backend, codeHash), reason);
  }

  /** Why some code cannot run on a backend, if that is known. */
  Optional<String> reason(BackendId backend, String codeHash) {
    return Optional.ofNullable(reasons.get(new Subject(backend, codeHash)));
  }
}
