package dev.graft.python.graalpy;

import org.graalvm.polyglot.Value;

/**
 * The functions that {@code graft.inprocess.join} makes for a chain of open nodes.
 *
 * @param plain takes the number of an item that is an int, a float or a str, and the item, and may
 *     return the output
 * @param any takes the number of any item, and the item, flat; may return the output
 * @param takeBack hears that an output which was returned is no value
 * @param flush ends the input
 * @param traffic counts the items of each node
 */
record WaysThrough(Value plain, Value any, Value takeBack, Value flush, Value traffic) {
  static WaysThrough of(Value functions) {
    int next = 0;
    return new WaysThrough(
        functions.getArrayElement(next++),
        functions.getArrayElement(next++),
        functions.getArrayElement(next++),
        functions.getArrayElement(next++),
        functions.getArrayElement(next));
  }
}
