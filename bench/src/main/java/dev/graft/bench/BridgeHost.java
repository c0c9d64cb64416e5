package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Where the other end of the bridge is. */
enum BridgeHost {
  /** GraalPy as it is without the Graal compiler. */
  INTERPRETED("GraalPy, interpreted", BackendId.GRAALPY),
  /** GraalPy with the compiler: a fresh JVM needs half a minute of calls and more. */
  OPTIMIZING("GraalPy, optimizing", BackendId.GRAALPY),
  /**
   * The same with the cases that have a target and no others: the context compiles for few kinds of
   * values, as for a pipeline that carries one.
   */
  FEW_CASES("GraalPy, optimizing, few cases", BackendId.GRAALPY),
  /** CPython in a process of its own. */
  WORKER("CPython worker", BackendId.CPYTHON);

  private static final int FULL = 4;

  private final String title;
  private final BackendId backend;

  BridgeHost(String title, BackendId backend) {
    this.title = title;
    this.backend = backend;
  }

  /**
   * How often each case has its turn.
   *
   * @param warmups how often before the measurement
   * @param warmupMillis how long each time
   * @param measured how often it is measured
   * @param millis how long each time
   */
  record Rounds(int warmups, int warmupMillis, int measured, int millis) {}

  String title() {
    return title;
  }

  BackendId backend() {
    return backend;
  }

  Rounds rounds(boolean full) {
    int more = full ? FULL : 1;
    return switch (this) {
      case INTERPRETED -> new Rounds(2, 150 * more, 8 * more, 80);
      case OPTIMIZING -> new Rounds(8, 250 * more, 8 * more, 120);
      case FEW_CASES -> new Rounds(40, 500 * more, 16 * more, 120);
      case WORKER -> new Rounds(2, 60 * more, 8 * more, 80);
    };
  }

  /** Whether this JVM has what it needs. */
  boolean isPossible() {
    boolean needsCompiler = this == OPTIMIZING || this == FEW_CASES;
    return !needsCompiler || arguments().stream().anyMatch(BridgeHost::isOfTheCompiler);
  }

  /** The flags of its JVM: those of this one, without the compiler where there should be none. */
  List<String> flags() {
    return arguments().stream()
        .filter(flag -> this != INTERPRETED || !isOfTheCompiler(flag))
        .toList();
  }

  private static List<String> arguments() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  private static boolean isOfTheCompiler(String flag) {
    return flag.startsWith("--upgrade-module-path") || flag.equals("-XX:+EnableJVMCI");
  }
}
