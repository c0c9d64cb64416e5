/**
 * A Python file as its syntax tree has it. The tree comes from Python's own parser, as plain values
 * ({@code graft/syntax/tree.py}); here it becomes records, one for each construct that a
 * translation looks at. What is none of them is kept as its text: nothing is left out.
 */
@NullMarked
package dev.graft.port.read;

import org.jspecify.annotations.NullMarked;
