package dev.graft.python.graalpy;

import org.graalvm.polyglot.Engine;

/**
 * Makes the engine of all contexts. Contexts of one engine can share code: then a further one
 * starts in half the time, but code that serves any context is compiled without knowing its globals
 * and builtins, and every call costs twice as much. So contexts share code where nothing is
 * compiled anyway, and start sooner; where code is compiled each has its own, and the pool hides
 * the start.
 */
final class Engines {
  private Engines() {}

  static Engine newEngine() {
    Engine engine = builder().build();
    if (!isOptimizing(engine)) {
      return engine;
    }
    engine.close(); // what it is shows only when it is there
    return builder()
        .allowExperimentalOptions(true)
        .option("engine.DisableCodeSharing", "true")
        .build();
  }

  /** Whether an engine compiles. */
  static boolean isOptimizing(Engine engine) {
    return !engine.getImplementationName().equals("Interpreted");
  }

  private static Engine.Builder builder() {
    return Engine.newBuilder(Sandbox.PYTHON)
        // Every result and the status say it; a warning on each start would only annoy.
        .option("engine.WarnInterpreterOnly", "false");
  }
}
