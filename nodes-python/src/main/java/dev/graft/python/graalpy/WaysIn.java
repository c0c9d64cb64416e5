package dev.graft.python.graalpy;

import java.util.Optional;
import org.graalvm.polyglot.Value;

/**
 * The two functions of {@code graft.inprocess} that take the items of one open node.
 *
 * @param plain takes an int, a float or a str without a key, and may return the output
 * @param any takes any item with its key, flat
 * @param shape of the record that the node says it emits
 */
record WaysIn(Value plain, Value any, Optional<Shape> shape) {
  /** Whether an item may take the short way. */
  static boolean isPlain(Object value) {
    return value instanceof Long || value instanceof String || value instanceof Double;
  }
}
