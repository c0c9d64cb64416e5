package dev.graft.runtime.java;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.params.InvalidParamsException;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.value.ValueException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Says what kind of error a Java exception is. The table stands in {@code docs/errors.md}. */
final class JavaFailures {
  private JavaFailures() {}

  static NodeFailureException of(String nodeId, Phase phase, Throwable thrown) {
    return of(nodeId, phase, OptionalLong.empty(), thrown);
  }

  static NodeFailureException of(String nodeId, Phase phase, OptionalLong index, Throwable thrown) {
    return new NodeFailureException(
        new NodeFailure(
            nodeId,
            phase,
            index,
            kind(thrown),
            thrown.getClass().getName(),
            thrown.getMessage() == null ? "" : thrown.getMessage(),
            Optional.of(trace(thrown))),
        thrown);
  }

  /**
   * At the end of the input.
   *
   * @param key of the session that failed; null if there are none
   */
  static NodeFailureException atEnd(String nodeId, @Nullable Object key, Throwable thrown) {
    NodeFailureException failed = of(nodeId, Phase.END, thrown);
    return new NodeFailureException(failed.failure().ofSession(key), thrown);
  }

  private static ErrorKind kind(Throwable thrown) {
    return switch (thrown) {
      case NodeException e -> e.kind();
      case ValueException e -> e.kind();
      case InvalidParamsException e -> ErrorKind.INVALID;
      case IllegalStateException e -> ErrorKind.STATE;
      case IllegalArgumentException e -> ErrorKind.INVALID;
      case ClassCastException e -> ErrorKind.TYPE;
      case NullPointerException e -> ErrorKind.TYPE;
      case NoSuchElementException e -> ErrorKind.NOT_FOUND;
      case IndexOutOfBoundsException e -> ErrorKind.RANGE;
      case StackOverflowError e -> ErrorKind.RANGE;
      case ArithmeticException e -> ErrorKind.ARITHMETIC;
      case UnsupportedOperationException e -> ErrorKind.UNSUPPORTED;
      case UncheckedIOException e -> ErrorKind.IO;
      default -> ErrorKind.user(thrown.getClass().getSimpleName());
    };
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
