/**
 * Python's rules in Java, for nodes that must do what their Python twins do. {@link
 * dev.graft.py.PyArithmetic} computes with numbers, {@link dev.graft.py.PyStr} works on texts,
 * {@link dev.graft.py.PyList} and {@link dev.graft.py.PyDict} on containers; {@link
 * dev.graft.py.PyValue} does what Python does with a value whose type is known only when the node
 * runs. What Python does differently from Java is written down where it is done: ints never
 * overflow, modulo is floored, division of ints rounds once, texts are code points, {@code 1},
 * {@code 1.0} and {@code True} are equal. An error has the kind that Python's exception of that
 * case maps to.
 */
@NullMarked
package dev.graft.py;

import org.jspecify.annotations.NullMarked;
