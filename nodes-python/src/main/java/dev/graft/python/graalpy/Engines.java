package dev.graft.python.graalpy;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/**
 * Makes the engine of all contexts. Contexts of one engine can share code: then a further one
 * starts in half the time, but code that serves any context is compiled without knowing its globals
 * and builtins, and every call costs twice as much. So contexts share code where nothing is
 * compiled anyway, and start sooner; where code is compiled each has its own, and the pool hides
 * the start.
 */
final class Engines {
  /** Every result and the status say it; a warning on each start would only annoy. */
  private static final String NO_WARNING = "engine.WarnInterpreterOnly";

  private static final String NO_SHARING = "engine.DisableCodeSharing";

  private Engines() {}

  static Engine newEngine() {
    Engine engine = builder().build();
    if (!isOptimizing(engine)) {
      return engine;
    }
    engine.close(); // what it is shows only when it is there
    return builder().allowExperimentalOptions(true).option(NO_SHARING, "true").build();
  }

  /** Lets a context make an engine of its own, like the shared one; it ends with the context. */
  static void configureOwn(Context.Builder context, Engine shared) {
    context.option(NO_WARNING, "false");
    if (isOptimizing(shared)) {
      context.allowExperimentalOptions(true).option(NO_SHARING, "true");
    }
  }

  /** Whether an engine compiles. */
  static boolean isOptimizing(Engine engine) {
    return !engine.getImplementationName().equals("Interpreted");
  }

  private static Engine.Builder builder() {
    return Engine.newBuilder(Sandbox.PYTHON).option(NO_WARNING, "false");
  }
}
