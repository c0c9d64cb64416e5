/**
 * Nodes that compute, and Python's arithmetic for them. {@link dev.graft.nodes.number.PyArithmetic}
 * is the entry; beside it stand one class for ints, one for floats and one for the conversions
 * between them. What Python does differently from Java is written down where it is done: ints never
 * overflow, modulo is floored, division of ints rounds once, and a float result that Python calls
 * an error is one here too.
 */
@NullMarked
package dev.graft.nodes.number;

import org.jspecify.annotations.NullMarked;
