package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;

/**
 * How long something is measured.
 *
 * @param forks how many JVMs, one after the other
 * @param warmups warm-up iterations in each
 * @param warmupMillis how long each of them lasts
 * @param iterations measured iterations in each; at least six samples make an interval
 * @param iterationMillis how long each of them lasts
 */
record Schedule(int forks, int warmups, int warmupMillis, int iterations, int iterationMillis) {
  /** Python that is compiled needs some hundred thousand calls before it is as fast as it gets. */
  static Schedule of(BenchCase benchCase, BackendId backend, boolean full) {
    if (benchCase.kind() == BenchCase.Kind.COLD) {
      return full ? new Schedule(6, 0, 0, 11, 0) : new Schedule(1, 0, 0, 7, 0);
    }
    return switch (backend) {
      case JAVA -> full ? new Schedule(3, 5, 1000, 10, 1000) : new Schedule(1, 2, 300, 6, 100);
      case GRAALPY -> full ? new Schedule(3, 10, 3000, 10, 1000) : new Schedule(1, 3, 1000, 6, 200);
      case CPYTHON -> full ? new Schedule(3, 5, 1000, 10, 1000) : new Schedule(1, 2, 300, 6, 150);
    };
  }
}
