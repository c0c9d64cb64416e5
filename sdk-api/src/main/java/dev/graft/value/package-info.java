/**
 * Portable values: Python's, kept exactly, as ordinary Java objects. None is {@code null}; a bool
 * is a {@link java.lang.Boolean}; an int is a {@link java.lang.Long}, or a {@link
 * java.math.BigInteger} beyond its range and only there; a float is a {@link java.lang.Double}; a
 * str is a {@link java.lang.String}; bytes are {@link dev.graft.value.Bytes}; a list is a {@link
 * java.util.List}; a tuple is a {@link dev.graft.value.Tuple}; a dict is a {@link java.util.Map} in
 * the order of its iteration. A {@link dev.graft.value.Codec} turns them into the types that a
 * node's author declared, and back; a bad value is one {@link dev.graft.value.ValueException} that
 * names its path.
 */
@NullMarked
package dev.graft.value;

import org.jspecify.annotations.NullMarked;
