package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;

/**
 * How long something is measured.
 *
 * @param forks how many JVMs, one after the other; 0 measures in this one
 * @param warmups warm-up iterations in each
 * @param warmupMillis how long each of them lasts
 * @param iterations measured iterations in each; at least six samples make an interval
 * @param iterationMillis how long each of them lasts
 */
record Schedule(int forks, int warmups, int warmupMillis, int iterations, int iterationMillis) {
  /**
   * Makes the Python compiler, which is Java itself, as fast as it gets. A fresh JVM needs about 15
   * s for that, too long for a quick run: it measures GraalPy in one JVM, after this.
   */
  static final Schedule COMPILER_WARMUP = new Schedule(0, 0, 0, 15, 1000);

  /** The schedule of a case. */
  static Schedule of(BenchCase benchCase, BackendId backend, boolean full) {
    if (benchCase.kind() == BenchCase.Kind.COLD) {
      return full ? new Schedule(6, 0, 0, 11, 0) : new Schedule(1, 0, 0, 7, 0);
    }
    return switch (backend) {
      case GRAALPY -> full ? new Schedule(3, 45, 1000, 10, 1000) : new Schedule(0, 5, 1000, 6, 200);
      case JAVA -> full ? new Schedule(3, 5, 1000, 10, 1000) : new Schedule(1, 2, 300, 6, 100);
      case CPYTHON -> full ? new Schedule(3, 5, 1000, 10, 1000) : new Schedule(1, 2, 300, 6, 150);
    };
  }
}
