package dev.graft.python.graalpy;

import dev.graft.python.deadline.Breakable;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;

/**
 * Stops what runs in a context. Python code cannot catch the interrupt, and no {@code finally}
 * runs; but neither it nor closing gets through to a built-in function that never looks up, such as
 * {@code sum(range(10**12))} or {@code 10**10**8}: such a call ends when the function does.
 */
record BreakableContext(Context context) implements Breakable {
  @Override
  public void interrupt(Duration patience) {
    interrupted(context, patience);
  }

  @Override
  public void kill() {
    context.close(true);
  }

  /** Whether nothing runs in a context any more. */
  static boolean interrupted(Context context, Duration patience) {
    try {
      context.interrupt(patience);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
