/**
 * Portable values: Python's, kept exactly, as ordinary Java objects. None is {@code null}; a bool
 * is a {@link java.lang.Boolean}; an int is a {@link java.lang.Long}, or a {@link
 * java.math.BigInteger} beyond its range and only there; a float is a {@link java.lang.Double}; a
 * str is a {@link java.lang.String}; bytes are {@link dev.graft.value.Bytes}; a list is a {@link
 * java.util.List}; a tuple is a {@link dev.graft.value.Tuple}; a dict is a {@link java.util.Map} in
 * the order of its iteration; a set is a {@link java.util.Set}. What Java has no exact class for
 * has one here: {@link dev.graft.value.FrozenSet}, {@link dev.graft.value.Complex}, {@link
 * dev.graft.value.Decimal}, {@link dev.graft.value.Time}, {@link dev.graft.value.DateTime}, {@link
 * dev.graft.value.EnumMember}, {@link dev.graft.value.RecordValue}, {@link
 * dev.graft.value.NdArray}, {@link dev.graft.value.Opaque}; a date is a {@link
 * java.time.LocalDate}, a timedelta a {@link java.time.Duration}, a UUID a {@link java.util.UUID}.
 * {@link dev.graft.value.Portable} says which objects are portable; generated code turns portable
 * values into the types that a node's author declared, and back; a bad value is one {@link
 * dev.graft.value.ValueException} that names its path. {@code docs/values.md} has the whole table.
 */
@NullMarked
package dev.graft.value;

import org.jspecify.annotations.NullMarked;
