package dev.graft.python.graalpy;

import java.util.OptionalInt;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Ends a context at once, as {@code os._exit} does, and knows the status. GraalPy's own way works
 * only in the thread that started the context: in any other it looks like an error of the engine.
 */
final class Exit implements ProxyExecutable {
  private final Context context;
  private volatile OptionalInt status = OptionalInt.empty();

  Exit(Context context) {
    this.context = context;
  }

  @Override
  public Object execute(Value... arguments) {
    status = OptionalInt.of(arguments[0].asInt());
    context.close(true); // nothing of Python runs after this, not even a finally
    return false;
  }

  /** The status, if Python code ended the context. */
  OptionalInt status() {
    return status;
  }
}
