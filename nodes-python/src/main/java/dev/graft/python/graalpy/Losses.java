package dev.graft.python.graalpy;

import dev.graft.python.failure.HostLostException;
import dev.graft.python.failure.HostLostException.Cause;
import java.util.OptionalInt;
import org.graalvm.polyglot.PolyglotException;

/** What it means when an exception passes the Python host, which catches all that Python can. */
final class Losses {
  private Losses() {}

  static HostLostException of(PolyglotException e, OptionalInt exit, String output) {
    if (exit.isPresent() || e.isExit()) {
      int status = exit.isPresent() ? exit.getAsInt() : e.getExitStatus();
      return new HostLostException(
          Cause.EXIT, "the node ended its interpreter with status " + status, output);
    }
    String message = String.valueOf(e.getMessage());
    if (e.isCancelled() || e.isInterrupted()) {
      return new HostLostException(Cause.CANCELLED, "the context was cancelled", output);
    } else if (isDenial(message)) {
      return new HostLostException(Cause.DENIED, "the sandbox denied it: " + message, output);
    } else if (e.isResourceExhausted()) {
      return new HostLostException(Cause.BROKEN, "out of resources: " + message, output);
    }
    return new HostLostException(
        Cause.BROKEN, "GraalPy failed with an internal error: " + message, output);
  }

  /** Whether it is an exception like any other, which only ends the call. */
  static boolean isOrdinary(PolyglotException e) {
    return !(e.isExit()
        || e.isCancelled()
        || e.isInterrupted()
        || e.isInternalError()
        || e.isResourceExhausted());
  }

  /** A denied permission is an error of the node: no other backend must be tried because of it. */
  private static boolean isDenial(String message) {
    return message.contains("SecurityException")
        || message.contains("not allowed")
        || message.contains("UnsupportedPosixFeature");
  }
}
